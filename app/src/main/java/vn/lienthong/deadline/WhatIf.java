package vn.lienthong.deadline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.NoWorkingTime;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.workflow.EngineClock;

/** Answers "what if it were received at…" with the same arithmetic as every real date. */
@Component
class WhatIf {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int MOST_PAUSES = 100;

    /** A question as somebody wrote it; anything may be missing or wrong. */
    record Question(
            @Nullable String agency,
            @Nullable String calendar,
            @Nullable String startedAt,
            @Nullable BudgetQuestion budget,
            @Nullable String cutOff,
            @Nullable List<@Nullable PauseQuestion> pauses) {}

    record BudgetQuestion(
            @Nullable String amount,
            @Nullable String unit,
            @Nullable String cutOff) {}

    record PauseQuestion(@Nullable String from, @Nullable String to) {}

    /** The answer. */
    record Answer(Instant dueAt, boolean provisional, List<Explanation.LineView> lines) {}

    private final Organisation organisation;
    private final Calendars calendars;
    private final Telling telling;

    WhatIf(Organisation organisation, Calendars calendars, Telling telling) {
        this.organisation = organisation;
        this.calendars = calendars;
        this.telling = telling;
    }

    /** @throws InvalidInput with every fault of the question */
    Answer answer(Question question, Locale locale) {
        var problems = new ArrayList<Problem>();
        var calendar = calendar(question, problems);
        var startedAt = moment("startedAt", question.startedAt(), problems);
        var budget = budget(question, problems);
        var pauses = pauses(question.pauses(), problems);
        InvalidInput.ifAny(problems);
        if (calendar == null || startedAt == null || budget == null) {
            throw new IllegalStateException("a fault was not told");
        }
        Due due;
        try {
            due = DueDates.compute(calendar, startedAt, budget, pauses);
        } catch (NoWorkingTime closed) {
            throw new InvalidInput(Problem.of("calendar", "calendar-always-closed"));
        }
        return new Answer(due.dueAt(), due.provisional(), telling.lines(due.lines(), locale));
    }

    private @Nullable WorkingCalendar calendar(Question question, List<Problem> problems) {
        var key = question.calendar();
        if (key != null && !key.isBlank()) {
            try {
                return calendars.of(key);
            } catch (NotFound e) {
                problems.add(Problem.of("calendar", "calendar-unknown"));
                return null;
            }
        }
        var agency = question.agency();
        if (agency == null || agency.isBlank()) {
            problems.add(Problem.of("agency", "required"));
            return null;
        }
        if (organisation.find(agency).isEmpty()) {
            problems.add(Problem.of("agency", "unit-unknown"));
            return null;
        }
        return calendars.ofUnit(agency);
    }

    private static @Nullable Budget budget(Question question, List<Problem> problems) {
        var asked = question.budget();
        if (asked == null) {
            problems.add(Problem.of("budget", "required"));
            cutOff(question, problems);
            return null;
        }
        var unit = unit(asked.unit(), problems);
        var amount = amount(asked.amount(), unit, problems);
        var faults = problems.size();
        var cutOff = cutOff(question, problems);
        return unit == null || amount == null || problems.size() > faults ? null : new Budget(amount, unit, cutOff);
    }

    private static @Nullable BudgetUnit unit(@Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(Problem.of("budget.unit", "required"));
            return null;
        }
        for (var unit : BudgetUnit.values()) {
            if (unit.name().equals(written)) {
                return unit;
            }
        }
        problems.add(Problem.of("budget.unit", "budget-unit-unknown"));
        return null;
    }

    private static @Nullable Integer amount(
            @Nullable String written, @Nullable BudgetUnit unit, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            if (unit == BudgetUnit.SAME_DAY) {
                return 1;
            }
            problems.add(Problem.of("budget.amount", "required"));
            return null;
        }
        try {
            var amount = Integer.parseInt(written);
            var least = unit == BudgetUnit.SAME_DAY ? 0 : 1;
            if (amount >= least && amount <= Budget.MOST) {
                return amount;
            }
            problems.add(Problem.of("budget.amount", "out-of-range", least, Budget.MOST));
        } catch (NumberFormatException e) {
            problems.add(Problem.of("budget.amount", "malformed"));
        }
        return null;
    }

    private static @Nullable LocalTime cutOff(Question question, List<Problem> problems) {
        var field = "cutOff";
        var written = question.cutOff();
        var asked = question.budget();
        if ((written == null || written.isBlank()) && asked != null) {
            field = "budget.cutOff";
            written = asked.cutOff();
        }
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return LocalTime.parse(written.strip());
        } catch (DateTimeException e) {
            problems.add(Problem.of(field, "malformed"));
            return null;
        }
    }

    private static List<Pause> pauses(@Nullable List<@Nullable PauseQuestion> asked, List<Problem> problems) {
        var pauses = new ArrayList<Pause>();
        if (asked == null) {
            return pauses;
        }
        if (asked.size() > MOST_PAUSES) {
            problems.add(Problem.of("pauses", "too-many", MOST_PAUSES));
            return pauses;
        }
        for (int i = 0; i < asked.size(); i++) {
            var field = "pauses[" + i + "]";
            var pause = asked.get(i);
            var from = moment(field + ".from", pause == null ? null : pause.from(), problems);
            var ends = pause == null ? null : pause.to();
            var to = ends == null ? null : moment(field + ".to", ends, problems);
            if (from != null && to != null && to.isBefore(from)) {
                problems.add(Problem.of(field + ".to", "ends-before-it-begins"));
            } else if (from != null && (to != null || ends == null)) {
                pauses.add(new Pause(from, to));
            }
        }
        return pauses;
    }

    /** With an offset, or as the clock on the wall shows it. */
    private static @Nullable Instant moment(String field, @Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(Problem.of(field, "required"));
            return null;
        }
        var moment = parse(written.strip());
        if (moment == null) {
            problems.add(Problem.of(field, "malformed"));
            return null;
        }
        var year = moment.atZone(EngineClock.ZONE).getYear();
        if (year < FIRST_YEAR || year >= LAST_YEAR) {
            problems.add(Problem.of(field, "year-out-of-range", FIRST_YEAR, LAST_YEAR - 1));
            return null;
        }
        return moment;
    }

    private static @Nullable Instant parse(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(written).atZone(EngineClock.ZONE).toInstant();
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
