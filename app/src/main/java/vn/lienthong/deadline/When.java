package vn.lienthong.deadline;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.agency.calendar.WorkingCalendar;

/** Where on its way to the due date, or past it, a clock reaches a rung. */
sealed interface When {

    /** What a rung is measured on. */
    record Run(WorkingCalendar calendar, Instant startedAt, Instant dueAt, BudgetUnit unit, List<Pause> pauses) {}

    Instant on(Run run);

    /** A share of the running time from start to due. */
    record Share(double share) implements When {

        @Override
        public Instant on(Run run) {
            return DueDates.share(run.calendar(), run.startedAt(), run.dueAt(), run.unit(), run.pauses(), share);
        }
    }

    /**
     * Before the due date when negative, after it when positive, at it when nought. Working days keep the time of day:
     * one working day after Friday 10:00 is Monday 10:00.
     */
    record Offset(int amount, BudgetUnit unit) implements When {

        @Override
        public Instant on(Run run) {
            var calendar = run.calendar();
            var due = run.dueAt();
            return switch (unit) {
                case WORKING_HOUR -> calendar.plusWorkingTime(due, java.time.Duration.ofHours(amount));
                case HOUR -> due.plus(amount, ChronoUnit.HOURS);
                case CALENDAR_DAY -> due.plus(amount, ChronoUnit.DAYS);
                case WORKING_DAY -> {
                    var at = due.atZone(calendar.zone());
                    yield calendar.plusWorkingDays(at.toLocalDate(), amount)
                            .atTime(at.toLocalTime())
                            .atZone(calendar.zone())
                            .toInstant();
                }
                case SAME_DAY -> throw new IllegalStateException("no offset in " + unit);
            };
        }
    }

    /** Reads {@code 80%}, {@code due}, {@code -4 WORKING_HOUR}, {@code +1 WORKING_DAY}. */
    static When parse(String written) {
        var text = written.strip();
        if (text.equals("due")) {
            return new Offset(0, BudgetUnit.WORKING_HOUR);
        }
        var share = Pattern.compile("(\\d{1,3})\\s*%").matcher(text);
        if (share.matches()) {
            return new Share(Integer.parseInt(share.group(1)) / 100.0);
        }
        var offset = Pattern.compile("([+-]?\\d{1,3})\\s+([A-Z_]+)").matcher(text);
        if (offset.matches()) {
            var unit = BudgetUnit.valueOf(offset.group(2));
            if (unit != BudgetUnit.SAME_DAY) {
                return new Offset(Integer.parseInt(offset.group(1)), unit);
            }
        }
        throw new IllegalArgumentException(
                "A rung is at \"80%\", \"due\" or \"+1 WORKING_DAY\", not at \"" + text + "\"");
    }
}
