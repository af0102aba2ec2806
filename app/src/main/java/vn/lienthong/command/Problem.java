package vn.lienthong.command;

import java.util.List;

/**
 * One fault of an input.
 *
 * @param field path of the faulty value as the caller wrote it, for example {@code data.deceased.diedAt}; empty when the
 *     fault is nobody's field
 * @param code kebab-case reason; its sentence is the message {@code problem.<code>}
 * @param args arguments of that sentence
 */
public record Problem(String field, String code, List<Object> args) {

    public Problem {
        args = List.copyOf(args);
    }

    public static Problem of(String field, String code, Object... args) {
        return new Problem(field, code, List.of(args));
    }
}
