package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;

/**
 * Tells what is due: every clock climbs all the rungs that it has come to by now, in order, those too that nobody could
 * tell while the system was down. Many clocks in one transaction; all nodes take part, and none waits for another or for
 * an officer: whoever is held is left for the next round.
 */
@Component
@Order(1)
class Ringing implements Chore {

    private static final Logger log = LoggerFactory.getLogger(Ringing.class);

    /** For a dossier whose rungs cannot be told; the others must not wait for it. */
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(5);

    private final ClockMapper mapper;
    private final Stopwatches watches;
    private final Ladders ladders;
    private final Escalating escalating;
    private final Dossiers dossiers;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final DeadlineSettings settings;
    private final Clock clock;

    Ringing(
            ClockMapper mapper,
            Stopwatches watches,
            Ladders ladders,
            Escalating escalating,
            Dossiers dossiers,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            DeadlineSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.watches = watches;
        this.ladders = ladders;
        this.escalating = escalating;
        this.dossiers = dossiers;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean doSome() {
        var now = clock.instant();
        try {
            return count(() -> ring(due(now), now)) > 0;
        } catch (RuntimeException e) {
            log.info("telling rungs one dossier at a time: {}", e.getClass().getSimpleName());
            return oneByOne(now);
        }
    }

    /** Lets the clocks of these dossiers climb, but for those that somebody else holds; inside a transaction. */
    int ring(List<DossierNumber> due, Instant now) {
        if (due.isEmpty()) {
            return 0;
        }
        mapper.yieldToOfficers();
        var climbing = watches.due(dossiers.hold(due), now);
        var climbed = new ArrayList<Escalating.Climbed>();
        climbing.forEach(watch -> climbed.addAll(climb(watch, now)));
        watches.review(climbing);
        escalating.raise(climbed, now);
        return climbing.size();
    }

    private List<DossierNumber> due(Instant now) {
        return mapper.due(now, settings.batch()).stream()
                .map(DossierNumber::new)
                .toList();
    }

    /** One dossier that makes trouble does not keep the others from being told. */
    private boolean oneByOne(Instant now) {
        var due = transaction.execute(tx -> due(now));
        var done = false;
        for (var number : due == null ? List.<DossierNumber>of() : due) {
            try {
                done |= count(() -> ring(List.of(number), now)) > 0;
            } catch (TransientDataAccessException busy) {
                log.debug("the rungs of {} wait for an officer", number);
            } catch (RuntimeException e) {
                log.error("could not tell the rungs of {}", number, e);
                transaction.executeWithoutResult(tx -> mapper.postpone(number.value(), now, now.plus(AFTER_A_FAULT)));
            }
        }
        return done;
    }

    private int count(java.util.function.IntSupplier work) {
        Integer count = transaction.execute(tx -> work.getAsInt());
        return count == null ? 0 : count;
    }

    private List<Escalating.Climbed> climb(Stopwatch watch, Instant now) {
        var climbed = new ArrayList<Escalating.Climbed>();
        for (var step : ladders.ahead(watch)) {
            // Not the end: what is told at once does not wait for what is told in the morning.
            if (step.toldAt(watch.calendar(), now).isAfter(now)) {
                continue;
            }
            if (!step.reachedAt().isBefore(watch.dueAt())) {
                announceMissed(watch, now);
            }
            watch.reached(step.rung());
            climbed.add(new Escalating.Climbed(watch, step));
        }
        announceMissed(watch, now);
        return climbed;
    }

    private void announceMissed(Stopwatch watch, Instant now) {
        if (watch.missed() || ladders.passedAt(watch, now).isAfter(now)) {
            return;
        }
        watch.dateHasPassed();
        events.publishEvent(new DeadlineMissed(
                watch.level(),
                new DossierNumber(watch.dossier()),
                new DossierNumber(watch.root()),
                watch.leg(),
                watch.level() == Level.STEP ? watch.key() : null,
                watch.unit(),
                watch.dueAt(),
                now));
    }
}
