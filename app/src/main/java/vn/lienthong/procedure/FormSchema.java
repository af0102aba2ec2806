package vn.lienthong.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A form of a procedure: what the form viewer draws and what the server demands of the answers. */
public final class FormSchema {

    /** Texts that a component shows; the English one lies in {@code properties.<name>_en}. */
    private static final List<String> TEXTS =
            List.of("label", "description", "text", "dateLabel", "timeLabel", "alt", "title");

    private static final List<String> QUESTIONS = List.of("label", "dateLabel", "timeLabel");

    private static final String LISTS = "=lists.";

    private final String key;
    private final String id;
    private final Map<String, Object> content;
    private final List<FormComponent> components;
    private final Function<Locale, Map<String, List<ChoiceLists.Choice>>> lists;

    FormSchema(String key, String id, Map<String, Object> content, List<FormComponent> components) {
        this(key, id, content, components, locale -> {
            throw new IllegalStateException("a form that is shown comes from Forms, with its choices");
        });
    }

    private FormSchema(
            String key,
            String id,
            Map<String, Object> content,
            List<FormComponent> components,
            Function<Locale, Map<String, List<ChoiceLists.Choice>>> lists) {
        this.key = key;
        this.id = id;
        this.content = content;
        this.components = components;
        this.lists = lists;
    }

    /** The same form with the choices it takes by name. */
    FormSchema with(Function<Locale, Map<String, List<ChoiceLists.Choice>>> choices) {
        return new FormSchema(key, id, content, components, choices);
    }

    /** Name of the file without {@code .form}. */
    public String key() {
        return key;
    }

    /** What the diagram's {@code camunda:formRef} names. */
    public String id() {
        return id;
    }

    List<FormComponent> components() {
        return components;
    }

    /** Paths of all values that the form may ask for; inside a list {@code children[].name}. */
    public Set<String> paths() {
        var paths = new LinkedHashSet<String>();
        collect(components, "", paths);
        return paths;
    }

    private static void collect(List<FormComponent> components, String scope, Set<String> paths) {
        for (FormComponent component : components) {
            String path = scope + String.join(".", component.path());
            if (component.isField()) {
                paths.add(path);
            }
            String inner = component.path().isEmpty() ? scope : path + (component.isList() ? "[]." : ".");
            collect(component.children(), inner, paths);
        }
    }

