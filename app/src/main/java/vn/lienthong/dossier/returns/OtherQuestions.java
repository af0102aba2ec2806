package vn.lienthong.dossier.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lienthong.dossier.ReturnStep;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.FormSchema;

/** What a procedure's own step asks when results are handed over, beside what the desk asks for all procedures. */
final class OtherQuestions {

    /** How fields of the page are called. */
    static final String PREFIX = "data.";

    /** What the desk asks itself. */
    private static final Set<String> OWN = Set.of("delivery.method", "returning.receiver", "returning.waybill");

    /** @param options empty where the answer is not one of some */
    record Question(
            String path,
            String label,
            String type,
            List<Option> options,
            @Nullable Object value) {}

    record Option(String value, String label) {}

    private OtherQuestions() {}

    static List<Question> of(ReturnStep.Open step, Locale locale) {
        FormSchema form = step.form();
        if (form == null) {
            return List.of();
        }
        Set<String> writable = form.fields().stream()
                .filter(field -> !field.readOnly())
                .map(FormSchema.Field::path)
                .filter(path -> !OWN.contains(path))
                .collect(Collectors.toSet());
        List<Question> questions = new ArrayList<>();
        collect(form.localised(locale), writable, step.answers(), questions);
        return questions;
    }

    private static void collect(
            Map<?, ?> component,
            Set<String> writable,
            Map<String, @Nullable Object> answers,
            List<Question> questions) {
        if (component.get("key") instanceof String path && writable.contains(path)) {
            questions.add(new Question(
                    path,
                    String.valueOf(component.get("label")),
                    String.valueOf(component.get("type")),
                    options(component.get("values")),
                    Content.at(answers, path).orElse(null)));
        }
        if (component.get("components") instanceof List<?> inner) {
            inner.forEach(one -> {
                if (one instanceof Map<?, ?> child) {
                    collect(child, writable, answers, questions);
                }
            });
        }
    }

    private static List<Option> options(@Nullable Object values) {
        List<Option> options = new ArrayList<>();
        if (values instanceof List<?> list) {
            list.forEach(one -> {
                if (one instanceof Map<?, ?> option) {
                    options.add(new Option(String.valueOf(option.get("value")), String.valueOf(option.get("label"))));
                }
            });
        }
        return options;
    }

    /** The answers on a page, as the step's form takes them. */
    static Map<String, @Nullable Object> answers(List<Question> questions, Map<String, String> fields) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>();
        for (Question question : questions) {
            String given = fields.getOrDefault(PREFIX + question.path(), "").strip();
            Object value = switch (question.type()) {
                case "checkbox" -> !given.isEmpty();
                case "number" -> number(given);
                default -> given.isEmpty() ? null : given;
            };
            put(answers, question.path(), value);
        }
        return answers;
    }

    private static @Nullable Object number(String given) {
        return given.matches("\\d{1,15}") ? (Object) Long.valueOf(given) : given.isEmpty() ? null : given;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> tree, String path, @Nullable Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, value);
            return;
        }
        Map<String, @Nullable Object> inner = tree.get(path.substring(0, dot)) instanceof Map<?, ?> known
                ? (Map<String, @Nullable Object>) known
                : new LinkedHashMap<>();
        tree.put(path.substring(0, dot), inner);
        put(inner, path.substring(dot + 1), value);
    }
}
