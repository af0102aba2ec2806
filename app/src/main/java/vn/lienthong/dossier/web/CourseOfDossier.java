package vn.lienthong.dossier.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/**
 * The way of a dossier through its diagram as a list that can be read aloud: what was done, what is being done, and what
 * is still to come when everything goes its ordinary way.
 */
final class CourseOfDossier {

    private static final Set<String> WORK = Set.of("userTask", "callActivity");
    private static final Set<String> WAITS = Set.of("intermediateCatchEvent", "receiveTask");
    private static final Pattern PLANNED = Pattern.compile("legs\\.planned\\(\\s*['\"]([^'\"]+)['\"]");

    /** Where a step stands. */
    enum Standing {
        DONE,
        ACTIVE,
        LATE,
        AHEAD;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One line; {@code lane} is the agency that does it. */
    record Step(String id, Standing standing) {}

    private final ProcessModel model;
    private final Set<String> visited;
    private final Set<String> active;
    private final Predicate<String> takesPart;

    /**
     * @param visited ids of the elements that were reached, in their order
     * @param active ids of the elements where it stands now
     * @param takesPart whether a leg of the procedure takes part in this dossier
     */
    CourseOfDossier(
            ProcessModel model, Collection<String> visited, Collection<String> active, Predicate<String> takesPart) {
        this.model = model;
        this.visited = new LinkedHashSet<>(visited);
        this.active = new LinkedHashSet<>(active);
        this.takesPart = takesPart;
    }

    /** @param late whether what is being done at an element is late */
    List<Step> steps(Predicate<Node> late) {
        List<Step> steps = new ArrayList<>();
        visited.stream()
                .filter(id -> !active.contains(id))
                .flatMap(id -> model.node(id).stream())
                .filter(node -> WORK.contains(node.type()))
                .forEach(node -> steps.add(new Step(node.id(), Standing.DONE)));
        active.stream()
                .flatMap(id -> model.node(id).stream())
                .filter(node -> WORK.contains(node.type()) || WAITS.contains(node.type()))
                .forEach(node -> steps.add(new Step(node.id(), late.test(node) ? Standing.LATE : Standing.ACTIVE)));
        ahead().forEach(id -> steps.add(new Step(id, Standing.AHEAD)));
        return steps;
    }

    private List<String> ahead() {
        List<String> ahead = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(active);
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (!seen.add(id)) {
                continue;
            }
            Node node = model.node(id).orElse(null);
            if (node == null) {
                continue;
            }
            if (WORK.contains(node.type()) && !visited.contains(id) && !active.contains(id)) {
                String leg = node.properties().get("leg");
                if (leg == null || !node.type().equals("callActivity") || takesPart.test(leg)) {
                    ahead.add(id);
                }
            }
            open.addAll(next(node));
        }
        return ahead;
    }

    private List<String> next(Node node) {
        if (node.type().equals("subProcess") && !active.contains(node.id())) {
            return model.nodes().stream()
                    .filter(inner ->
                            node.id().equals(inner.parent()) && inner.type().equals("startEvent"))
                    .map(Node::id)
                    .toList();
        }
        List<Flow> out = model.from(node.id());
        if (out.isEmpty()) {
            Node around = node.parent() == null || !isOrdinaryEnd(node)
                    ? null
                    : model.node(node.parent()).orElse(null);
            return around == null
                    ? List.of()
                    : model.from(around.id()).stream().map(Flow::target).toList();
        }
        return out.stream()
                .filter(flow -> isOrdinary(node, flow))
                .map(Flow::target)
                .toList();
    }

    /** An end that throws leads elsewhere than the ordinary way. */
    private static boolean isOrdinaryEnd(Node node) {
        return node.event() == null || !node.event().kind().equals("error");
    }

    private boolean isOrdinary(Node node, Flow flow) {
        @Nullable String condition = flow.condition();
        if (condition != null) {
            Matcher leg = PLANNED.matcher(condition);
            if (leg.find()) {
                return takesPart.test(leg.group(1));
            }
        }
        boolean choice = node.type().equals("exclusiveGateway") || node.type().equals("eventBasedGateway");
        if (!choice || node.defaultFlow() == null) {
            return !choice || model.from(node.id()).size() == 1;
        }
        return flow.id().equals(node.defaultFlow());
    }

    /** Name of the innermost lane that an element stands in; null without lanes. */
    static @Nullable String lane(Procedure procedure, Node node, Locale locale) {
        String lane = node.lane();
        if (lane == null) {
            return null;
        }
        return procedure
                .texts()
                .text(lane, locale)
                .orElseGet(() -> procedure.model().lanes().stream()
                        .filter(known -> known.id().equals(lane))
                        .map(ProcessModel.Lane::name)
                        .findFirst()
                        .orElse(lane));
    }
}
