package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.ElementReached;
import vn.lienthong.workflow.ProcessEnded;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.StepClosed;
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
    private static final String PAYMENT = "payment";

    /** Who decides on a refusal. Their step is no work on a dossier that nobody has received yet. */
    private static final Set<String> HEADS = Set.of("agency-head", "unit-head");

    private final OpenFiles files;
    private final Supplements supplements;
    private final Linking linking;
    private final ProcessModels models;
    private final ApplicationEventPublisher events;

    FollowingTheProcess(
            OpenFiles files,
            Supplements supplements,
            Linking linking,
            ProcessModels models,
            ApplicationEventPublisher events) {
        this.files = files;
        this.supplements = supplements;
        this.linking = linking;
        this.models = models;
        this.events = events;
    }

    @EventListener
    void reached(ElementReached event) {
        files.open(new DossierNumber(event.businessKey())).reach(event.element());
    }

    @EventListener
    void opened(StepOpened event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        boolean work = isWork(event.properties());
        boolean headsOnly = HEADS.contains(event.properties().getOrDefault("duty", ""));
        if (dossier.state() == DossierState.RECEIVED && work
                || dossier.state() == DossierState.SUBMITTED && work && !headsOnly) {
            move(dossier, DossierState.PROCESSING, event.at());
        }
    }

    /** The desk's ordinary answer receives what was filed online or by post; any other one leaves that open. */
    @EventListener
    void decided(StepClosed event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        ProcessModel model = models.of(event.process());
        if (dossier.state() == DossierState.SUBMITTED
                && !isWork(model.require(event.step()).properties())
                && model.outcomes(event.step()).stream()
                        .anyMatch(outcome -> outcome.isDefault() && outcome.id().equals(event.outcome()))) {
            move(dossier, DossierState.RECEIVED, event.at());
        }
    }

    @EventListener
    void waiting(WaitOpened event) {
        if (SUPPLEMENT.equals(event.properties().get("wait"))) {
            Dossier dossier = files.open(new DossierNumber(event.businessKey()));
            move(dossier, DossierState.SUPPLEMENT_REQUESTED, event.at());
            supplements.asked(dossier);
        }
        if (PAYMENT.equals(event.properties().get("wait"))) {
            move(files.open(new DossierNumber(event.businessKey())), DossierState.FINANCIAL_OBLIGATION, event.at());
        }
    }

    @EventListener
    void goingOn(WaitClosed event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        if (dossier.state() == DossierState.SUPPLEMENT_REQUESTED
                || dossier.state() == DossierState.FINANCIAL_OBLIGATION) {
            move(dossier, goesOnAs(dossier), event.at());
        }
    }

    /** What was asked for at the desk goes back to the desk, which has yet to receive the dossier. */
    private DossierState goesOnAs(Dossier dossier) {
        boolean inWork = models.of(dossier.process()).nodes().stream()
                .anyMatch(node -> dossier.visited().contains(node.id())
                        && node.type().equals("userTask")
                        && isWork(node.properties()));
        if (inWork) {
            return DossierState.PROCESSING;
        }
        return dossier.channel() == Channel.COUNTER ? DossierState.RECEIVED : DossierState.SUBMITTED;
    }

    private static boolean isWork(Map<String, String> step) {
        return !RECEPTION.equals(step.get("agency"));
    }

    @EventListener
    void ended(ProcessEnded event) {
        Dossier dossier = files.open(new DossierNumber(event.businessKey()));
        Result result = Result.of(event.endElement());
        dossier.end(event.endElement(), event.at());
        // A citizen's dossier is returned when somebody hands it over, not when its diagram ends.
        boolean kept = result == Result.DONE && !dossier.isPart();
        if (!dossier.state().isFinal() && !kept) {
            move(dossier, result.state, event.at());
        }
        for (Leg leg : dossier.legs()) {
            if (!leg.state().isOver()) {
                linking.end(dossier, leg.leg(), leg.founding() ? result.leg : LegState.CANCELLED, event.at());
            }
        }
        dossier.origin()
                .filter(origin -> result != Result.ASSIGNED)
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
        /** It is known by now whose it is: the part itself goes on there. */
        ASSIGNED(DossierState.RETURNED, LegState.DONE),
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
            Map<String, Result> words = Map.of(
                    "refused", REFUSED,
                    "stopped", STOPPED,
                    "assigned", ASSIGNED,
                    "withdrawn", WITHDRAWN,
                    "cancelled", WITHDRAWN);
            return words.entrySet().stream()
                    .filter(word -> end.contains(word.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(DONE);
        }
    }
}
