package vn.lienthong.dossier.person;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Of a dossier's content, what it says of one person: the parts that carry that identity number, and nobody else's. */
final class OwnParts {

    private static final String IDENTITY = "identityNumber";

    private OwnParts() {}

    /** The content with everything left out that is about others; in its old shape. */
    static Map<String, Object> of(Map<String, Object> content, String identity) {
        Object kept = keep(content, identity);
        Map<String, Object> parts = new LinkedHashMap<>();
        if (kept instanceof Map<?, ?> map) {
            map.forEach((name, value) -> parts.put(String.valueOf(name), Objects.requireNonNull(value)));
        }
        return parts;
    }

    private static @Nullable Object keep(@Nullable Object part, String identity) {
        if (part instanceof Map<?, ?> map) {
            return identity.equals(map.get(IDENTITY)) ? own(map, identity) : inner(map, identity);
        }
        if (part instanceof List<?> list) {
            List<Object> kept = list.stream()
                    .flatMap(one -> Optional.ofNullable(keep(one, identity)).stream())
                    .toList();
            return kept.isEmpty() ? null : kept;
        }
        return null;
    }

    private static @Nullable Object inner(Map<?, ?> map, String identity) {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            Object part = keep(value, identity);
            if (part != null) {
                kept.put(String.valueOf(name), part);
            }
        });
        return kept.isEmpty() ? null : kept;
    }

    /** The person's own part, without the parts in it that carry another person's number. */
    private static Object own(Map<?, ?> map, String identity) {
        Map<String, Object> kept = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value != null && !(value instanceof Map<?, ?> inner && isAnothers(inner, identity))) {
                kept.put(String.valueOf(name), value instanceof List<?> list ? others(list, identity) : value);
            }
        });
        return kept;
    }

    private static List<Object> others(List<?> list, String identity) {
        List<Object> kept = new ArrayList<>();
        for (Object one : list) {
            if (one != null && !(one instanceof Map<?, ?> inner && isAnothers(inner, identity))) {
                kept.add(one);
            }
        }
        return kept;
    }

    private static boolean isAnothers(Map<?, ?> part, String identity) {
        Object number = part.get(IDENTITY);
        return (number != null && !identity.equals(number)) || (number == null && part.containsKey("fullName"));
    }
}
