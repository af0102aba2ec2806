package vn.lienthong.agency.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated exception to the ordinary week: a day off, or a day of rest that is worked instead of another.
 *
 * @param name what people call the day ("Tết Nguyên đán")
 * @param source the notice or law that says so
 * @param confirmed false as long as nobody has seen that notice
 * @param sessions when a made-up day is worked; empty means as on an ordinary first day of the week
 */
public record Day(LocalDate date, Kind kind, String name, String source, boolean confirmed, List<Session> sessions) {

    /** What the exception does to the day. */
    public enum Kind {
        HOLIDAY,
        MAKE_UP
    }

    public Day {
        sessions = Week.inOrder(date.toString(), sessions);
        if (kind == Kind.HOLIDAY && !sessions.isEmpty()) {
            throw new IllegalArgumentException("A holiday has no sessions: " + date);
        }
    }

    public Day(LocalDate date, Kind kind, String name, String source, boolean confirmed) {
        this(date, kind, name, source, confirmed, List.of());
    }
}
