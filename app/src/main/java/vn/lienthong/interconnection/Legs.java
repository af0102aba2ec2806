package vn.lienthong.interconnection;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegEnded;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Linking;
import vn.lienthong.workflow.LegOpener;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.StepClosed;

/** Hands a leg to its agency when the process reaches it, and follows what becomes of it. */
@Component
class Legs implements LegOpener {

    /** The outcome by which an agency refuses a leg at its first step; every other one is some kind of acceptance. */
    private static final String REFUSE = "refuse";

    private static final String SUPPLEMENT = "supplement";

    private final Linking linking;
    private final Dossiers dossiers;
    private final HandoverMapper handovers;
    private final CurrentCaller caller;
    private final Clock clock;

    Legs(Linking linking, Dossiers dossiers, HandoverMapper handovers, CurrentCaller caller, Clock clock) {
        this.linking = linking;
        this.dossiers = dossiers;
        this.handovers = handovers;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Leg open(String originKey, ProcessRef process, String callActivity, Map<String, String> properties) {
        String leg = properties.get("leg");
        if (leg == null) {
            throw new IllegalStateException(callActivity + " of " + process + " names no leg");
        }
        var origin = new DossierNumber(originKey);
        Linking.Linked linked = linking.open(origin, leg);
        Dossiers.Summary opened = dossiers.current(linked.number());
        handovers.insert(
                UUID.randomUUID(),
                originKey,
                leg,
                linked.number().value(),
                dossiers.current(origin).unit(),
                opened.unit(),
                clock.instant());
        return new Leg(linked.process(), linked.number().value());
    }

    @Override
    public String result(String legKey) {
        return linking.result(new DossierNumber(legKey)).key();
    }

    /** The first thing the receiving unit does with it is its acknowledgement. */
    @EventListener
    void answered(StepClosed event) {
        String outcome = event.outcome();
        if (outcome == null
                || dossiers.current(new DossierNumber(event.businessKey())).origin() == null) {
            return;
        }
        Instant now = clock.instant();
        String by = caller.find().map(c -> c.username()).orElse("system");
        if (handovers.acknowledge(event.businessKey(), by, now) == 1) {
            handovers.answer(
                    event.businessKey(),
                    switch (outcome) {
                        case REFUSE -> HandoverState.REFUSED;
                        case SUPPLEMENT -> HandoverState.RETURNED;
                        default -> HandoverState.ACCEPTED;
                    },
                    null,
                    now);
        }
    }

    @EventListener
    void ended(LegEnded event) {
        dossiers.current(event.origin()).legs().stream()
                .filter(leg -> leg.leg().equals(event.leg()) && leg.number() != null)
                .forEach(leg -> handovers.finish(
                        String.valueOf(leg.number()),
                        event.state() == LegState.DONE
                                ? HandoverState.DONE
                                : event.state() == LegState.REFUSED ? HandoverState.REFUSED : HandoverState.TAKEN_BACK,
                        event.at()));
    }
}
