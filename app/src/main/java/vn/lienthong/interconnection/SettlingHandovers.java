package vn.lienthong.interconnection;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.NotFound;
import vn.lienthong.interconnection.pull.Settling;

/** Writes down what an agency's own program says of a hand-over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SettlingHandovers implements Settling {

    private static final Logger log = LoggerFactory.getLogger(SettlingHandovers.class);

    private final HandoverMapper handovers;
    private final Clock clock;

    SettlingHandovers(HandoverMapper handovers, Clock clock) {
        this.handovers = handovers;
        this.clock = clock;
    }

    @Override
    public About about(String number) {
        Handover handover = handovers.ofNumber(number);
        if (handover == null) {
            throw new NotFound("handover");
        }
        return new About(handover.id(), handover.origin(), handover.leg(), handover.fromUnit());
    }

    @Override
    public void acknowledged(String number, String by) {
        handovers.acknowledge(number, by, clock.instant());
    }

    @Override
    public void settled(String number, @Nullable String externalNumber, String by) {
        handovers.answer(number, HandoverState.ACCEPTED, null, clock.instant());
    }

    @Override
    public void returned(String number, String reasons, String by) {
        handovers.answer(number, HandoverState.RETURNED, reasons, clock.instant());
    }

    @Override
    public void refused(String number, String reasons, String by) {
        handovers.answer(number, HandoverState.REFUSED, reasons, clock.instant());
    }

    @Override
    public void gaveUp(String number, String why, String by) {
        log.warn("the program of the agency has given up on leg {}", number);
    }
}
