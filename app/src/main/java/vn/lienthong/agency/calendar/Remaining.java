package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left until a due date, in the words of an office: working days while there are some, else working hours.
 *
 * @param amount whole units, rounded towards zero; the amount that it is overdue when {@code overdue}
 * @param unit {@link BudgetUnit#WORKING_DAY} or {@link BudgetUnit#WORKING_HOUR}
 */
public record Remaining(int amount, BudgetUnit unit, boolean overdue) {

    public static Remaining between(WorkingCalendar calendar, Instant now, Instant dueAt) {
        var overdue = now.isAfter(dueAt);
        var from = overdue ? dueAt : now;
        var to = overdue ? now : dueAt;
        var days = calendar.workingDays(calendar.dateOf(from), calendar.dateOf(to));
        if (days > 0) {
            return new Remaining(days, BudgetUnit.WORKING_DAY, overdue);
        }
        Duration time = calendar.workingTime(from, to);
        return new Remaining(Math.toIntExact(time.toHours()), BudgetUnit.WORKING_HOUR, overdue);
    }
}
