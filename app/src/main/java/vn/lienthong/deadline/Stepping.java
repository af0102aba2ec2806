package vn.lienthong.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.deadline.ClockRow.State;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;

/** What an officer owes: a clock for each step that has a budget, in the calendar of the unit that is competent for it. */
@Component
class Stepping {

    private final Stopwatches watches;
    private final EscalationMapper escalations;
    private final Dossiers dossiers;
    private final Organisation organisation;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;

    Stepping(
            Stopwatches watches,
            EscalationMapper escalations,
            Dossiers dossiers,
            Organisation organisation,
            Calendars calendars,
            ApplicationEventPublisher events) {
        this.watches = watches;
        this.escalations = escalations;
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.calendars = calendars;
        this.events = events;
    }

    void opened(StepOpened step) {
        var dossier = dossiers.current(new DossierNumber(step.businessKey()));
        var unit = unit(step, dossier);
        var budget = step.properties().get("budget");
        if (budget == null) {
            events.publishEvent(new StepDue(step, unit.code(), unit.calendar(), null));
            return;
        }
        var owes = Budget.parse(budget);
        var due = DueDates.compute(calendars.of(unit.calendar()), step.at(), owes, List.of());
        var row = new ClockRow(
                step.taskId(),
                Level.STEP,
                step.businessKey(),
                dossier.root().value(),
                leg(step, dossier),
                null,
                null,
                step.step(),
                step.properties().get("duty"),
                unit.code(),
                unit.calendar(),
                owes.amount(),
                owes.unit(),
                owes.cutOff(),
                step.at(),
                due.dueAt(),
                due.dueAt(),
                due.provisional(),
                State.PLANNED,
                0,
                null,
                null,
                List.of(),
                false,
                null,
                0);
        watches.add(row, watch -> watch.started(step.at(), due));
        events.publishEvent(new StepDue(step, unit.code(), unit.calendar(), due.dueAt()));
    }

    void closed(StepClosed step) {
        var watch = watches.find(step.taskId());
        if (watch != null && watch.stopped(step.at()) && !watch.reached().isEmpty()) {
            escalations.settle(watch.key());
        }
    }

    private Unit unit(StepOpened step, Dossiers.Summary dossier) {
        var role = step.properties().get("agency");
        return role == null
                ? organisation.unit(dossier.unit())
                : organisation.competent(role, dossier.area(), LocalDate.ofInstant(step.at(), EngineClock.ZONE));
    }

    /** Which leg of the citizen's dossier the step belongs to. */
    private static @Nullable String leg(StepOpened step, Dossiers.Summary dossier) {
        if (dossier.originLeg() != null) {
            return dossier.originLeg();
        }
        var written = step.properties().get("leg");
        return written != null ? written : dossier.founding().map(Leg::leg).orElse(null);
    }
}
