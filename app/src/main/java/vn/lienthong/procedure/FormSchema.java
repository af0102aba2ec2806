package vn.lienthong.procedure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A form of a procedure: what the form viewer draws and what the server demands of the answers. */
public final class FormSchema {

    /** Texts that a component shows; the English one lies in {@code properties.<name>_en}. */
    private static final List<String> TEXTS =
            List.of("label", "description", "text", "dateLabel", "timeLabel", "alt", "title");

    private final String key;
    private final String id;
    private final Map<String, Object> content;
    private final List<FormComponent> components;

    FormSchema(String key, String id, Map<String, Object> content, List<FormComponent> components) {
        this.key = key;
        this.id = id;
        this.content = content;
        this.components = components;
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

    /** The schema for the viewer: Vietnamese as written, or with the English texts put in their place. */
    public Map<String, Object> localised(Locale locale) {
        return locale.getLanguage().equals("en") ? english(content) : content;
    }

    private static Map<String, Object> english(Map<String, Object> written) {
        var english = new LinkedHashMap<String, Object>();
        written.forEach((name, value) -> english.put(name, englishPart(value)));
        Object properties = written.get("properties");
        if (properties instanceof Map<?, ?> own) {
            TEXTS.forEach(name -> replace(english, name, own.get(name + "_en")));
        }
        // Options carry theirs beside the Vietnamese label.
        replace(english, "label", written.get("label_en"));
        return english;
    }

    private static @Nullable Object englishPart(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var typed = new LinkedHashMap<String, Object>();
            map.forEach((name, element) -> typed.put(String.valueOf(name), element));
            return english(typed);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(FormSchema::englishPart).toList();
        }
        return value;
    }

    private static void replace(Map<String, Object> component, String name, @Nullable Object english) {
        if (english instanceof String text && component.containsKey(name)) {
            component.put(name, text);
        }
    }
}
