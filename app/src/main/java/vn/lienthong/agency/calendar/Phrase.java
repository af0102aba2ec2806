package vn.lienthong.agency.calendar;

import java.util.List;

/**
 * Something to say, in no language yet.
 *
 * @param code the end of a message key
 * @param args dates, times, numbers and names for its placeholders
 */
public record Phrase(String code, List<Object> args) {

    public Phrase {
        args = List.copyOf(args);
    }

    public static Phrase of(String code, Object... args) {
        return new Phrase(code, List.of(args));
    }
}
