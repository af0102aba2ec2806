package vn.lienthong.deadline;

import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.DossierNumber;

/**
 * The clocks of dossiers, for modules that have more to say to them than events do. They start, stop and pause by themselves
 * when something happens to a dossier; nothing here sets a date.
 */
@Component
public class Clocks {

    private final Explaining explaining;
    private final Pausing pausing;
    private final Promising promising;
    private final Stopwatches watches;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clocks(
            Explaining explaining,
            Pausing pausing,
            Promising promising,
            Stopwatches watches,
            CurrentCaller caller,
            ApplicationEventPublisher events,
            Clock clock) {
        this.explaining = explaining;
        this.pausing = pausing;
        this.promising = promising;
        this.watches = watches;
        this.caller = caller;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Why the dossier is due when it is. Whoever calls answers for who may read it.
     *
     * @throws vn.lienthong.command.NotFound when there is no such dossier
     */
    public Explanation explain(DossierNumber number, Locale locale) {
        return explaining.explain(number, locale);
    }

    /**
     * Takes time out of the clocks of a dossier, in the name of whoever is asking. Clocks that stand still already stay.
     *
     * @param legalBasis the law that allows it; that of the procedure when blank
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pause(DossierNumber number, String reason, String legalBasis, @Nullable String document) {
        var actor = caller.find().map(officer -> officer.username()).orElse(null);
        pausing.pause(number, new Stopwatch.Cause(actor, null, reason, legalBasis, document));
    }

    /** Lets the clocks go on, by the supplement policy of the procedure. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(DossierNumber number) {
        pausing.resume(number);
    }

    /** Computes every date of a citizen's dossier anew, after a calendar has changed. What does not move is not touched. */
    @Transactional
    public void recompute(DossierNumber number) {
        for (var leg : watches.look(number.value()).legs()) {
            var linked = leg.linked();
            if (linked != null && !leg.isStopped()) {
                watches.openSteps(linked).forEach(this::recompute);
            }
        }
        var family = watches.family(number.value());
        family.steps().forEach(this::recompute);
        promising.follow(family, clock.instant(), "calendar");
    }

    private void recompute(Stopwatch step) {
        if (step.recomputed(clock.instant(), step.computed(), "calendar")) {
            events.publishEvent(new StepDueMoved(step.key(), step.dueAt()));
        }
    }
}
