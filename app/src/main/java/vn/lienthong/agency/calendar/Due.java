package vn.lienthong.agency.calendar;

import java.time.Instant;
import java.util.List;

/**
 * When something is due, and the account of it.
 *
 * @param provisional whether a day was needed that nobody has confirmed yet
 */
public record Due(Instant dueAt, boolean provisional, List<Line> lines) {

    public Due {
        lines = List.copyOf(lines);
    }
}
