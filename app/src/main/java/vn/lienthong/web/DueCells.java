package vn.lienthong.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.agency.calendar.WorkingCalendar;

/** Works out what pages say about a due date: by the calendar of whoever owes it, at this moment. */
@Component
public class DueCells {

    private final Clock clock;

    DueCells(Clock clock) {
        this.clock = clock;
    }

    /**
     * A clock that runs, or stands still.
     *
     * @param startedAt when the time given began
     * @param originalAt what was promised first; null when nothing else ever was
     */
    public DueCell running(
            WorkingCalendar calendar, Instant startedAt, Instant dueAt, @Nullable Instant originalAt, boolean paused) {
        return at(calendar, startedAt, dueAt, originalAt, paused, clock.instant());
    }

    /** A clock that was stopped: on time or late for good. */
    public DueCell stopped(
            WorkingCalendar calendar,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant originalAt,
            Instant stoppedAt) {
        DueCell then = at(calendar, startedAt, dueAt, originalAt, false, stoppedAt);
        return then.state() == DueCell.State.LATE ? then : then.met();
    }

    private static DueCell at(
            WorkingCalendar calendar,
            Instant startedAt,
            Instant dueAt,
            @Nullable Instant originalAt,
            boolean paused,
            Instant now) {
        Remaining remaining = Remaining.between(calendar, now, dueAt);
        Duration left = calendar.workingTime(remaining.overdue() ? dueAt : now, remaining.overdue() ? now : dueAt);
        return new DueCell(
                dueAt,
                originalAt,
                state(calendar, now, dueAt, remaining, paused),
                remaining.overdue() ? 100 : share(left, calendar.workingTime(startedAt, dueAt)),
                amount(remaining, left),
                unit(remaining, left));
    }

    private static DueCell.State state(
            WorkingCalendar calendar, Instant now, Instant dueAt, Remaining remaining, boolean paused) {
        if (paused) {
            return DueCell.State.PAUSED;
        }
        if (remaining.overdue()) {
            return DueCell.State.LATE;
        }
        LocalDate tomorrow = calendar.nextWorkingDay(calendar.dateOf(now));
        return calendar.dateOf(dueAt).isAfter(tomorrow) ? DueCell.State.ON_TIME : DueCell.State.DUE_SOON;
    }

    private static long amount(Remaining remaining, Duration left) {
        return unit(remaining, left) == DueCell.Unit.WORKING_MINUTE ? left.toMinutes() : remaining.amount();
    }

    private static DueCell.Unit unit(Remaining remaining, Duration left) {
        if (remaining.unit() == BudgetUnit.WORKING_DAY) {
            return DueCell.Unit.WORKING_DAY;
        }
        return left.toHours() > 0 ? DueCell.Unit.WORKING_HOUR : DueCell.Unit.WORKING_MINUTE;
    }

    private static int share(Duration left, Duration given) {
        if (given.isZero() || given.isNegative()) {
            return 0;
        }
        return (int) (100 * Math.max(0, given.minus(left).toSeconds()) / Math.max(1, given.toSeconds()));
    }
}
