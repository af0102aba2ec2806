package vn.lienthong.interconnection;

import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.LegState;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.inbox.Handler;
import vn.lienthong.workflow.Processes;

/** What agencies elsewhere answer to what was handed over to them. */
@Component
class ReceivingAnswers implements Handler {

    private final HandoverMapper handovers;
    private final Handing handing;
    private final SendingHandovers sending;
    private final Legs legs;
    private final Processes processes;
    private final Clock clock;

    ReceivingAnswers(
            HandoverMapper handovers,
            Handing handing,
            SendingHandovers sending,
            Legs legs,
            Processes processes,
            Clock clock) {
        this.handovers = handovers;
        this.handing = handing;
        this.sending = sending;
        this.legs = legs;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public boolean handles(Envelope.Kind kind) {
        return !kind.isForward();
    }

    @Override
    public boolean concerns(UUID id, String peer) {
        Handover handover = handovers.find(id);
        return handover != null && peer.equals(handover.peer());
    }

    @Override
    public Optional<String> number(UUID id) {
        return Optional.ofNullable(handovers.find(id)).map(Handover::number);
    }

    @Override
    public void handle(Envelope envelope, String peer) {
        Handover handover = Objects.requireNonNull(handovers.find(envelope.handover()));
        var number = new DossierNumber(handover.number());
        String reasons = Objects.requireNonNullElse(envelope.reasons(), "");
        sending.known(handover, envelope.number());
        switch (envelope.kind()) {
            case ACCEPTED -> handing.accepted(number);
            case RETURNED -> handing.returned(number, reasons);
            case REFUSED -> handing.refused(number, reasons);
            case DONE -> handing.done(number, results(envelope), envelope.data());
            case TAKEN_BACK -> {
                // Known here first, so that nobody asks the agency to stop what it has stopped.
                if (handovers.finish(handover.number(), HandoverState.TAKEN_BACK, clock.instant()) == 1) {
                    processes.skipLeg(handover.origin(), legs.callActivity(handover), LegState.WITHDRAWN.key());
                }
            }
            case KEPT -> handovers.askBack(handover.number(), null);
            case HANDOVER, CORRECTION, TAKE_BACK, CANCEL -> throw new IllegalStateException("not an answer");
        }
    }

    private static List<Handing.Result> results(Envelope envelope) {
        return envelope.attachments().stream()
                .map(file -> new Handing.Result(
                        file.code(),
                        file.number(),
                        file.fileName(),
                        Base64.getDecoder().decode(String.valueOf(file.content()))))
                .toList();
    }
}
