package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.ElementReached;
import vn.lienthong.workflow.ProcessEnded;
import vn.lienthong.workflow.StepOpened;
import vn.lienthong.workflow.WaitClosed;
import vn.lienthong.workflow.WaitOpened;

/** Keeps a dossier's state in step with its process, in the engine's own transaction. */
@Component
@Order(0)
class FollowingTheProcess {

    /** The role of the desk; its steps come before a dossier is in work, and after. */
    private static final String RECEPTION = "reception";

    private static final String SUPPLEMENT = "supplement";

    private final OpenFiles files;
    private final Supplements supplements;
    private final Linking linking;
    private final ApplicationEventPublisher events;

    FollowingTheProcess(OpenFiles files, Supplements supplements, Linking linking, ApplicationEventPublisher events) {
        this.files = files;
        this.supplements = supplements;
        this.linking = linking;
        this.events = events;
    }

    @EventListener
    void reached(ElementReached event) {
        files.open(new DossierNumber(event.businessKey())).reach(event.element());
    }

    @EventListener
    void opened(StepOpened event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        boolean before = dossier.state() == DossierState.SUBMITTED || dossier.state() == DossierState.RECEIVED;
        if (before && !RECEPTION.equals(event.properties().get("agency"))) {
            move(dossier, DossierState.PROCESSING, event.at());
        }
    }

    @EventListener
    void waiting(WaitOpened event) {
        if (SUPPLEMENT.equals(event.properties().get("wait"))) {
            Dossier dossier = files.open(new DossierNumber(event.businessKey()));
            move(dossier, DossierState.SUPPLEMENT_REQUESTED, event.at());
            supplements.asked(dossier);
        }
    }

    @EventListener
    void goingOn(WaitClosed event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        if (dossier.state() == DossierState.SUPPLEMENT_REQUESTED) {
            move(dossier, DossierState.PROCESSING, event.at());
        }
    }

    @EventListener
    void ended(ProcessEnded event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        Result result = Result.of(event.endElement());
        dossier.end(event.endElement(), event.at());
        // A citizen's dossier is returned when somebody hands it over, not when its diagram ends.
        boolean kept = result == Result.DONE && dossier.origin().isEmpty();
        if (!dossier.state().isFinal() && !kept) {
            move(dossier, result.state, event.at());
        }
        for (Leg leg : dossier.legs()) {
            if (!leg.state().isOver()) {
                linking.end(dossier, leg.leg(), leg.founding() ? result.leg : LegState.CANCELLED, event.at());
            }
        }
        dossier.origin()
                .ifPresent(origin ->
                        linking.end(files.open(origin), dossier.originLeg().orElseThrow(), result.leg, event.at()));
    }

    void move(Dossier dossier, DossierState to, Instant at) {
        DossierState from = dossier.move(to, at);
        if (from != to) {
            events.publishEvent(new DossierMoved(dossier.number(), from, to, at));
        }
    }

    /** What the end event says, by the convention of its id: {@code EndEvent_Refused}, {@code EndEvent_Withdrawn}. */
    private enum Result {
        DONE(DossierState.RETURNED, LegState.DONE),
        REFUSED(DossierState.STOPPED, LegState.REFUSED),
        STOPPED(DossierState.STOPPED, LegState.REFUSED),
        WITHDRAWN(DossierState.WITHDRAWN, LegState.WITHDRAWN);

        private final DossierState state;
        private final LegState leg;

        Result(DossierState state, LegState leg) {
            this.state = state;
            this.leg = leg;
        }

        static Result of(@Nullable String endElement) {
            if (endElement == null) {
                return WITHDRAWN;
            }
            String end = endElement.toLowerCase(Locale.ROOT);
            Map<String, Result> words =
                    Map.of("refused", REFUSED, "stopped", STOPPED, "withdrawn", WITHDRAWN, "cancelled", WITHDRAWN);
            return words.entrySet().stream()
                    .filter(word -> end.contains(word.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(DONE);
        }
    }
}
