package vn.lienthong.deadline;

import java.time.Duration;
import java.time.Instant;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;

/**
 * What an agency used of its own budget, and what it had to take over from the one before it.
 *
 * @param plannedAt when it should have begun
 * @param promisedAt its date as planned, pauses included
 * @param dueAt its date from when it really began
 * @param allowed seconds in the budget's own kind of time from start to due date
 * @param used the same from start to end
 * @param inherited working seconds that it began later than planned
 * @param exceeded working seconds after its own date
 */
record Consumption(
        String clock,
        String dossier,
        String leg,
        String unit,
        int amount,
        BudgetUnit budgetUnit,
        Instant plannedAt,
        Instant startedAt,
        Instant promisedAt,
        Instant dueAt,
        Instant stoppedAt,
        long allowed,
        long used,
        long inherited,
        long exceeded,
        Verdict verdict) {

    /** Who answers for what. */
    enum Verdict {
        /** Within its own budget, and by the planned date. */
        IN_TIME,
        /** Past the planned date only because it began late: it kept its own budget. */
        INHERITED,
        /** Over its own budget. */
        SLOW,
        /** Over its own budget, and it had begun late besides. */
        SLOW_AND_INHERITED
    }

    /** Of a leg that has just stopped. */
    static Consumption of(Stopwatch leg, Composition dates, Instant receivedAt, Instant stoppedAt) {
        var id = String.valueOf(leg.leg());
        var budget = leg.budget();
        if (budget == null) {
            throw new IllegalStateException(leg.key() + " owes nothing");
        }
        var course = leg.course();
        var startedAt = leg.startedAt();
        var plannedAt =
                leg.after() == null ? receivedAt : dates.promised(leg.after()).dueAt();
        var promisedAt = dates.promised(id).dueAt();
        var dueAt = leg.dueAt();
        var slow = stoppedAt.isAfter(dueAt);
        // What it began late only counts where it moved its date: a start in the evening instead of at noon does not.
        var late = startedAt.isAfter(plannedAt) && dueAt.isAfter(promisedAt);
        var broken = stoppedAt.isAfter(promisedAt);
        return new Consumption(
                leg.key(),
                leg.dossier(),
                id,
                leg.unit(),
                budget.amount(),
                budget.unit(),
                plannedAt,
                startedAt,
                promisedAt,
                dueAt,
                stoppedAt,
                DueDates.used(leg.calendar(), startedAt, dueAt, budget.unit(), course.pauses())
                        .toSeconds(),
                DueDates.used(leg.calendar(), startedAt, stoppedAt, budget.unit(), course.pauses())
                        .toSeconds(),
                late ? working(leg, plannedAt, startedAt) : 0,
                slow ? working(leg, dueAt, stoppedAt) : 0,
                verdict(slow, late, broken));
    }

    private static Verdict verdict(boolean slow, boolean late, boolean broken) {
        if (slow) {
            return late ? Verdict.SLOW_AND_INHERITED : Verdict.SLOW;
        }
        return late && broken ? Verdict.INHERITED : Verdict.IN_TIME;
    }

    private static long working(Stopwatch leg, Instant from, Instant until) {
        Duration time = leg.calendar().workingTime(from, until);
        return time.toSeconds();
    }
}
