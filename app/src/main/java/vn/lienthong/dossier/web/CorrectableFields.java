package vn.lienthong.dossier.web;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.workflow.ProcessRef;

/** What of a dossier can be put right, as the fields of a plain page: text, date or a choice. */
@Component
public class CorrectableFields {

    /** A longer list is no help on a page without a search. */
    private static final int MOST_CHOICES = 100;

    private static final Set<String> WRITTEN = Set.of("textfield", "textarea");
    private static final Set<String> CHOSEN = Set.of("select", "radio");

    private final Correcting correcting;

    CorrectableFields(Correcting correcting) {
        this.correcting = correcting;
    }

    record Choice(String value, String name) {}

    /**
     * @param title of the part of the form that it stands in
     * @param day whether it is a date
     * @param choices empty for what is written freely
     */
    record Field(String path, String title, String name, String value, boolean day, List<Choice> choices) {}

    List<Field> of(Dossiers.Summary dossier, Locale locale) {
        Set<String> may = correcting.correctable(dossier.process());
        List<Field> fields = new ArrayList<>();
        for (FormSchema form : correcting.forms(dossier.process())) {
            walk(list(form.localised(locale).get("components")), "", "", may, dossier.content(), fields);
        }
        return fields;
    }

    /** Names of the fields of an application by their paths. */
    public Map<String, String> names(ProcessRef process, Locale locale) {
        List<Field> all = new ArrayList<>();
        for (FormSchema form : correcting.forms(process)) {
            walk(list(form.localised(locale).get("components")), "", "", form.paths(), Map.of(), all);
        }
        return all.stream()
                .collect(toMap(
                        Field::path,
                        field -> field.title().isEmpty() ? field.name() : field.title() + ": " + field.name(),
                        (first, again) -> first));
    }

    private static void walk(
            List<Map<?, ?>> components,
            String scope,
            String title,
            Set<String> may,
            Map<String, Object> content,
            List<Field> fields) {
        for (Map<?, ?> component : components) {
            if (component.get("components") instanceof List<?> inner) {
                Object path = component.get("path");
                if (!"dynamiclist".equals(component.get("type"))) {
                    walk(
                            list(inner),
                            path == null ? scope : scope + path + ".",
                            text(component, "label", title),
                            may,
                            content,
                            fields);
                }
            } else if (component.get("key") instanceof String key && may.contains(scope + key)) {
                field(component, scope + key, title, content, fields);
            }
        }
    }

    private static void field(
            Map<?, ?> component, String path, String title, Map<String, Object> content, List<Field> fields) {
        String type = String.valueOf(component.get("type"));
        boolean day = "datetime".equals(type) && "date".equals(component.get("subtype"));
        List<Choice> choices = list(component.get("values")).stream()
                .map(option -> new Choice(
                        String.valueOf(option.get("value")),
                        text(option, "label", String.valueOf(option.get("value")))))
                .toList();
        boolean chosen = CHOSEN.contains(type) && !choices.isEmpty() && choices.size() <= MOST_CHOICES;
        if (WRITTEN.contains(type) || day || chosen) {
            fields.add(new Field(
                    path,
                    title,
                    text(component, "label", text(component, "dateLabel", path)),
                    Content.at(content, path).map(String::valueOf).orElse(""),
                    day,
                    chosen ? choices : List.of()));
        }
    }

    private static String text(Map<?, ?> component, String name, String otherwise) {
        return component.get(name) instanceof String text && !text.isBlank() ? text : otherwise;
    }

    private static List<Map<?, ?>> list(@Nullable Object value) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (value instanceof List<?> many) {
            for (Object one : many) {
                if (one instanceof Map<?, ?> map) {
                    maps.add(map);
                }
            }
        }
        return maps;
    }
}
