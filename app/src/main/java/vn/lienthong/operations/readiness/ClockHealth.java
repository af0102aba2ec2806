package vn.lienthong.operations.readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.SharedTime;

/** A node that lives in another time than the database would answer with wrong dates, so it gets no work. */
@Component("clockHealthIndicator")
class ClockHealth extends AbstractHealthIndicator {

    private final SharedTime time;

    ClockHealth(SharedTime time, MeterRegistry meters) {
        super("The database cannot be asked what time it is");
        this.time = time;
        Gauge.builder("lienthong.clock.ahead", () -> time.ahead().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far this machine's clock is ahead of the database's; negative: behind")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(time.agrees() ? "UP" : "DOWN")
                .withDetail("aheadSeconds", time.ahead().toSeconds());
    }
}
