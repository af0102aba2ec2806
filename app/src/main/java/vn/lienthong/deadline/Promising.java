package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.deadline.ClockRow.State;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierReceived;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.PlannedLeg;
import vn.lienthong.procedure.Catalogue;

/** What a citizen is promised when a dossier is received, and how it becomes true leg by leg. */
@Component
class Promising {

    private static final Logger log = LoggerFactory.getLogger(Promising.class);

    private final Stopwatches watches;
    private final EscalationMapper escalations;
    private final ConsumptionMapper consumptions;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Calendars calendars;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Promising(
            Stopwatches watches,
            EscalationMapper escalations,
            ConsumptionMapper consumptions,
            Dossiers dossiers,
            Catalogue catalogue,
            Calendars calendars,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.watches = watches;
        this.escalations = escalations;
        this.consumptions = consumptions;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    /** Starts the clocks of a citizen's dossier. One that was opened for a leg is measured by that leg's clock. */
    void received(DossierReceived event) {
        if (event.origin() != null) {
            return;
        }
        var edition = catalogue.edition(event.process());
        var number = event.number().value();
        var parts = new ArrayList<Composition.Part>();
        for (var leg : event.legs()) {
            parts.add(new Composition.Part(
                    leg.leg(), leg.after(), calendars.ofUnit(leg.unit()), leg.budget(), Course.PLANNED));
        }
        var dates = new Composition(event.receivedAt(), parts);
        for (var leg : event.legs()) {
            begin(number, leg, leg.budget(), event.receivedAt(), dates.promised(leg.leg()));
        }
        var limit = event.legs().isEmpty() ? edition.limit() : null;
        var due = limit == null
                ? dates.whole().orElseThrow()
                : DueDates.compute(calendars.ofUnit(event.unit()), event.receivedAt(), limit, List.of());
        var row = row(number, Level.DOSSIER, number, null, null, event.unit(), limit, event.receivedAt(), due);
        watches.add(row, watch -> watch.started(event.receivedAt(), due));
        dossiers.promise(event.number(), due.dueAt(), due.dueAt());
        log.info("promised {} {}", number, due.dueAt());
    }

    private void begin(String number, PlannedLeg leg, Budget budget, Instant receivedAt, Due due) {
        var row = row(
                number + "/" + leg.leg(),
                Level.LEG,
                number,
                leg.leg(),
                leg.after(),
                leg.unit(),
                budget,
                receivedAt,
                due);
        watches.add(row, watch -> {
            if (leg.founding()) {
                watch.started(receivedAt, due);
            } else {
                watch.planned(due);
            }
        });
        dossiers.legDue(new DossierNumber(number), leg.leg(), due.dueAt(), due.dueAt());
    }

    /** An agency has its part in hand: from now on it owes its full budget, whatever was eaten up before it. */
    void legStarted(DossierNumber origin, String leg, DossierNumber linked, Instant at) {
        var family = watches.family(origin.value());
        var watch = family.leg(leg).orElse(null);
        if (watch == null || watch.isStopped()) {
            return;
        }
        watch.linkedTo(linked.value());
        var due = DueDates.compute(watch.calendar(), at, known(watch.budget()), List.of());
        watch.started(at, due);
        tell(watch);
        follow(family, at, "earlier-leg");
    }

    /** @param finished whether the agency did its part; what was withdrawn or cancelled is nobody's achievement or fault */
    void legEnded(DossierNumber origin, String leg, boolean finished, Instant at) {
        if (!finished) {
            var watch = watches.find(origin.value() + "/" + leg);
            if (watch != null) {
                stop(watch, at);
            }
            return;
        }
        var family = watches.family(origin.value());
        var watch = family.leg(leg).filter(known -> !known.isStopped()).orElse(null);
        var whole = family.whole().orElse(null);
        if (watch == null || whole == null) {
            return;
        }
        stop(watch, at);
        if (watch.course().startedAt() != null) {
            watches.write();
            var dates = family.composition(whole.startedAt());
            consumptions.keep(Consumption.of(watch, dates, whole.startedAt(), at));
        }
    }

    /** The citizen can have the result, or there will be none. */
    void ended(DossierNumber number, Instant at) {
        var family = watches.family(number.value());
        family.whole().ifPresent(whole -> stop(whole, at));
    }

    private void stop(Stopwatch watch, Instant at) {
        if (watch.stopped(at) && !watch.reached().isEmpty()) {
            escalations.settle(watch.key());
        }
    }

    /** Other agencies are competent; they work by their own calendars. */
    void forwarded(DossierNumber number, String area, Instant at) {
        var family = watches.family(number.value());
        var edition = catalogue.edition(dossiers.current(number).process());
        for (var watch : family.legs()) {
            if (!watch.isStopped()) {
                var role =
                        edition.leg(String.valueOf(watch.leg())).orElseThrow().agency();
                var unit = organisation
                        .competent(role, area, LocalDate.ofInstant(at, clock.getZone()))
                        .code();
                watch.owedBy(unit, calendars.ofUnit(unit));
            }
        }
        follow(family, at, "other-agencies");
    }

    void follow(Family family, Instant at, String reason) {
        follow(family, at, Stopwatch.Cause.because(reason), null);
    }

    /**
     * Lets every date that rests on what has just changed follow, and writes it back to the dossier.
     *
     * @return how many moved
     */
    int follow(Family family, Instant at, Stopwatch.Cause cause, @Nullable String approver) {
        var whole = family.whole().orElse(null);
        if (whole == null) {
            return 0;
        }
        var moved = 0;
        var dates = family.composition(whole.startedAt());
        for (var watch : family.legs()) {
            var owed = dates.owed(String.valueOf(watch.leg()));
            if (!watch.isStopped() && watch.recomputed(at, owed, cause, approver)) {
                tell(watch);
                moved++;
            }
        }
        if (!whole.isStopped() && whole.recomputed(at, Family.promise(whole, dates), cause, approver)) {
            tell(whole);
            moved++;
        }
        return moved;
    }

    /** The line just written into the ledger of the promise says which date follows from it. */
    void granted(Stopwatch whole, Family family) {
        whole.dueAfterwards(Family.promise(whole, family.composition(whole.startedAt())));
        tell(whole, PromiseMoved.Why.EXTENSION);
    }

    /** Writes a date back to where people read it. */
    void tell(Stopwatch watch) {
        tell(watch, PromiseMoved.Why.RECOMPUTED);
    }

    void tell(Stopwatch watch, PromiseMoved.Why why) {
        var number = new DossierNumber(watch.root());
        if (watch.level() == Level.DOSSIER) {
            var before = dossiers.current(number).promisedAt();
            dossiers.promise(number, watch.dueAt(), watch.originalDueAt());
            if (before != null && !before.equals(watch.dueAt())) {
                events.publishEvent(new PromiseMoved(number, before, watch.dueAt(), why));
            }
            return;
        }
        dossiers.legDue(number, String.valueOf(watch.leg()), watch.dueAt(), watch.originalDueAt());
        var linked = watch.linked();
        if (linked != null) {
            // The agency's own dossier is due when its leg is.
            var own = new DossierNumber(linked);
            dossiers.promise(own, watch.dueAt(), watch.originalDueAt());
            for (var leg : dossiers.current(own).legs()) {
                dossiers.legDue(own, leg.leg(), watch.dueAt(), watch.originalDueAt());
            }
        }
    }

    private ClockRow row(
            String key,
            Level level,
            String number,
            @Nullable String leg,
            @Nullable String after,
            String unit,
            @Nullable Budget budget,
            Instant receivedAt,
            Due due) {
        return new ClockRow(
                key,
                level,
                number,
                number,
                leg,
                after,
                null,
                null,
                null,
                unit,
                organisation.unit(unit).calendar(),
                budget == null ? null : budget.amount(),
                budget == null ? null : budget.unit(),
                budget == null ? null : budget.cutOff(),
                receivedAt,
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
    }

    private static Budget known(@Nullable Budget budget) {
        if (budget == null) {
            throw new IllegalStateException("a leg without a budget");
        }
        return budget;
    }
}
