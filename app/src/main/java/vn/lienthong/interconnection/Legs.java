package vn.lienthong.interconnection;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegEnded;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Linking;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.peer.Peer;
import vn.lienthong.interconnection.peer.Peers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Names;
import vn.lienthong.workflow.LegOpener;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.StepClosed;

/** Hands a leg to its agency when the process reaches it, and follows what becomes of it. */
@Component
class Legs implements LegOpener {

    /** The outcome by which an agency refuses a leg at its first step; every other one is some kind of acceptance. */
    private static final String REFUSE = "refuse";

    private static final String SUPPLEMENT = "supplement";

    /** The procedure that waits for an agency with a system of its own, and the element where it does. */
    static final String CARRYING = "agency-handover";

    static final String SETTLING = "ServiceTask_Settle";

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Linking linking;
    private final Dossiers dossiers;
    private final HandoverMapper handovers;
    private final Channels channels;
    private final Peers peers;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final ProcessModels models;
    private final ObjectProvider<SendingHandovers> sending;
    private final CurrentCaller caller;
    private final Clock clock;

    Legs(
            Linking linking,
            Dossiers dossiers,
            HandoverMapper handovers,
            Channels channels,
            Peers peers,
            Organisation organisation,
            Catalogue catalogue,
            ProcessModels models,
            ObjectProvider<SendingHandovers> sending,
            CurrentCaller caller,
            Clock clock) {
        this.linking = linking;
        this.dossiers = dossiers;
        this.handovers = handovers;
        this.channels = channels;
        this.peers = peers;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.models = models;
        this.sending = sending;
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
        Dossiers.Summary sender = dossiers.current(origin);
        String unit = sender.legs().stream()
                .filter(part -> part.leg().equals(leg))
                .findFirst()
                .orElseThrow()
                .unit();
        String role = catalogue.edition(sender.process()).leg(leg).orElseThrow().agency();
        if (isUnclaimed(sender, role, unit)) {
            Linking.Linked desk =
                    linking.openCoordination(origin, leg, Coordinating.PROCEDURE, coordination(sender, leg, role));
            return new Leg(desk.process(), desk.number().value());
        }
        Channel channel = channels.to(unit);
        UUID id = UUID.randomUUID();
        Linking.Linked linked = channel == Channel.LOCAL
                ? linking.open(origin, leg)
                : linking.openCarried(origin, leg, CARRYING, about(id, sender, leg, unit));
        handovers.insert(
                id,
                originKey,
                leg,
                linked.number().value(),
                sender.unit(),
                dossiers.current(linked.number()).unit(),
                channel,
                peers.carrying(organisation.agencyOf(unit)).map(Peer::name).orElse(null),
                clock.instant());
        return new Leg(linked.process(), linked.number().value());
    }

    /** Nobody was competent when it was planned, nobody is by now, and nobody has said whose it is. */
    private boolean isUnclaimed(Dossiers.Summary sender, String role, String unit) {
        LocalDate today = organisation.today();
        return !organisation.isCompetent(role, sender.area(), today)
                && organisation
                        .competent(Coordinating.DESK, sender.area(), today)
                        .code()
                        .equals(unit);
    }

    private Map<String, Object> coordination(Dossiers.Summary sender, String leg, String role) {
        Names names = catalogue.edition(sender.process()).agencies().get(role);
        return Map.of(
                "area", sender.area(),
                "partName", catalogue.procedure(sender.process()).nameOfLeg(leg, VIETNAMESE),
                "roleName", names == null ? role : names.in(VIETNAMESE));
    }

    @Override
    public boolean opensAgain(String originKey, Map<String, String> properties) {
        String leg = properties.get("leg");
        return dossiers.current(new DossierNumber(originKey)).legs().stream()
                .anyMatch(part -> part.leg().equals(leg) && part.state() == LegState.PLANNED);
    }

    /** What the procedure that waits for the agency shows of it. */
    private Map<String, Object> about(UUID id, Dossiers.Summary sender, String leg, String unit) {
        Unit agency = organisation.unit(organisation.agencyOf(unit));
        return Map.of(
                "id", id.toString(),
                "agency", agency.code(),
                "agencyName", agency.nameVi(),
                "area", sender.area(),
                "partName", catalogue.procedure(sender.process()).nameOfLeg(leg, VIETNAMESE));
    }

    /** Where the leg of a hand-over stands in the origin's diagram. */
    String callActivity(Handover handover) {
        return models.of(dossiers.current(new DossierNumber(handover.origin())).process()).nodes().stream()
                .filter(n -> n.type().equals("callActivity")
                        && handover.leg().equals(n.properties().get("leg")))
                .findFirst()
                .orElseThrow()
                .id();
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
                || event.process().procedure().equals(CARRYING)
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
                .forEach(leg -> ended(String.valueOf(leg.number()), event));
    }

    /** Who works elsewhere has to be told when it was not the agency that ended it, or when it waits for a correction. */
    private void ended(String number, LegEnded event) {
        Handover handover = handovers.ofNumber(number);
        HandoverState how = event.state() == LegState.DONE
                ? HandoverState.DONE
                : event.state() == LegState.REFUSED ? HandoverState.REFUSED : HandoverState.TAKEN_BACK;
        if (handovers.finish(number, how, event.at()) == 1
                && handover != null
                && handover.channel() == Channel.PUSH
                && (how == HandoverState.TAKEN_BACK || handover.state() == HandoverState.RETURNED)) {
            sending.getObject().say(handover, Envelope.Kind.CANCEL, null);
        }
    }
}
