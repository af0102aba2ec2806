package vn.lienthong.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.Problem;

/** Which fields there are, as a tree; finds what nobody asked for, so that nothing is dropped in silence. */
final class KnownFields {

    /** Beyond this many somebody sends something else altogether. */
    private static final int MOST_PROBLEMS = 50;

    private final Map<String, KnownFields> children = new LinkedHashMap<>();
    private boolean field;
    private boolean list;

    void add(List<FormComponent> components) {
        for (FormComponent component : components) {
            KnownFields at = this;
            for (String name : component.path()) {
                at = at.children.computeIfAbsent(name, n -> new KnownFields());
            }
            at.list |= component.isList();
            at.field |= component.isField();
            at.add(component.children());
        }
    }

    KnownFields child(String name) {
        return children.getOrDefault(name, new KnownFields());
    }

    void remove(String name) {
        children.remove(name);
    }

    List<Problem> strangers(@Nullable Object value, String path) {
        var problems = new ArrayList<Problem>();
        strangers(value, path, problems);
        return problems.size() > MOST_PROBLEMS ? problems.subList(0, MOST_PROBLEMS) : problems;
    }

    private void strangers(@Nullable Object value, String path, List<Problem> problems) {
        if (value == null || field) {
            return;
        }
        if (list) {
            if (value instanceof List<?> elements) {
                for (int i = 0; i < elements.size(); i++) {
                    object(elements.get(i), path + "[" + i + "]", problems);
                }
            }
            return;
        }
        object(value, path, problems);
    }

    private void object(@Nullable Object value, String path, List<Problem> problems) {
        if (!(value instanceof Map<?, ?> map)) {
            problems.add(Problem.of(path, "malformed"));
            return;
        }
        map.forEach((key, element) -> {
            String name = String.valueOf(key);
            String at = path.isEmpty() ? name : path + "." + name;
            KnownFields known = children.get(name);
            if (known == null) {
                problems.add(Problem.of(at, "unknown-field"));
            } else {
                known.strangers(element, at, problems);
            }
        });
    }
}
