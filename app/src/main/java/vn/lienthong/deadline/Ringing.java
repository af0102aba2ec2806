package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.workflow.AlarmHandler;

/**
 * What happens when the alarm of a dossier rings: every clock of it climbs all the rungs that are due by now, in order,
 * those too that nobody could climb while the system was down.
 */
@Component
class Ringing implements AlarmHandler {

    private final Stopwatches watches;
    private final Ladders ladders;
    private final Escalating escalating;
    private final ApplicationEventPublisher events;

    Ringing(Stopwatches watches, Ladders ladders, Escalating escalating, ApplicationEventPublisher events) {
        this.watches = watches;
        this.ladders = ladders;
        this.escalating = escalating;
        this.events = events;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Instant> ring(String key, Instant now) {
        for (var watch : watches.due(key, now)) {
            climb(watch, now);
        }
        return watches.nextRung(key);
    }

    private void climb(Stopwatch watch, Instant now) {
        for (var step : ladders.ahead(watch)) {
            if (step.toldAt().isAfter(now)) {
                break;
            }
            if (!step.reachedAt().isBefore(watch.dueAt())) {
                announceMissed(watch, now);
            }
            escalating.raise(watch, step, now);
        }
        announceMissed(watch, now);
    }

    private void announceMissed(Stopwatch watch, Instant now) {
        if (watch.missed() || watch.calendar().atWork(watch.dueAt()).isAfter(now)) {
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
