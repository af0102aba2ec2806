package vn.lienthong.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A line of the table in {@code bad-input/*.yml}. What a line does not say, its group says.
 *
 * <p>{@code who}: {@code nobody}, an account with its password, {@code program police}, or {@code page <account>} for a
 * browser with a session and its token. {@code send}: method and address as they go over the wire; names in braces stand for
 * one of everything that there is. The body is one of {@code json} (anything), {@code text} (as it stands),
 * {@code made} (by {@link Bombs}), {@code form} (a page's fields) or {@code files} with {@code form}. {@code expect}:
 * the status. {@code faults}: all of them, each a field and a code. {@code code}: that of the problem. {@code says}: words
 * that the answer must contain, {@code hides}: must not.
 */
record BadInput(String group, String what, Map<String, Object> says) {

    private static final ObjectMapper YAML = YAMLMapper.builder().build();

    static List<BadInput> of(String file) {
        try (InputStream in = BadInput.class.getResourceAsStream("/bad-input/" + file)) {
            List<Map<String, Object>> groups = YAML.readValue(in, new TypeReference<>() {});
            List<BadInput> all = new ArrayList<>();
            for (Map<String, Object> group : groups) {
                for (Map<String, Object> line : maps(group.get("lines"))) {
                    Map<String, Object> says = new LinkedHashMap<>(group);
                    says.remove("lines");
                    says.putAll(line);
                    all.add(new BadInput(String.valueOf(group.get("about")), String.valueOf(line.get("what")), says));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key, String otherwise) {
        Object value = says.get(key);
        return value == null ? otherwise : value.toString();
    }

    @Nullable Object any(String key) {
        return says.get(key);
    }

    boolean has(String key) {
        return says.containsKey(key);
    }

    /** A list, or the one thing that stands there. */
    List<String> texts(String key) {
        Object value = says.get(key);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(value.toString());
    }

    Map<String, String> fields(String key) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (says.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        }
        return fields;
    }

    List<Map<String, Object>> files() {
        return maps(says.get("files"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object value) {
        return value == null
                ? List.of()
                : ((List<?>) Objects.requireNonNull(value))
                        .stream().map(one -> (Map<String, Object>) one).toList();
    }

    @Override
    public String toString() {
        return what;
    }
}
