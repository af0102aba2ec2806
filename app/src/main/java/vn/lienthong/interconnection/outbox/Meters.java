package vn.lienthong.interconnection.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts and times tries by destination and outcome. */
@Component("outboxMeters")
class Meters {

    private final MeterRegistry meters;

    Meters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param result taken, failed (another try may succeed) or refused */
    void tried(String destination, String result, Duration took) {
        Timer.builder("lienthong.interconnection.tries")
                .description("Tries to hand a message to another system")
                .tag("destination", destination)
                .tag("result", result)
                .register(meters)
                .record(took);
    }
}
