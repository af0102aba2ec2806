package vn.lienthong.document.print;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The content of a dossier as templates read it: by paths such as {@code deceased.fullName}. What is missing reads as
 * empty text, never as an error, because designers change forms without looking at prints.
 */
public final class Facts {

    private final Map<String, Object> content;
    private final PaperFormat format = new PaperFormat();

    public Facts(Map<String, Object> content) {
        this.content = content;
    }

    /** Whether there is anything to print at this path. */
    public boolean has(String path) {
        Object value = value(path);
        return value != null && !value.toString().isBlank();
    }

    public String text(String path) {
        Object value = value(path);
        return value == null ? "" : value.toString();
    }

    public String or(String path, String otherwise) {
        return has(path) ? text(path) : otherwise;
    }

    /** Whether the value is this one, or the list at the path holds it. */
    public boolean is(String path, String expected) {
        Object value = value(path);
        return value instanceof List<?> list ? list.contains(expected) : expected.equals(text(path));
    }

    /** {@code 20/11/2026}. */
    public String date(String path) {
        return has(path) ? format.date(localDate(path)) : "";
    }

    /** {@code ngày 20 tháng 11 năm 2026}. */
    public String longDate(String path) {
        return has(path) ? format.longDate(localDate(path)) : "";
    }

    /** {@code ngày hai mươi, tháng mười một, năm hai nghìn không trăm hai mươi sáu}. */
    public String dateInWords(String path) {
        return has(path) ? format.dateInWords(localDate(path)) : "";
    }

    /** {@code 21 giờ 40 phút, ngày 17 tháng 11 năm 2026}; without the hour when only the day is known. */
    public String moment(String path) {
        if (!has(path)) {
            return "";
        }
        String text = text(path);
        return text.length() > 10 ? format.moment(instant(text)) : longDate(path);
    }

    /** {@code 10.000.000 đồng}. */
    public String money(String path) {
        return has(path) ? format.money(amount(path)) : "";
    }

    public String moneyInWords(String path) {
        return has(path) ? format.moneyInWords(amount(path)) : "";
    }

    /** Whole dong; 0 when nothing is said. */
    public long amount(String path) {
        Object value = value(path);
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value == null || value.toString().isBlank()
                ? 0
                : Long.parseLong(value.toString().strip());
    }

    private LocalDate localDate(String path) {
        String text = text(path);
        return text.length() > 10 ? LocalDate.ofInstant(instant(text), PaperFormat.ZONE) : LocalDate.parse(text);
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private @Nullable Object value(String path) {
        Object value = content;
        for (String key : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return value;
    }
}
