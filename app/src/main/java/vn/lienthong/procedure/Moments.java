package vn.lienthong.procedure;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as they are stored. A browser writes them in the offset of its own machine, and everything that reads
 * only the day of it - a fee, a print - would read another day; so the same moment is written as Vietnam writes it. What
 * was written in an offset that Vietnam had at that time (until 1975 others than today's) stays as it is.
 */
final class Moments {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private Moments() {}

    /** The same answers, with the points in time that the components ask for in the offset of Vietnam. */
    static Map<String, @Nullable Object> inVietnam(
            List<FormComponent> components, Map<String, @Nullable Object> answers) {
        var copy = new LinkedHashMap<>(answers);
        for (FormComponent component : components) {
            boolean moment = component.type().equals("datetime")
                    && "datetime".equals(component.subtype())
                    && !component.localTime();
            boolean around = component.isGroup() || component.isList();
            if (component.path().isEmpty() && around) {
                copy = new LinkedHashMap<>(inVietnam(component.children(), copy));
            } else if (!component.path().isEmpty() && (moment || around)) {
                change(copy, component.path(), component);
            }
        }
        return copy;
    }

    /** Whether both are points in time, and the same one. */
    static boolean same(String one, String other) {
        try {
            return OffsetDateTime.parse(one).isEqual(OffsetDateTime.parse(other));
        } catch (DateTimeException noMoment) {
            return false;
        }
    }

    private static void change(Map<String, @Nullable Object> in, List<String> path, FormComponent component) {
        String name = path.get(0);
        Object value = in.get(name);
        if (value == null) {
            return;
        }
        if (path.size() > 1) {
            if (value instanceof Map<?, ?> map) {
                var inner = Content.named(map);
                change(inner, path.subList(1, path.size()), component);
                in.put(name, inner);
            }
        } else {
            in.put(name, changed(value, component));
        }
    }

    private static @Nullable Object changed(@Nullable Object value, FormComponent component) {
        if (value instanceof String text && component.isField()) {
            return inVietnam(text);
        }
        if (value instanceof List<?> list && component.isList()) {
            return list.stream().map(element -> inner(element, component)).toList();
        }
        return inner(value, component);
    }

    private static @Nullable Object inner(@Nullable Object value, FormComponent component) {
        return value instanceof Map<?, ?> map && !component.isField()
                ? inVietnam(component.children(), Content.named(map))
                : value;
    }

    private static String inVietnam(String written) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(written);
            boolean usual = moment.getOffset().equals(VIETNAM)
                    || moment.getOffset().equals(Forms.ZONE.getRules().getOffset(moment.toInstant()));
            return usual
                    ? written
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.withOffsetSameInstant(VIETNAM));
        } catch (DateTimeException e) {
            // Told by the check of the form.
            return written;
        }
    }
}
