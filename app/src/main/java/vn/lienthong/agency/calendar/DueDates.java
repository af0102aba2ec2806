package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When a budget is used up.
 *
 * <p>The first day of a budget in days is the effective day of receipt and is not counted. The effective day is the day
 * of receipt itself, or the next working day for what arrives at or after the cut-off, at or after closing time, or on a
 * day off. Budgets in hours count from the minute of receipt, working hours only while the agency is at work.
 *
 * <p>A pause takes time out: what was left after the day on which it began is counted again from the day on which it
 * ended. A pause that begins once the date has passed changes nothing, it cannot heal lateness. A pause that has not
 * ended leaves the date where it was.
 */
public final class DueDates {

    private DueDates() {}

    /** When a budget is due that somebody received at {@code startedAt}. */
    public static Due compute(WorkingCalendar calendar, Instant startedAt, Budget budget, List<Pause> pauses) {
        return compute(calendar, Start.received(startedAt), budget, List.of(), pauses);
    }

    /**
     * The same for a clock that may be planned and may have been extended.
     *
     * @param extensions counted one after the other from the date before them
     */
    public static Due compute(
            WorkingCalendar calendar, Start start, Budget budget, List<Budget> extensions, List<Pause> pauses) {
        var account = new Account(calendar);
        var interruptions = new Interruptions(start.at(), pauses);
        return extended(account, interruptions, count(account, interruptions, start, budget), extensions);
    }

    /** A date that was found otherwise, and what follows from its extensions. */
    public static Due extend(WorkingCalendar calendar, Instant dueAt, List<Budget> extensions, List<Pause> pauses) {
        return extended(new Account(calendar), new Interruptions(dueAt, pauses), dueAt, extensions);
    }

    private static Due extended(
            Account account, Interruptions interruptions, Instant firstDueAt, List<Budget> extensions) {
        var dueAt = firstDueAt;
        for (var extension : extensions) {
            account.extended(dueAt, extension);
            dueAt = count(account, interruptions, Start.following(dueAt), extension);
        }
        interruptions.standingBefore(dueAt).ifPresent(account::standing);
        return account.due(dueAt);
    }

    /**
     * The moment at which a share of the running time between start and due is used up.
     *
     * @param unit of the budget, which tells how time passes for it
     * @param share 0.8 for four fifths
     */
    public static Instant share(
            WorkingCalendar calendar,
            Instant startedAt,
            Instant dueAt,
            BudgetUnit unit,
            List<Pause> pauses,
            double share) {
        var passing = Passing.of(unit, calendar);
        var total = used(passing, startedAt, dueAt, pauses);
        var part = Duration.ofMillis(Math.round(total.toMillis() * share));
        return new HourCount(new Account(calendar), new Interruptions(startedAt, pauses), passing)
                .until(startedAt, part);
    }

    /** The time of a clock's own kind that ran between two moments, pauses left out. */
    public static Duration used(
            WorkingCalendar calendar, Instant startedAt, Instant until, BudgetUnit unit, List<Pause> pauses) {
        return used(Passing.of(unit, calendar), startedAt, until, pauses);
    }

    private static Duration used(Passing passing, Instant startedAt, Instant until, List<Pause> pauses) {
        var interruptions = new Interruptions(startedAt, pauses);
        var end = interruptions.standingBefore(until).orElse(until);
        var total = Duration.ZERO;
        var from = startedAt;
        for (var pause = interruptions.nextBefore(end); pause != null; pause = interruptions.nextBefore(end)) {
            total = total.plus(passing.between(from, pause.from()));
            from = pause.to();
        }
        return from.isBefore(end) ? total.plus(passing.between(from, end)) : total;
    }

    private static Instant count(Account account, Interruptions interruptions, Start start, Budget budget) {
        if (budget.unit().isHours()) {
            account.startsAtOnce(start, budget.unit());
            return new HourCount(account, interruptions, Passing.of(budget.unit(), account.calendar()))
                    .until(start.at(), Duration.ofHours(budget.amount()));
        }
        return new DayCount(account, interruptions, budget).from(start);
    }
}
