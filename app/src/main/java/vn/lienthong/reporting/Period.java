package vn.lienthong.reporting;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.workflow.EngineClock;

/** The days that a figure is about, both ends included. */
record Period(LocalDate first, LocalDate last) {

    /** @param until today when null; @param from the first of that month when null */
    static Period of(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        LocalDate last = until == null ? today : until;
        LocalDate first = from == null ? last.withDayOfMonth(1) : from;
        if (first.isAfter(last)) {
            throw new InvalidInput(Problem.of("until", "before-from"));
        }
        return new Period(first, last);
    }

    Instant begin() {
        return first.atStartOfDay(EngineClock.ZONE).toInstant();
    }

    Instant end() {
        return last.plusDays(1).atStartOfDay(EngineClock.ZONE).toInstant();
    }
}
