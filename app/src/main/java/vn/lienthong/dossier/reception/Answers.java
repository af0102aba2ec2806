package vn.lienthong.dossier.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answers to a form back in its own words, for the page on which an officer checks them. */
final class Answers {

    /** A question and what was answered. */
    record Line(String question, String answer) {}

    private Answers() {}

    static List<Line> of(Map<String, Object> schema, Map<String, Object> answers) {
        List<Line> lines = new ArrayList<>();
        collect(schema, answers, lines);
        return lines;
    }

    private static void collect(Map<?, ?> component, Map<String, Object> answers, List<Line> lines) {
        if (component.get("components") instanceof List<?> inner) {
            for (Object child : inner) {
                if (child instanceof Map<?, ?> map) {
                    collect(map, answers, lines);
                }
            }
        }
        if (component.get("key") instanceof String key && component.get("label") instanceof String label) {
            Object value = at(answers, key);
            if (value != null && !value.toString().isEmpty()) {
                lines.add(new Line(label, words(component, value)));
            }
        }
    }

    private static String words(Map<?, ?> component, Object value) {
        if (value instanceof List<?> many) {
            return String.join(
                    ", ",
                    many.stream()
                            .map(one -> words(component, String.valueOf(one)))
                            .toList());
        }
        if (component.get("values") instanceof List<?> options) {
            for (Object option : options) {
                if (option instanceof Map<?, ?> map && value.toString().equals(String.valueOf(map.get("value")))) {
                    return String.valueOf(map.get("label"));
                }
            }
        }
        return value.toString();
    }

    private static @Nullable Object at(Map<String, Object> answers, String path) {
        @Nullable Object value = answers;
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Map<?, ?> inner ? inner.get(name) : null;
        }
        return value;
    }
}