    /**
     * A field as somebody who looks through a procedure has to know it.
     *
     * @param path of the value; inside a list {@code children[].name}
     * @param place in the file
     * @param hide FEEL: hidden where it holds
     * @param check FEEL that must hold
     * @param problem code of the fault when it does not
     */
    public record Field(
            String path,
            String place,
            boolean required,
            boolean readOnly,
            boolean hasDefault,
            @Nullable String hide,
            @Nullable String check,
            @Nullable String problem) {}

    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields(components, "", null, fields);
        return List.copyOf(fields);
    }

    private static void fields(
            List<FormComponent> components, String scope, @Nullable String hidden, List<Field> fields) {
        for (FormComponent component : components) {
            String path = scope + String.join(".", component.path());
            String hide = component.hide() != null ? component.hide() : hidden;
            if (component.isField()) {
                fields.add(new Field(
                        path,
                        component.place(),
                        component.limits().required(),
                        component.readOnly(),
                        component.defaultValue() != null,
                        hide,
                        component.check(),
                        component.problem()));
            }
            String inner = component.path().isEmpty() ? scope : path + (component.isList() ? "[]." : ".");
            fields(component.children(), inner, hide, fields);
        }
    }

    /** Every expression in the form's file, with its place; whatever component it belongs to. */
    public Map<String, String> expressions() {
        var expressions = new LinkedHashMap<String, String>();
        components.stream().flatMap(FormComponent::all).forEach(component -> {
            if (component.hide() != null) {
                expressions.put(component.place() + ".conditional.hide", component.hide());
            }
            if (component.check() != null) {
                expressions.put(component.place() + ".properties.check", component.check());
            }
        });
        return expressions;
    }

    /** Places of texts that have no English counterpart, and of fields without any label. */
    public List<String> untranslated() {
        var places = new ArrayList<String>();
        untranslated(content, "", places);
        return places;
    }

    private static void untranslated(Map<?, ?> component, String place, List<String> places) {
        Object properties = component.get("properties");
        boolean isComponent = component.containsKey("type") && !place.isEmpty();
        if (isComponent) {
            Map<?, ?> english = properties instanceof Map<?, ?> map ? map : Map.of();
            for (String name : TEXTS) {
                if (isText(component.get(name)) && !isText(english.get(name + "_en"))) {
                    places.add(place + "." + name);
                }
            }
            boolean date = "datetime".equals(component.get("type"));
            boolean asks = isText(component.get("key")) && !date;
            if (asks && !isText(component.get("label"))) {
                places.add(place + ".label");
            }
            if (date && !isText(component.get("dateLabel"))) {
                places.add(place + ".dateLabel");
            }
        }
        boolean translated = isTranslated(component.get("values"));
        list(component.get("values"), place + ".values", (option, at) -> {
            if (translated && !isText(option.get("label_en"))) {
                places.add(at + ".label");
            }
        });
        list(
                component.get("components"),
                (place.isEmpty() ? "" : place + ".") + "components",
                (inner, at) -> untranslated(inner, at, places));
    }

    private static void list(@Nullable Object list, String place, BiConsumer<Map<?, ?>, String> each) {
        if (list instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof Map<?, ?> element) {
                    each.accept(element, place + "[" + i + "]");
                }
            }
        }
    }

    /** Lists of proper names (peoples, banks) need English for an "other" at most; elsewhere a gap is a slip. */
    private static boolean isTranslated(@Nullable Object values) {
        if (!(values instanceof List<?> options)) {
            return false;
        }
        long english = options.stream()
                .filter(one -> one instanceof Map<?, ?> option && isText(option.get("label_en")))
                .count();
        return options.size() <= 3 || 2 * english >= options.size();
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String text && !text.isBlank();
    }

    /**
     * The schema for the viewer: Vietnamese as written, or with the English texts put in their place; choices taken by
     * name ({@code =lists.communes}) are written out.
     */
    public Map<String, Object> localised(Locale locale) {
        return localised(content, locale.getLanguage().equals("en"), lists.apply(locale));
    }

    /**
     * What each field of a form asks, by the path of its value.
     *
     * @param shown a schema in the reader's language, as {@link #localised} gives it
     */
    public static Map<String, String> questions(Map<?, ?> shown) {
        var questions = new LinkedHashMap<String, String>();
        questions(shown, questions);
        return questions;
    }

    private static void questions(Map<?, ?> component, Map<String, String> questions) {
        list(component.get("components"), "", (inner, at) -> questions(inner, questions));
        if (component.get("key") instanceof String path) {
            QUESTIONS.stream()
                    .filter(name -> isText(component.get(name)))
                    .findFirst()
                    .ifPresent(name -> questions.put(path, String.valueOf(component.get(name))));
        }
    }

    private static Map<String, Object> localised(
            Map<String, Object> written, boolean english, Map<String, List<ChoiceLists.Choice>> lists) {
        var localised = new LinkedHashMap<String, Object>();
        written.forEach((name, value) -> localised.put(name, part(value, english, lists)));
        if (written.get("valuesExpression") instanceof String expression
                && expression.strip().startsWith(LISTS)) {
            List<ChoiceLists.Choice> choices = lists.get(expression.strip().substring(LISTS.length()));
            if (choices != null) {
                localised.remove("valuesExpression");
                localised.put(
                        "values",
                        choices.stream().map(ChoiceLists.Choice::asOption).toList());
            }
        }
        if (english) {
            if (written.get("properties") instanceof Map<?, ?> own) {
                TEXTS.forEach(name -> replace(localised, name, own.get(name + "_en")));
            }
            // Options carry theirs beside the Vietnamese label.
            replace(localised, "label", written.get("label_en"));
        }
        return localised;
    }

    private static @Nullable Object part(
            @Nullable Object value, boolean english, Map<String, List<ChoiceLists.Choice>> lists) {
        if (value instanceof Map<?, ?> map) {
            var typed = new LinkedHashMap<String, Object>();
            map.forEach((name, element) -> typed.put(String.valueOf(name), element));
            return localised(typed, english, lists);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> part(element, english, lists)).toList();
        }
        return value;
    }

    private static void replace(Map<String, Object> component, String name, @Nullable Object english) {
        if (english instanceof String text && component.containsKey(name)) {
            component.put(name, text);
        }
    }
}
