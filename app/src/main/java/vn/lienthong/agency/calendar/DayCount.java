package vn.lienthong.agency.calendar;

import java.time.Instant;
import java.time.LocalDate;

/** Uses up whole days after a first day that is not counted. */
final class DayCount {

    private final Account account;
    private final WorkingCalendar calendar;
    private final Interruptions interruptions;
    private final Budget budget;
    private final boolean everyDay;

    DayCount(Account account, Interruptions interruptions, Budget budget) {
        this.account = account;
        this.calendar = account.calendar();
        this.interruptions = interruptions;
        this.budget = budget;
        this.everyDay = budget.unit() == BudgetUnit.CALENDAR_DAY;
    }

    Instant from(Start start) {
        var first = EffectiveDay.of(calendar, start, budget);
        account.starts(start, budget, first);
        var anchor = first.date();
        var left = budget.unit() == BudgetUnit.SAME_DAY ? 0 : budget.amount();
        while (true) {
            var last = dayAfter(anchor, left);
            var due = calendar.closeOf(calendar.workingDayFrom(last));
            var pause = interruptions.nextBefore(due);
            if (pause == null) {
                account.countedDays(anchor, last, budget);
                account.movedFrom(last);
                return due;
            }
            var began = calendar.dateOf(pause.from());
            var before = earlier(began, last);
            account.countedDays(anchor, before, budget);
            left -= daysBetween(anchor, before);
            anchor = later(anchor, resumed(pause.to(), left));
            account.paused(
                    pause,
                    left > 0
                            ? Phrase.of(everyDay ? "paused-days" : "paused-working-days", left, anchor)
                            : Phrase.of("paused-last-day", anchor));
        }
    }

    /** With days left they are counted after the day of resumption; with none left, the resumption is like a receipt. */
    private LocalDate resumed(Instant at, int left) {
        return left > 0
                ? calendar.dateOf(at)
                : EffectiveDay.of(calendar, Start.received(at), budget).date();
    }

    private LocalDate dayAfter(LocalDate anchor, int days) {
        return everyDay ? anchor.plusDays(days) : calendar.plusWorkingDays(anchor, days);
    }

    private int daysBetween(LocalDate after, LocalDate until) {
        if (!until.isAfter(after)) {
            return 0;
        }
        return everyDay ? Math.toIntExact(until.toEpochDay() - after.toEpochDay()) : calendar.workingDays(after, until);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
