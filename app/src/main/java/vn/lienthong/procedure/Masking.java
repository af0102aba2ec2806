package vn.lienthong.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows of a person's numbers and addresses no more than tells two people apart. For wherever somebody is only listed, and for
 * whoever looks at a dossier without having a part in it; {@link PersonalData} says which answers that concerns.
 */
public final class Masking {

    private static final String HIDDEN = "••••";

    /** Of a number this much is shown, and only when at least as much again stays hidden. */
    private static final int END = 4;

    private Masking() {}

    /** The end of a number, {@code •••• 0123}, or the beginning of a mail address and where it is, {@code h••••@vidu.vn}. */
    public static @Nullable String partly(@Nullable String number) {
        if (number == null || number.isBlank() || number.startsWith(HIDDEN)) {
            return number;
        }
        String text = number.strip();
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return text.substring(0, text.offsetByCodePoints(0, 1)) + HIDDEN + text.substring(at);
        }
        String plain = text.replaceAll("[\\s\\u00a0.-]", "");
        return plain.length() < 2 * END ? HIDDEN : HIDDEN + " " + plain.substring(plain.length() - END);
    }

    /** What somebody without a part in it sees of a dossier's answers: numbers in part, sensitive answers not at all. */
    public static Map<String, Object> content(Map<String, Object> content) {
        return map(content, "");
    }

    /** The same of a single answer. */
    public static @Nullable Object answer(String path, @Nullable Object value) {
        return part(value, path);
    }

    private static Map<String, Object> map(Map<?, ?> content, String path) {
        Map<String, Object> shown = new LinkedHashMap<>();
        content.forEach((name, value) -> {
            Object part = part(value, path.isEmpty() ? String.valueOf(name) : path + "." + name);
            if (part != null) {
                shown.put(String.valueOf(name), part);
            }
        });
        return shown;
    }

    private static @Nullable Object part(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> inner) {
            return map(inner, path);
        }
        if (value instanceof List<?> many) {
            List<Object> shown = new ArrayList<>();
            many.forEach(one -> {
                Object part = part(one, path);
                if (part != null) {
                    shown.add(part);
                }
            });
            return shown;
        }
        if (value != null && PersonalData.isShownPartly(path)) {
            return partly(value.toString());
        }
        boolean sensitive = PersonalData.of(path)
                .filter(kind -> kind == PersonalData.SENSITIVE)
                .isPresent();
        // A hidden word can be told from an empty one; a number or a yes would break the field that it is shown in.
        return !sensitive ? value : value instanceof String text && !text.isBlank() ? HIDDEN : null;
    }
}
