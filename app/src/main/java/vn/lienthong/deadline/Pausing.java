package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.StepClosed;
import vn.lienthong.workflow.StepOpened;

/**
 * Takes time out of clocks for a legal reason: those of the agency that waits for the applicant, and the promise to the
 * citizen. Other agencies' clocks go on, and so does nobody's clock for an outage, a queue or a missing signature.
 */
@Component
class Pausing {

    private static final Logger log = LoggerFactory.getLogger(Pausing.class);

    /** Property of a step: the law by which the time of the whole stands still while it is open. */
    private static final String PAUSE = "pause";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Stopwatches watches;
    private final Promising promising;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final ProcessModels models;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pausing(
            Stopwatches watches,
            Promising promising,
            Dossiers dossiers,
            Catalogue catalogue,
            ProcessModels models,
            ApplicationEventPublisher events,
            Clock clock) {
        this.watches = watches;
        this.promising = promising;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.models = models;
        this.events = events;
        this.clock = clock;
    }

    /** What the law does not count lasts as long as this step; the step's own clock runs. */
    void during(StepOpened step) {
        var law = step.properties().get(PAUSE);
        if (law != null) {
            var why = catalogue.procedure(step.process()).name(step.step(), VIETNAMESE);
            pause(
                    new DossierNumber(step.businessKey()),
                    new Stopwatch.Cause(null, null, why, law, null),
                    other -> !other.key().equals(step.taskId()));
        }
    }

    /** However the step ended, the time counts again; a supplement might begin it anew, this does not. */
    void after(StepClosed step) {
        var properties = models.of(step.process()).require(step.step()).properties();
        if (properties.containsKey(PAUSE)) {
            goOn(new DossierNumber(step.businessKey()));
        }
    }

    /** The clocks go on where they stood. */
    void goOn(DossierNumber number) {
        resume(number, false);
    }

    void pause(DossierNumber number, Stopwatch.Cause cause) {
        pause(number, cause, step -> true);
    }

    private void pause(DossierNumber number, Stopwatch.Cause cause, Predicate<Stopwatch> which) {
        var now = clock.instant();
        var dossier = dossiers.current(number);
        var founded = founded(dossier, cause);
        watches.openSteps(number.value()).stream().filter(which).forEach(step -> step.paused(now, founded));
        var family = watches.family(dossier.root().value());
        affected(dossier, family).forEach(leg -> leg.paused(now, founded));
        family.whole().ifPresent(whole -> whole.paused(now, founded));
        log.info("paused {}", number);
    }

    /** The dossier is complete again; some laws begin the time anew then. */
    void resume(DossierNumber number) {
        var policy = catalogue.edition(dossiers.current(number).process()).supplement();
        resume(number, policy != null && policy.policy() == Edition.SupplementClock.RESTART);
    }

    private void resume(DossierNumber number, boolean restart) {
        var now = clock.instant();
        var dossier = dossiers.current(number);
        for (var step : watches.openSteps(number.value())) {
            if (step.isPaused()) {
                resumeStep(step, now);
            }
        }
        var family = watches.family(dossier.root().value());
        var resumed = family.legs().stream()
                .filter(Stopwatch::isPaused)
                .filter(leg -> waitedFor(dossier, leg))
                .toList();
        resumed.forEach(leg -> leg.resumed(now, Stopwatch.Cause.NONE, restart));
        var whole = family.whole().orElse(null);
        var goesOn = whole != null && whole.isPaused() && family.legs().stream().noneMatch(Stopwatch::isPaused);
        if (whole != null && goesOn) {
            whole.resumed(now, Stopwatch.Cause.NONE, false);
        }
        if (resumed.isEmpty() && !goesOn || whole == null) {
            return;
        }
        var dates = family.composition(whole.startedAt());
        for (var leg : resumed) {
            leg.dueAfterwards(dates.owed(String.valueOf(leg.leg())));
            promising.tell(leg);
        }
        if (goesOn) {
            whole.dueAfterwards(Family.promise(whole, dates));
            promising.tell(whole, PromiseMoved.Why.SUPPLEMENT);
        }
        promising.follow(family, now, "earlier-leg");
        log.info("resumed {}", number);
    }

    private void resumeStep(Stopwatch step, Instant now) {
        step.resumed(now, Stopwatch.Cause.NONE, false);
        step.dueAfterwards(step.computed());
        events.publishEvent(new StepDueMoved(step.key(), step.dueAt()));
    }

    /** The legs that cannot go on: that of the agency which waits, or what the dossier's own steps are doing. */
    private static List<Stopwatch> affected(Dossiers.Summary dossier, Family family) {
        if (dossier.origin() != null) {
            return family.leg(dossier.originLeg()).stream().toList();
        }
        var founding = dossier.legs().stream()
                .filter(Leg::founding)
                .flatMap(leg -> family.leg(leg.leg()).stream())
                .filter(Stopwatch::isRunning)
                .toList();
        return founding.isEmpty()
                ? family.legs().stream().filter(Stopwatch::isRunning).toList()
                : founding;
    }

    /** Not those that are paused because their own agency waits for the applicant. */
    private boolean waitedFor(Dossiers.Summary dossier, Stopwatch leg) {
        if (dossier.origin() != null) {
            return String.valueOf(dossier.originLeg()).equals(leg.leg());
        }
        var linked = leg.linked();
        return linked == null || dossiers.get(new DossierNumber(linked)).state() != DossierState.SUPPLEMENT_REQUESTED;
    }

    /** A pause has a reason, a law that allows it and somebody who answers for it. */
    private Stopwatch.Cause founded(Dossiers.Summary dossier, Stopwatch.Cause cause) {
        var edition = catalogue.edition(dossier.process());
        var law = cause.legalBasis();
        if (law == null || law.isBlank()) {
            law = edition.legalBasis().stream()
                    .findFirst()
                    .map(basis ->
                            basis.article() == null ? basis.document() : basis.document() + ", " + basis.article())
                    .orElse(edition.code());
        }
        var reason = cause.reason();
        var actor = cause.actor();
        return new Stopwatch.Cause(
                actor == null || actor.isBlank() ? "system" : actor,
                cause.onBehalfOf(),
                reason == null || reason.isBlank() ? dossier.state().key().toLowerCase(Locale.ROOT) : reason,
                law,
                cause.document());
    }
}
