package vn.lienthong.procedure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.Legible;
import vn.lienthong.command.Problem;

/**
 * Content of a dossier as it may be stored: a tree of plain values, of bounded size, every text in Unicode form NFC, so
 * that the same name typed on a Mac and on Windows is the same name.
 */
public final class Content {

    /** No form nests deeper than a third of this. */
    private static final int DEEPEST = 16;

    private static final int MOST_VALUES = 3_000;
    private static final int LONGEST_TEXT = 20_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DIGITS = 30;

    private final List<Problem> problems = new ArrayList<>();
    private int values;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Content() {}

    /**
     * The same content with every text trimmed and in NFC.
     *
     * @param prefix put before the paths of the problems, for example {@code data}
     * @param problems gets what cannot be accepted; its place in the result is null
     */
    public static Map<String, @Nullable Object> normalised(
            Map<?, ? extends @Nullable Object> content, String prefix, List<Problem> problems) {
        var reading = new Content();
        Map<String, @Nullable Object> copy = reading.map(content, prefix, 0);
        problems.addAll(reading.problems);
        return copy;
    }

    /** Trimmed (also of no-break spaces) and in NFC. */
    public static String normalised(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
        int from = 0;
        int to = composed.length();
        while (from < to && isBlank(composed.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(composed.charAt(to - 1))) {
            to--;
        }
        return composed.substring(from, to);
    }

    /** As somebody in a hurry types: small letters, no marks, single blanks. */
    public static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\h]+", " ")
                .strip();
    }

    private static boolean isBlank(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** The value at a path such as {@code deceased.residence.commune}; empty when there is none or null. */
    public static Optional<Object> at(Map<String, ? extends @Nullable Object> content, String path) {
        Object value = content;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return Optional.ofNullable(value);
    }

    /** Content over other content: maps are merged, everything else is replaced. */
    public static Map<String, @Nullable Object> merged(
            Map<String, ? extends @Nullable Object> below, Map<String, ? extends @Nullable Object> above) {
        var merged = new LinkedHashMap<String, @Nullable Object>(below);
        above.forEach((name, value) -> {
            if (value instanceof Map<?, ?> upper && merged.get(name) instanceof Map<?, ?> lower) {
                merged.put(name, merged(named(lower), named(upper)));
            } else {
                merged.put(name, value);
            }
        });
        return merged;
    }

    /** Content with the changes that a form came to: maps are merged, null takes a value away, all else is replaced. */
    public static Map<String, Object> changed(
            Map<String, Object> content, Map<String, ? extends @Nullable Object> changes) {
        var changed = new LinkedHashMap<>(content);
        changes.forEach((name, value) -> {
            if (value == null) {
                changed.remove(name);
            } else if (value instanceof Map<?, ?> inner) {
                changed.put(name, changed(tree(changed.get(name)), tree(inner)));
            } else {
                changed.put(name, value);
            }
        });
        return changed;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    static Map<String, @Nullable Object> named(Map<?, ? extends @Nullable Object> map) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    /** Nothing was answered: absent, an empty text, an empty list, or an object of nothing but such. */
    static boolean isEmpty(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(Content::isEmpty);
        }
        return value == null
                || (value instanceof String text && text.isEmpty())
                || (value instanceof Collection<?> list && list.isEmpty());
    }

    private Map<String, @Nullable Object> map(Map<?, ? extends @Nullable Object> map, String path, int depth) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.length() > LONGEST_NAME) {
                problems.add(Problem.of(path, "unknown-field"));
                return;
            }
            copy.put(name, value(value, path.isEmpty() ? name : path + "." + name, depth + 1));
        });
        return copy;
    }

    private @Nullable Object value(@Nullable Object value, String path, int depth) {
        values++;
        if (values > MOST_VALUES || depth > DEEPEST) {
            boolean first =
                    problems.stream().noneMatch(problem -> problem.code().equals("too-much-data"));
            if (first) {
                problems.add(Problem.of(path, "too-much-data"));
            }
            return null;
        }
        if (value instanceof Map<?, ?> map) {
            return map(map, path, depth);
        }
        if (value instanceof Collection<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            int i = 0;
            for (Object element : list) {
                copy.add(value(element, path + "[" + i++ + "]", depth + 1));
            }
            return copy;
        }
        if (value instanceof String text) {
            return text(text, path);
        }
        if (value instanceof Number number) {
            return number(number, path);
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        problems.add(Problem.of(path, "malformed"));
        return null;
    }

    private @Nullable String text(String written, String path) {
        if (written.length() > LONGEST_TEXT) {
            problems.add(Problem.of(path, "too-long", LONGEST_TEXT));
            return null;
        }
        String text = normalised(written);
        Optional<String> fault = Legible.fault(text);
        fault.ifPresent(code -> problems.add(Problem.of(path, code)));
        return fault.isPresent() ? null : text;
    }

    private @Nullable Number number(Number number, String path) {
        if (number instanceof Integer || number instanceof Long) {
            return number;
        }
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            if (decimal.precision() <= MOST_DIGITS && Math.abs((long) decimal.scale()) <= MOST_DIGITS) {
                return decimal;
            }
        } catch (NumberFormatException e) {
            // Not a number, or infinite: told below.
        }
        problems.add(Problem.of(path, "malformed"));
        return null;
    }
}
