package vn.lienthong.agency.calendar;

import java.time.LocalTime;

/**
 * A stretch of one day in which an agency works, from {@code opens} (inclusive) to {@code closes} (exclusive).
 *
 * <p>Closing at {@code 00:00} means the end of the day, so that a service that never closes loses no minute at 23:59.
 */
public record Session(LocalTime opens, LocalTime closes) {

    public Session {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("A session must open before it closes: " + opens + "-" + closes);
        }
    }

    /** Reads {@code 07:30-11:30}. */
    public static Session parse(String text) {
        var dash = text.indexOf('-');
        if (dash < 0) {
            throw new IllegalArgumentException("A session is written 07:30-11:30, not " + text);
        }
        return new Session(
                LocalTime.parse(text.substring(0, dash).strip()),
                LocalTime.parse(text.substring(dash + 1).strip()));
    }

    boolean overlaps(Session later) {
        return closes.equals(LocalTime.MIDNIGHT) || later.opens.isBefore(closes);
    }

    @Override
    public String toString() {
        return opens + "-" + closes;
    }
}
