package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/** Calls somebody when a clock has climbed a rung: on the board, on the dossier's timeline, and to whoever listens. */
@Component
class Escalating {

    private static final Logger log = LoggerFactory.getLogger(Escalating.class);

    private final EscalationMapper mapper;
    private final Addressing addressing;
    private final Apologising apologising;
    private final ApologyMapper letters;
    private final Calendars calendars;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Escalating(
            EscalationMapper mapper,
            Addressing addressing,
            Apologising apologising,
            ApologyMapper letters,
            Calendars calendars,
            Dossiers dossiers,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.mapper = mapper;
        this.addressing = addressing;
        this.apologising = apologising;
        this.letters = letters;
        this.calendars = calendars;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    void raise(Stopwatch watch, Ladder.Step step, Instant now) {
        var rung = step.rung();
        watch.reached(rung);
        if (rung.does() == Does.LETTER && letters.isCovered(watch.dossier(), now)) {
            return;
        }
        var number = new DossierNumber(watch.dossier());
        var root = new DossierNumber(watch.root());
        // Another's is read without holding it: what several legs of one dossier have to tell does not wait.
        var desk = (root.equals(number) ? dossiers.current(root) : dossiers.get(root)).unit();
        var called = addressing.find(rung.to(), watch, desk, LocalDate.ofInstant(now, clock.getZone()));
        var units = new LinkedHashSet<>(List.of(watch.unit(), called.unit(), desk));
        var id = mapper.raise(new Escalation(
                null,
                watch.key(),
                rung.id(),
                rung.to().escalationLevel(),
                rung.does(),
                watch.level(),
                watch.dossier(),
                watch.root(),
                watch.leg(),
                watch.step(),
                watch.unit(),
                rung.to().key(),
                called.unit(),
                called.officers(),
                List.copyOf(units),
                explainers(watch, rung, called, desk, now),
                rung.does() == Does.ACT ? explainBy(called.unit(), now) : null,
                watch.dueAt(),
                step.reachedAt(),
                now,
                Escalation.State.OPEN,
                null,
                null,
                null,
                null,
                null));
        if (id == null) {
            return;
        }
        timeline.append(number, Actor.SYSTEM, "escalated", details(watch, rung, called));
        if (rung.does() == Does.APOLOGISE) {
            apologising.draft(watch, id, called.unit(), now);
        }
        events.publishEvent(new RungReached(
                id,
                rung.to().escalationLevel(),
                watch.level(),
                number,
                root,
                watch.leg(),
                watch.level() == Level.STEP ? watch.key() : null,
                watch.step(),
                rung.id(),
                rung.does(),
                called.unit(),
                called.officers(),
                watch.dueAt(),
                now));
        log.info("escalated {} {} {}", number, watch.step() == null ? watch.leg() : watch.step(), rung.id());
    }

    /** Whoever was called; about a step also the officers who have it in hand, because they know. */
    private List<String> explainers(Stopwatch watch, Rung rung, Addressing.Called called, String desk, Instant now) {
        var explainers = new LinkedHashSet<>(called.officers());
        if (rung.does() == Does.ACT && watch.level() == Level.STEP) {
            explainers.addAll(addressing
                    .find(Addressee.ASSIGNEE, watch, desk, LocalDate.ofInstant(now, clock.getZone()))
                    .officers());
        }
        return List.copyOf(explainers);
    }

    /** The end of the next working day of who was called. */
    private Instant explainBy(String unit, Instant now) {
        return DueDates.compute(calendars.ofUnit(unit), now, Budget.of(1, BudgetUnit.WORKING_DAY), List.of())
                .dueAt();
    }

    private static Map<String, Object> details(Stopwatch watch, Rung rung, Addressing.Called called) {
        var details = new LinkedHashMap<String, Object>();
        details.put("clock", watch.level().name());
        if (watch.leg() != null) {
            details.put("leg", watch.leg());
        }
        if (watch.step() != null) {
            details.put("step", watch.step());
        }
        details.put("rung", rung.id());
        details.put("level", rung.to().escalationLevel());
        details.put("does", rung.does().name());
        details.put("to", rung.to().key());
        details.put("toUnit", called.unit());
        details.put("toOfficers", called.officers());
        details.put("dueAt", watch.dueAt().toString());
        return details;
    }
}
