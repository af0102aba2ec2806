package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down how a due date came about, and remembers which days it rests on. */
final class Account {

    private final WorkingCalendar calendar;
    private final List<Line> lines = new ArrayList<>();
    private final Set<Phrase> doubts = new LinkedHashSet<>();
    private int daysCounted;

    Account(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    WorkingCalendar calendar() {
        return calendar;
    }

    /** The first day of a budget in days. */
    void starts(Start start, Budget budget, EffectiveDay first) {
        daysCounted = 0;
        var received = calendar.dateOf(start.at());
        for (var date = received; !date.isAfter(first.date()); date = date.plusDays(1)) {
            restsOn(date);
        }
        var what = Phrase.of(start.planned() ? "planned" : "received", first.date());
        var why = switch (first.why()) {
            case IN_TIME ->
                Phrase.of(
                        budget.unit() == BudgetUnit.SAME_DAY
                                ? "same-day"
                                : start.planned() ? "first-day-planned" : "first-day",
                        first.date());
            case AFTER_CUT_OFF -> Phrase.of("after-cut-off", String.valueOf(budget.cutOff()), first.date());
            case AFTER_CLOSING -> Phrase.of("after-closing", first.date());
            case DAY_OFF -> Phrase.of("on-day-off", first.date());
        };
        lines.add(new Line(start.at(), start.at(), what, why));
        if (first.date().isAfter(received)) {
            skipped(received.plusDays(1), first.date().minusDays(1));
        }
    }

    /** The first minute of a budget in hours. */
    void startsAtOnce(Start start, BudgetUnit unit) {
        var what = Phrase.of(start.planned() ? "planned" : "received", calendar.dateOf(start.at()));
        if (unit == BudgetUnit.HOUR) {
            lines.add(new Line(start.at(), start.at(), what, Phrase.of("on-the-wall")));
            return;
        }
        var opens = calendar.atWork(start.at());
        var why = opens.equals(start.at()) ? Phrase.of("at-work") : Phrase.of("from-opening", opens);
        lines.add(new Line(start.at(), start.at(), what, why));
    }

    /** Whole days after {@code anchor} up to and including {@code last}. */
    void countedDays(LocalDate anchor, LocalDate last, Budget budget) {
        if (!last.isAfter(anchor)) {
            return;
        }
        var first = anchor.plusDays(1);
        if (budget.unit() == BudgetUnit.CALENDAR_DAY) {
            var days = Math.toIntExact(last.toEpochDay() - anchor.toEpochDay());
            lines.add(new Line(
                    startOf(first),
                    startOf(last.plusDays(1)),
                    Phrase.of("calendar-days", days),
                    ofBudget(days, budget)));
            daysCounted += days;
            return;
        }
        for (var date = first; !date.isAfter(last); ) {
            var why = reason(date);
            var end = endOfRun(date, last, why);
            if (calendar.isWorkingDay(date)) {
                worked(date, end, why, budget);
            } else {
                skipped(date, end);
            }
            date = end.plusDays(1);
        }
    }

    /** A last day that is a day off gives way to the next working day. */
    void movedFrom(LocalDate last) {
        var day = calendar.workingDayFrom(last);
        for (var date = last; !date.isAfter(day); date = date.plusDays(1)) {
            restsOn(date);
        }
        if (day.isAfter(last)) {
            lines.add(
                    new Line(startOf(last), startOf(day), Phrase.of("moved", day), reasonOff(calendar.dayInfo(last))));
        }
    }

    /** Time by the minute: one line per session, or one for all of it on the wall. */
    void countedTime(Instant from, Instant to, Passing passing) {
        if (passing instanceof Passing.OnTheWall) {
            lines.add(new Line(from, to, Phrase.of("time", Duration.between(from, to)), Phrase.of("on-the-wall")));
            return;
        }
        var last = calendar.dateOf(to);
        for (var date = calendar.dateOf(from); !date.isAfter(last); ) {
            restsOn(date);
            if (calendar.isWorkingDay(date)) {
                sessions(date, from, to);
                date = date.plusDays(1);
            } else {
                var end = endOfRun(date, last, reason(date));
                skipped(date, end);
                date = end.plusDays(1);
            }
        }
    }

    void paused(Interruptions.Interruption pause, Phrase why) {
        lines.add(new Line(pause.from(), pause.to(), Phrase.of("paused"), why));
    }

    void standing(Instant since) {
        lines.add(new Line(since, since, Phrase.of("standing"), Phrase.of("standing")));
    }

    void extended(Instant from, Budget by) {
        lines.add(new Line(from, from, Phrase.of("extended", by), Phrase.of("extended")));
    }

    Due due(Instant dueAt) {
        lines.add(new Line(
                dueAt, dueAt, Phrase.of("due", dueAt), Phrase.of(isClose(dueAt) ? "due-close" : "due-minute")));
        for (var doubt : doubts) {
            lines.add(new Line(dueAt, dueAt, Phrase.of("provisional"), doubt));
        }
        return new Due(dueAt, !doubts.isEmpty(), lines);
    }

    private void worked(LocalDate from, LocalDate to, Phrase why, Budget budget) {
        var days = calendar.workingDays(from.minusDays(1), to);
        var first = calendar.sessionsOn(from).get(0);
        var made = calendar.dayInfo(from);
        lines.add(new Line(
                calendar.opening(from, first),
                calendar.closeOf(to),
                Phrase.of("working-days", days),
                made == null ? ofBudget(days, budget) : why));
        daysCounted += days;
    }

    private Phrase ofBudget(int days, Budget budget) {
        return days == 1
                ? Phrase.of("of-budget-one", daysCounted + 1, budget.amount())
                : Phrase.of("of-budget", daysCounted + 1, daysCounted + days, budget.amount());
    }

    private void skipped(LocalDate from, LocalDate to) {
        for (var date = from; !date.isAfter(to); ) {
            var why = reason(date);
            var end = endOfRun(date, to, why);
            lines.add(new Line(startOf(date), startOf(end.plusDays(1)), Phrase.of("skipped"), why));
            date = end.plusDays(1);
        }
    }

    private void sessions(LocalDate date, Instant from, Instant to) {
        for (var session : calendar.sessionsOn(date)) {
            var opens = calendar.opening(date, session);
            var closes = calendar.closing(date, session);
            var begin = opens.isBefore(from) ? from : opens;
            var end = closes.isAfter(to) ? to : closes;
            if (begin.isBefore(end)) {
                var made = calendar.dayInfo(date);
                lines.add(new Line(
                        begin,
                        end,
                        Phrase.of("time", Duration.between(begin, end)),
                        made == null ? Phrase.of("in-session", session.opens(), session.closes()) : reason(date)));
            }
        }
    }

    /** The last day, not after {@code last}, of the unbroken run of days that are what they are for the same reason. */
    private LocalDate endOfRun(LocalDate date, LocalDate last, Phrase why) {
        restsOn(date);
        var end = date;
        while (end.isBefore(last) && reason(end.plusDays(1)).equals(why)) {
            end = end.plusDays(1);
            restsOn(end);
        }
        return end;
    }

    private Phrase reason(LocalDate date) {
        var special = calendar.dayInfo(date);
        if (!calendar.isWorkingDay(date)) {
            return reasonOff(special);
        }
        return special == null ? Phrase.of("working-day") : Phrase.of("make-up", special.name(), special.source());
    }

    private static Phrase reasonOff(@Nullable Day special) {
        return special == null ? Phrase.of("rest") : Phrase.of("holiday", special.name(), special.source());
    }

    private void restsOn(LocalDate date) {
        if (!calendar.confirmed(date.getYear())) {
            doubts.add(Phrase.of("year-unconfirmed", date.getYear()));
        } else if (!calendar.confirmed(date)) {
            doubts.add(Phrase.of("day-unconfirmed", date, name(date)));
        }
    }

    private String name(LocalDate date) {
        var special = calendar.dayInfo(date);
        return special == null ? "" : special.name();
    }

    private boolean isClose(Instant dueAt) {
        var date = calendar.dateOf(dueAt.minusNanos(1));
        return calendar.isWorkingDay(date) && calendar.closeOf(date).equals(dueAt);
    }

    private Instant startOf(LocalDate date) {
        return date.atStartOfDay(calendar.zone()).toInstant();
    }
}
