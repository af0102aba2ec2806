package vn.lienthong.interconnection;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
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
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.Processes;

/** What a person can do about a hand-over that does not move. */
@Component
class Retrying {

    private static final Set<Duty> SENDERS =
            EnumSet.of(Duty.RECEPTION_OFFICER, Duty.RETURNS_OFFICER, Duty.CASE_OFFICER, Duty.UNIT_HEAD);

    /** How often work that was given up may fail once more. */
    private static final int TRIES = 3;

    private final HandoverMapper handovers;
    private final Access access;
    private final CurrentCaller caller;
    private final Timeline timeline;
    private final Processes processes;
    private final ExternalTasks external;
    private final Legs legs;
    private final SendingHandovers sending;
    private final Outbox outbox;
    private final Organisation organisation;
    private final Clock clock;

    Retrying(
            HandoverMapper handovers,
            Access access,
            CurrentCaller caller,
            Timeline timeline,
            Processes processes,
            ExternalTasks external,
            Legs legs,
            SendingHandovers sending,
            Outbox outbox,
            Organisation organisation,
            Clock clock) {
        this.handovers = handovers;
        this.access = access;
        this.caller = caller;
        this.timeline = timeline;
        this.processes = processes;
        this.external = external;
        this.legs = legs;
        this.sending = sending;
        this.outbox = outbox;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * Reminds the receiving unit of a hand-over that it has not taken up; what is sent to a system elsewhere goes there once
     * more, by the same envelope, at any time until it is over; what an agency's program has given up is offered again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Handover again(UUID id) {
        Handover handover = mine(id);
        boolean offered = handover.channel() == Channel.PULL && offerAgain(handover);
        if (handover.channel() == Channel.PUSH
                ? handover.state().isOver()
                : handover.state() != HandoverState.SENT && !offered) {
            throw takenUp(handover);
        }
        if (handover.channel() == Channel.PUSH) {
            outbox.ofStream(id.toString()).forEach(message -> outbox.again(message.id()));
        }
        handovers.again(id);
        timeline.append(
                new DossierNumber(handover.origin()),
                "handover-repeated",
                Map.of("leg", handover.leg(), "number", handover.number()));
        return mine(id);
    }

    /**
     * Takes a hand-over back before the receiving unit has accepted it; the leg counts as withdrawn. A system elsewhere that
     * may have it already is asked, and the leg goes on until it answers.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Handover takeBack(UUID id) {
        Handover handover = mine(id);
        boolean mayHave = handover.channel() == Channel.PUSH && !neverSent(handover);
        if (mayHave
                ? handover.state() != HandoverState.SENT && handover.state() != HandoverState.ACKNOWLEDGED
                : handover.state() != HandoverState.SENT) {
            throw takenUp(handover);
        }
        if (mayHave && handover.takeBackAskedAt() != null) {
            return handover;
        }
        timeline.append(
                new DossierNumber(handover.origin()),
                mayHave ? "handover-asked-back" : "handover-taken-back",
                Map.of("leg", handover.leg(), "number", handover.number()));
        if (mayHave) {
            handovers.askBack(handover.number(), clock.instant());
            sending.say(handover, Envelope.Kind.TAKE_BACK, null);
        } else {
            handovers.finish(handover.number(), HandoverState.TAKEN_BACK, clock.instant());
            processes.skipLeg(handover.origin(), legs.callActivity(handover), LegState.WITHDRAWN.key());
        }
        return mine(id);
    }

    /** Whether the agency's program tried to fetch and settle it and no longer does. */
    boolean isGivenUp(Handover handover) {
        return handover.channel() == Channel.PULL && !givenUp(handover).isEmpty();
    }

    private List<ExternalTasks.Work> givenUp(Handover handover) {
        return external.of(handover.number()).stream()
                .filter(work -> Integer.valueOf(0).equals(work.retries()))
                .toList();
    }

    private boolean offerAgain(Handover handover) {
        List<ExternalTasks.Work> givenUp = givenUp(handover);
        givenUp.forEach(work -> {
            external.unlock(work.id());
            external.offerAgain(work.id(), TRIES);
        });
        return !givenUp.isEmpty();
    }

    /** Whether nothing of it has left; then nothing will. */
    private boolean neverSent(Handover handover) {
        return outbox.ofStream(handover.id().toString()).stream().allMatch(message -> outbox.cancel(message.id()));
    }

    private static Refused takenUp(Handover handover) {
        return new Refused("handover-taken-up", Map.of("state", handover.state().name()));
    }

    /** Whether the caller speaks for the sender. */
    boolean maySend(Handover handover) {
        Caller officer = caller.get();
        return SENDERS.stream().anyMatch(duty -> officer.holds(duty, handover.fromUnit()))
                || supervises(officer, handover.fromUnit());
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
        if (!maySend(handover)) {
            throw new Forbidden("not-the-sender");
        }
        return handover;
    }
}
