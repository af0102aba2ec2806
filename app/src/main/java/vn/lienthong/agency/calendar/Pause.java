package vn.lienthong.agency.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that the law takes out of a clock.
 *
 * @param to when the clock went on; null while it stands still
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause cannot end before it begins: " + from + " - " + to);
        }
    }
}
