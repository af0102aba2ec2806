package vn.lienthong.procedure.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a script can hold, and how these values behave as Groovy's do: truth, equality, order, text. */
final class Values {

    /** Content is limited to less than this before it ever gets here; a deeper value is a mistake of ours. */
    private static final int INPUT_DEPTH = 64;

    private Values() {}

    static @Nullable Object from(String script, @Nullable Object value) {
        return from(script, value, 0);
    }

    private static @Nullable Object from(String script, @Nullable Object value, int depth) {
        if (depth > INPUT_DEPTH) {
            throw new ScriptException(script, 0, "script-too-deep");
        }
        if (value == null
                || value instanceof Boolean
                || value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof OffsetDateTime) {
            return value;
        }
        if (value instanceof Short || value instanceof Byte) {
            return ((Number) value).intValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return new BigDecimal(value.toString());
        }
        if (value instanceof ZonedDateTime moment) {
            return moment.toOffsetDateTime();
        }
        if (value instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<@Nullable Object, @Nullable Object>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), from(script, element, depth + 1)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof Collection<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(element -> copy.add(from(script, element, depth + 1)));
            return Collections.unmodifiableList(copy);
        }
        throw new ScriptException(
                script, 0, "script-wrong-value", value.getClass().getSimpleName());
    }

    /** What leaves the script: never a closure, a type or anything else that is not data. */
    static @Nullable Object plain(String script, @Nullable Object value) {
        if (value == null
                || value instanceof Boolean
                || value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal) {
            return value;
        }
        if (value instanceof LocalDate || value instanceof OffsetDateTime) {
            return value.toString();
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), plain(script, element)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(element -> copy.add(plain(script, element)));
            return Collections.unmodifiableList(copy);
        }
        throw new ScriptException(script, 0, "script-wrong-result", kind(value));
    }

    /** The name a designer knows the value's type by. */
    static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Map) {
            return "Map";
        }
        if (value instanceof List) {
            return "List";
        }
        return value.getClass().getSimpleName();
    }

    static boolean truth(@Nullable Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean yes) {
            return yes;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof Number number) {
            return decimal(number).signum() != 0;
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return true;
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.size() == b.size()
                    && a.entrySet().stream()
                            .allMatch(entry ->
                                    b.containsKey(entry.getKey()) && equal(entry.getValue(), b.get(entry.getKey())));
        }
        return Objects.equals(left, right);
    }

    /** @throws ClassCastException when the two have no order */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? -1 : 1;
        }
        if (left instanceof Number a && right instanceof Number b) {
            return decimal(a).compareTo(decimal(b));
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof LocalDate a && right instanceof LocalDate b) {
            return a.compareTo(b);
        }
        if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
            return a.compareTo(b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        throw new ClassCastException(kind(left) + " <=> " + kind(right));
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return BigDecimal.valueOf(number.longValue());
    }

    /** Groovy's text of a value; stops soon after {@code enough} characters. */
    static String text(@Nullable Object value, int enough) {
        var text = new StringBuilder();
        append(text, value, enough);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value, int enough) {
        if (text.length() > enough) {
            return;
        }
        if (value instanceof List<?> list) {
            text.append('[');
            String separator = "";
            for (Object element : list) {
                append(text.append(separator), element, enough);
                separator = ", ";
            }
            text.append(']');
        } else if (value instanceof Map<?, ?> map) {
            text.append('[');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                append(text.append(separator), entry.getKey(), enough);
                append(text.append(':'), entry.getValue(), enough);
                separator = ", ";
            }
            text.append(map.isEmpty() ? ":]" : "]");
        } else {
            text.append(value);
        }
    }

    /**
     * How much a value holds: one for every value inside it, and one more for every hundred characters; stops counting
     * soon after {@code enough}.
     */
    static int weight(@Nullable Object value, int enough) {
        if (value instanceof String text) {
            return 1 + text.length() / 100;
        }
        int weight = 1;
        if (value instanceof List<?> list) {
            for (Object element : list) {
                weight += weight(element, enough - weight);
                if (weight > enough) {
                    return weight;
                }
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                weight += 1 + weight(entry.getValue(), enough - weight);
                if (weight > enough) {
                    return weight;
                }
            }
        }
        return weight;
    }
}
