package vn.lienthong.interconnection;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;

/** What a person can do about a hand-over that does not move. */
@Component
class Retrying {

    private static final Set<Duty> SENDERS =
            EnumSet.of(Duty.RECEPTION_OFFICER, Duty.RETURNS_OFFICER, Duty.CASE_OFFICER, Duty.UNIT_HEAD);

    private final HandoverMapper handovers;
    private final Access access;
    private final CurrentCaller caller;
    private final Timeline timeline;
    private final Processes processes;
    private final ProcessModels models;
    private final Dossiers dossiers;
    private final Organisation organisation;

    Retrying(
            HandoverMapper handovers,
            Access access,
            CurrentCaller caller,
            Timeline timeline,
            Processes processes,
            ProcessModels models,
            Dossiers dossiers,
            Organisation organisation) {
        this.handovers = handovers;
        this.access = access;
        this.caller = caller;
        this.timeline = timeline;
        this.processes = processes;
        this.models = models;
        this.dossiers = dossiers;
        this.organisation = organisation;
    }

    /** Reminds the receiving unit of a hand-over that it has not taken up. */
    @Transactional(propagation = Propagation.MANDATORY)
    Handover again(UUID id) {
        Handover handover = mine(id);
        if (handover.state() != HandoverState.SENT) {
            throw new Refused(
                    "handover-taken-up", Map.of("state", handover.state().name()));
        }
        handovers.again(id);
        timeline.append(
                new DossierNumber(handover.origin()),
                "handover-repeated",
                Map.of("leg", handover.leg(), "number", handover.number()));
        return mine(id);
    }

    /** Takes a hand-over back before the receiving unit has taken it up; the leg counts as withdrawn. */
    @Transactional(propagation = Propagation.MANDATORY)
    Handover takeBack(UUID id) {
        Handover handover = mine(id);
        if (handover.state() != HandoverState.SENT) {
            throw new Refused(
                    "handover-taken-up", Map.of("state", handover.state().name()));
        }
        timeline.append(
                new DossierNumber(handover.origin()),
                "handover-taken-back",
                Map.of("leg", handover.leg(), "number", handover.number()));
        processes.skipLeg(handover.origin(), callActivity(handover), LegState.WITHDRAWN.key());
        return mine(id);
    }

    private String callActivity(Handover handover) {
        return models.of(dossiers.current(new DossierNumber(handover.origin())).process()).nodes().stream()
                .filter(n -> n.type().equals("callActivity")
                        && handover.leg().equals(n.properties().get("leg")))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private boolean supervises(Caller officer, String unit) {
        return officer.unitsWith(Duty.SUPERVISOR).stream()
                .anyMatch(
                        own -> organisation.subtree(organisation.agencyOf(own)).contains(unit));
    }

    private Handover mine(UUID id) {
        Caller officer = caller.get();
        Handover handover = handovers.find(id);
        if (handover == null || !access.mayRead(officer, handover.origin())) {
            throw new NotFound("handover");
        }
        if (SENDERS.stream().noneMatch(duty -> officer.holds(duty, handover.fromUnit()))
                && !supervises(officer, handover.fromUnit())) {
            throw new Forbidden("not-the-sender");
        }
        return handover;
    }
}
