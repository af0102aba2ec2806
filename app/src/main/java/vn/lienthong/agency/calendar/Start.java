package vn.lienthong.agency.calendar;

import java.time.Instant;

/**
 * From when a budget counts.
 *
 * @param planned whether nothing was received yet: the clock is promised as if the one before it ended at its own due.
 *     What ends exactly at closing time then still belongs to that day, whereas what is received at closing time counts
 *     as received on the next working day.
 */
public record Start(Instant at, boolean planned) {

    public static Start received(Instant at) {
        return new Start(at, false);
    }

    public static Start following(Instant earlierDueAt) {
        return new Start(earlierDueAt, true);
    }
}
