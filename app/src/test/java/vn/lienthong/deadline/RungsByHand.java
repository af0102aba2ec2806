package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.test.context.TestComponent;
import vn.lienthong.workflow.TimeMachine;

/** In tests nobody tells rungs but the time machine. */
@TestComponent
public class RungsByHand implements TimeMachine.Machinery {

    private final ClockMapper clocks;
    private final Ringing ringing;

    public RungsByHand(ClockMapper clocks, Ringing ringing) {
        this.clocks = clocks;
        this.ringing = ringing;
    }

    @Override
    public Optional<Instant> next() {
        return Optional.ofNullable(clocks.nextRung());
    }

    @Override
    public void run() {
        if (!ringing.doSome()) {
            throw new AssertionError("a rung is due and nobody tells it");
        }
    }
}
