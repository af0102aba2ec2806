package vn.lienthong.operations.readiness;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.operations.monitoring.Recently;

/**
 * How far the clock of this machine is from the database's, which all nodes share. A node that lives in another day would call
 * people to account for deadlines that have not come, so it gets no work.
 */
@Component("clockHealthIndicator")
class ClockHealth extends AbstractHealthIndicator {

    /** Nobody's deadline is a matter of a minute; synchronised machines differ by milliseconds. */
    static final Duration MOST = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Recently<Duration> ahead;

    ClockHealth(DatabaseTime database, MeterRegistry meters) {
        super("The database cannot be asked what time it is");
        Clock machine = Clock.systemUTC();
        this.ahead = new Recently<>(LOOK_EVERY, () -> {
            Instant there = database.now();
            return Duration.between(there, machine.instant());
        });
        Gauge.builder("lienthong.clock.ahead", () -> ahead.get().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How far this machine's clock is ahead of the database's; negative: behind")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        boolean right = ahead.get().abs().compareTo(MOST) <= 0;
        builder.status(right ? "UP" : "DOWN").withDetail("aheadSeconds", ahead.get().toSeconds());
    }
}
