package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.deadline.EscalationMapper.Raised;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/** Calls somebody when clocks have climbed rungs: on the board, on the dossier's timeline, and to whoever listens. */
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

    /** A clock that has climbed a rung. */
    record Climbed(Stopwatch watch, Ladder.Step step) {

        private DossierNumber number() {
            return new DossierNumber(watch.dossier());
        }

        private DossierNumber root() {
            return new DossierNumber(watch.root());
        }
    }

    private record Call(Climbed climbed, Addressing.Called called, Escalation escalation) {}

    /** Of many clocks at once; each rung that a clock had reached before is left out. */
    void raise(List<Climbed> climbed, Instant now) {
        var calls = calls(withoutCovered(climbed, now), now);
        if (calls.isEmpty()) {
            return;
        }
        var raised = mapper.raise(calls.values().stream().map(Call::escalation).toList());
        raised.sort(Comparator.comparing(Raised::id));
        var letters = new ArrayList<Apologising.Wanted>();
        for (var row : raised) {
            var call = known(calls.get(List.of(row.clock(), row.rung())));
            announce(row.id(), call, now);
            if (call.escalation().does() == Does.APOLOGISE) {
                letters.add(new Apologising.Wanted(
                        call.climbed().watch(), row.id(), call.called().unit()));
            }
        }
        apologising.draft(letters, now);
    }

    /** A citizen who has a letter needs no other. */
    private List<Climbed> withoutCovered(List<Climbed> climbed, Instant now) {
        var letter = climbed.stream()
                .filter(one -> one.step().rung().does() == Does.LETTER)
                .map(one -> one.watch().dossier())
                .toList();
        if (letter.isEmpty()) {
            return climbed;
        }
        var covered = Set.copyOf(letters.covered(letter, now));
        return climbed.stream()
                .filter(one -> one.step().rung().does() != Does.LETTER
                        || !covered.contains(one.watch().dossier()))
                .toList();
    }

    /** Who is called, by clock and rung. */
    private Map<List<String>, Call> calls(List<Climbed> climbed, Instant now) {
        var desks = desks(climbed);
        var inHand = addressing.inHand(climbed.stream()
                .map(Climbed::watch)
                .filter(watch -> watch.level() == Level.STEP)
                .map(Stopwatch::key)
                .collect(Collectors.toSet()));
        var today = LocalDate.ofInstant(now, clock.getZone());
        var calls = new LinkedHashMap<List<String>, Call>();
        for (var one : climbed) {
            var watch = one.watch();
            var rung = one.step().rung();
            var desk = known(desks.get(watch.root()));
            var called = addressing.find(rung.to(), watch, desk, inHand, today);
            var explainers = new LinkedHashSet<>(called.officers());
            if (rung.does() == Does.ACT && watch.level() == Level.STEP) {
                // They too who have it in hand, because they know.
                explainers.addAll(addressing
                        .find(Addressee.ASSIGNEE, watch, desk, inHand, today)
                        .officers());
            }
            calls.put(
                    List.of(watch.key(), rung.id()),
                    new Call(one, called, escalation(one, called, desk, List.copyOf(explainers), now)));
        }
        return calls;
    }

    /**
     * The units that received the citizens' dossiers, by dossier. Another's is read without holding it: what several legs of
     * one dossier have to tell does not wait.
     */
    private Map<String, String> desks(List<Climbed> climbed) {
        var desks = new HashMap<String, String>();
        var others = new LinkedHashSet<String>();
        for (var one : climbed) {
            if (one.root().equals(one.number())) {
                desks.put(one.watch().root(), dossiers.current(one.root()).unit());
            } else {
                others.add(one.watch().root());
            }
        }
        dossiers.all(others).forEach((number, dossier) -> desks.put(number, dossier.unit()));
        return desks;
    }

    private Escalation escalation(
            Climbed climbed, Addressing.Called called, String desk, List<String> explainers, Instant now) {
        var watch = climbed.watch();
        var rung = climbed.step().rung();
        return new Escalation(
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
                List.copyOf(new LinkedHashSet<>(List.of(watch.unit(), called.unit(), desk))),
                explainers,
                rung.does() == Does.ACT ? explainBy(called.unit(), now) : null,
                watch.dueAt(),
                climbed.step().reachedAt(),
                now,
                Escalation.State.OPEN,
                null,
                null,
                null,
                null,
                null);
    }

    private void announce(long id, Call call, Instant now) {
        var number = call.climbed().number();
        var watch = call.climbed().watch();
        var rung = call.climbed().step().rung();
        var called = call.called();
        timeline.append(number, Actor.SYSTEM, "escalated", details(watch, rung, called));
        events.publishEvent(new RungReached(
                id,
                rung.to().escalationLevel(),
                watch.level(),
                number,
                call.climbed().root(),
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

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
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
