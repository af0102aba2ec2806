package vn.lienthong.scenarios;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessModel;

/** Whether what a story names is there at all: "did not pass through X" is true of every X that is misspelt. */
final class Vocabulary {

    private final Catalogue catalogue;

    Vocabulary(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a story names that its procedure does not have, a sentence each. */
    List<String> faults(Scenario story) {
        List<String> faults = new ArrayList<>();
        Procedure procedure = catalogue.procedure(story.process());
        for (int i = 0; i < story.when().size(); i++) {
            Map<String, Object> event = story.when().get(i);
            String place = "when, việc thứ " + (i + 1);
            for (String key : List.of("leg", "settle")) {
                leg(faults, place, procedure, event.get(key));
            }
            Procedure whose = ofLeg(procedure, event.get("leg"), story);
            if (whose != null && event.get("step") != null) {
                element(faults, place, whose, event.get("step"), "userTask");
            }
        }
        Map<String, Object> then = story.then();
        element(faults, "then.end", procedure, then.get("end"), "endEvent");
        strings(then.get("at")).forEach(step -> element(faults, "then.at", procedure, step, "userTask"));
        strings(then.get("visited")).forEach(id -> element(faults, "then.visited", procedure, id, ""));
        strings(then.get("notVisited")).forEach(id -> element(faults, "then.notVisited", procedure, id, ""));
        for (String key : List.of("legs", "due")) {
            keys(then.get(key)).forEach(leg -> leg(faults, "then." + key, procedure, leg));
        }
        results(faults, procedure, strings(then.get("results")), story);
        for (Object rung : then.get("rungs") instanceof List<?> rungs ? rungs : List.of()) {
            Map<String, Object> wanted = Scenario.map(rung);
            leg(faults, "then.rungs", procedure, wanted.get("leg"));
            Procedure whose = ofLeg(procedure, wanted.get("leg"), story);
            if (whose != null) {
                element(faults, "then.rungs", whose, wanted.get("step"), "userTask");
            }
        }
        return faults;
    }

    /** An id with the words that people know it by. */
    static String named(Procedure procedure, String element) {
        String name = procedure.name(element, Locale.forLanguageTag("vi"));
        return name.equals(element) ? element : element + " “" + name + "”";
    }

    private static void element(
            List<String> faults, String place, Procedure procedure, @Nullable Object id, String type) {
        List<String> known = procedure.model().nodes().stream()
                .filter(node -> node.type().startsWith(type))
                .map(ProcessModel.Node::id)
                .toList();
        if (id != null && !known.contains(id)) {
            faults.add("%s: sơ đồ %s không có %s “%s”%s"
                    .formatted(
                            place,
                            procedure.edition().key(),
                            type.equals("userTask") ? "bước" : type.equals("endEvent") ? "sự kiện kết thúc" : "phần tử",
                            id,
                            meant(id.toString(), known)));
        }
    }

    private static void leg(List<String> faults, String place, Procedure procedure, @Nullable Object leg) {
        List<String> known =
                procedure.edition().legs().stream().map(Edition.Leg::id).toList();
        if (leg != null && !known.contains(leg)) {
            faults.add("%s: procedure.yml không có phần việc “%s”; các phần việc: %s"
                    .formatted(place, leg, String.join(", ", known)));
        }
    }

    private void results(List<String> faults, Procedure procedure, List<String> results, Scenario story) {
        var known = new TreeSet<String>();
        var called = new ArrayDeque<Procedure>(List.of(procedure));
        var seen = new TreeSet<String>();
        while (!called.isEmpty()) {
            Procedure next = called.remove();
            if (seen.add(next.edition().key())) {
                next.edition().resultDocuments().forEach(result -> known.add(result.code()));
                next.edition().legs().stream()
                        .flatMap(leg -> Stream.ofNullable(ofLeg(next, leg.id(), story)))
                        .forEach(called::add);
            }
        }
        results.stream()
                .filter(result -> !known.contains(result))
                .forEach(result -> faults.add("then.results: không có loại kết quả “%s”; các loại: %s"
                        .formatted(result, String.join(", ", known))));
    }

    /** The diagram that a leg's steps are in; null when nobody knows the leg. */
    private @Nullable Procedure ofLeg(Procedure procedure, @Nullable Object leg, Scenario story) {
        if (leg == null) {
            return procedure;
        }
        LocalDate on = LocalDate.ofInstant(story.receivedAt(), EngineClock.ZONE);
        return procedure
                .edition()
                .leg(leg.toString())
                .map(found -> found.procedure() == null
                        ? procedure
                        : catalogue.procedure(
                                catalogue.edition(found.procedure(), on).ref()))
                .orElse(null);
    }

    /** What was probably meant. */
    private static String meant(String id, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(id, candidate) <= Math.max(2, id.length() / 4))
                .min((a, b) -> Integer.compare(distance(id, a), distance(id, b)))
                .map(candidate -> "; có phải " + candidate + "?")
                .orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static List<String> keys(@Nullable Object map) {
        return map instanceof Map<?, ?> entries
                ? entries.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }
}
