package vn.lienthong.dossier.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.web.FieldProblem;

/** Faults for a summary above a form: each begins with what was asked, "Ngày cấp: …", and leads to its field. */
public final class FaultsInAForm {

    private static final String PREFIX = "data.";

    private FaultsInAForm() {}

    /** @param schema the form in the reader's language */
    public static List<FieldProblem> named(List<ProblemDetails.FieldProblem> faults, Map<String, Object> schema) {
        Map<String, String> questions = new LinkedHashMap<>();
        collect(schema, questions);
        return faults.stream()
                .map(fault -> {
                    String path =
                            fault.field().startsWith(PREFIX) ? fault.field().substring(PREFIX.length()) : fault.field();
                    String question = questions.get(path);
                    return question == null
                            ? new FieldProblem(fault.field(), fault.message())
                            : new FieldProblem(PREFIX + path, question + ": " + fault.message());
                })
                .toList();
    }

    private static @Nullable String question(Map<?, ?> component) {
        for (String name : List.of("label", "dateLabel", "timeLabel")) {
            if (component.get(name) instanceof String label) {
                return label;
            }
        }
        return null;
    }

    private static void collect(Map<?, ?> component, Map<String, String> questions) {
        if (component.get("components") instanceof List<?> inner) {
            for (Object child : inner) {
                if (child instanceof Map<?, ?> map) {
                    collect(map, questions);
                }
            }
        }
        String question = question(component);
        if (component.get("key") instanceof String key && question != null) {
            questions.put(key, question);
        }
    }
}
