package vn.lienthong.citizen;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.PromiseMoved;

/** Remembers which promises the administration moved for itself, because it owes an apology for them. */
@Component
class RememberingDelays {

    private final DelayMapper delays;
    private final Clock clock;

    RememberingDelays(DelayMapper delays, Clock clock) {
        this.delays = delays;
        this.clock = clock;
    }

    @EventListener
    void moved(PromiseMoved event) {
        if (event.why() == PromiseMoved.Why.EXTENSION) {
            delays.delayed(event.number().value(), event.from(), clock.instant());
        }
    }
}
