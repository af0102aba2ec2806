package vn.lienthong.procedure.script;

import java.time.Duration;

/**
 * How much one run of a script may use. A fee takes some hundred steps and a millisecond; the defaults leave room for a
 * hundred times that.
 *
 * @param steps statements, expressions and list elements visited
 * @param time wall-clock time; looked at between steps, every step is itself bounded
 * @param textLength characters of one text
 * @param elements elements of one list or map, everything inside counted
 */
public record Limits(int steps, Duration time, int textLength, int elements) {

    public static final Limits DEFAULT = new Limits(200_000, Duration.ofSeconds(1), 10_000, 5_000);

    /** Characters of source. Longer than this is a program, not a computation. */
    static final int SOURCE_LENGTH = 16_000;

    /** Brackets inside brackets, and expressions inside expressions. */
    static final int DEPTH = 60;
}
