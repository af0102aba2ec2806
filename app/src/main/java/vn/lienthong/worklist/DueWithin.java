package vn.lienthong.worklist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.EngineClock;

/** A stretch of due dates that lists are narrowed to. Addresses and the API write the {@link #key()}. */
public enum DueWithin {
    /** Past its date at this moment. */
    LATE,
    /** Due today, whether the hour has passed or not. */
    TODAY,
    /** Due from today until Sunday. */
    WEEK;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    static Optional<DueWithin> ofKey(String key) {
        return Arrays.stream(values()).filter(due -> due.key.equals(key)).findFirst();
    }

    /** @return null when there is no first moment */
    @Nullable Instant from(Instant now) {
        return this == LATE ? null : start(today(now));
    }

    /** The first moment that does not belong any more. */
    Instant until(Instant now) {
        return switch (this) {
            case LATE -> now;
            case TODAY -> start(today(now).plusDays(1));
            case WEEK -> start(today(now).with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
        };
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, EngineClock.ZONE);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(EngineClock.ZONE).toInstant();
    }
}
