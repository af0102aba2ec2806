package vn.lienthong.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A BPMN process as designers think of it, free of any engine: nodes, flows and lanes with what was written on them.
 *
 * @param id process id, which is the key of the procedure
 */
public record ProcessModel(
        String id,
        String name,
        boolean executable,
        Map<String, String> attributes,
        List<Node> nodes,
        List<Flow> flows,
        List<Lane> lanes) {

    private static final Pattern OUTCOME = Pattern.compile("\\$\\{\\s*outcome\\s*==\\s*['\"]([a-z0-9-]+)['\"]\\s*}");
    private static final Pattern NUMBERED = Pattern.compile("_?\\d+$");

    /** The outcome of a step that is followed by no question. */
    public static final String DONE = "done";

    /**
     * @param type local name of the BPMN element, for example {@code userTask}
     * @param lane id of the innermost lane it stands in
     * @param parent id of the sub-process around it; null at the top
     * @param properties camunda:properties
     * @param attributes camunda attributes and {@code calledElement}, {@code scriptFormat}, by local name
     * @param attachedTo of a boundary event: the activity it sits on
     * @param defaultFlow of a gateway: the flow taken when no condition holds
     */
    public record Node(
            String id,
            String type,
            String name,
            @Nullable String lane,
            @Nullable String parent,
            Map<String, String> properties,
            Map<String, String> attributes,
            @Nullable Event event,
            @Nullable String attachedTo,
            boolean interrupting,
            @Nullable String defaultFlow) {}

    /**
     * What an event catches or throws.
     *
     * @param kind {@code message}, {@code timer}, {@code error}, {@code terminate}, …
     * @param value message name, timer expression or error code; empty when there is none
     */
    public record Event(String kind, String value) {}

    /** A sequence flow. */
    public record Flow(
            String id,
            String name,
            String source,
            String target,
            @Nullable String condition,
            Map<String, String> properties) {}

    /** A lane with the flow nodes that stand in it. */
    public record Lane(String id, String name, List<String> nodes) {}

    /** One of the answers an officer can give at a step. */
    public record Outcome(String id, String flow, String label, boolean isDefault, boolean requiresReason) {}

    public Optional<Node> node(String id) {
        return nodes.stream().filter(n -> n.id().equals(id)).findFirst();
    }

    public Node require(String id) {
        return node(id).orElseThrow(() -> new NoSuchElementException("no element " + id + " in " + this.id));
    }

    public List<Flow> from(String nodeId) {
        return flows.stream().filter(f -> f.source().equals(nodeId)).toList();
    }

    public List<Flow> into(String nodeId) {
        return flows.stream().filter(f -> f.target().equals(nodeId)).toList();
    }

    /** The answers a step offers: the flows of the exclusive gateway right behind it, or the single {@link #DONE}. */
    public List<Outcome> outcomes(String step) {
        List<Flow> out = from(step);
        if (out.size() == 1) {
            Node next = require(out.get(0).target());
            if (next.type().equals("exclusiveGateway")) {
                List<Outcome> outcomes = new ArrayList<>();
                for (Flow flow : from(next.id())) {
                    outcomeOf(flow, flow.id().equals(next.defaultFlow())).ifPresent(outcomes::add);
                }
                if (outcomes.size() > 1
                        && outcomes.stream().filter(Outcome::isDefault).count() == 1) {
                    return List.copyOf(outcomes);
                }
            }
        }
        return List.of(new Outcome(DONE, out.isEmpty() ? "" : out.get(0).id(), "", true, false));
    }

    private static Optional<Outcome> outcomeOf(Flow flow, boolean isDefault) {
        boolean reason = "required".equals(flow.properties().get("reason"));
        if (isDefault) {
            return Optional.of(new Outcome(kebab(flow.id()), flow.id(), flow.name(), true, reason));
        }
        String condition = flow.condition();
        Matcher matcher = OUTCOME.matcher(condition == null ? "" : condition);
        return matcher.matches()
                ? Optional.of(new Outcome(matcher.group(1), flow.id(), flow.name(), false, reason))
                : Optional.empty();
    }

    /** {@code Flow_AskSupplement_2} reads {@code ask-supplement}. */
    private static String kebab(String flowId) {
        String answer = flowId.startsWith("Flow_") ? flowId.substring("Flow_".length()) : flowId;
        return NUMBERED.matcher(answer)
                .replaceFirst("")
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }
}
