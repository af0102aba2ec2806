package vn.lienthong.deadline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether rungs are told in time. Late ones take no node out of service, but want a person to look into the log. */
@Component("rungsHealthIndicator")
class RungsHealth extends AbstractHealthIndicator {

    /** In the order of severities that the application knows: between down and unknown. */
    private static final Status ATTENTION = new Status("RESTRICTED", "Works, but a person should look");

    /** A storm of fifty thousand is told within a few minutes; what is still late then is stuck. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Probes and watchers of several nodes ask all the time. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final ClockMapper clocks;
    private final Clock clock;
    private @Nullable Look last;

    RungsHealth(ClockMapper clocks, MeterRegistry meters, Clock clock) {
        super("The clocks cannot be asked");
        this.clocks = clocks;
        this.clock = clock;
        Gauge.builder("lienthong.rungs.late", () -> look().waiting())
                .description("Rungs that should have been told by now")
                .register(meters);
    }

    private record Look(long waiting, long late, Instant at) {}

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var look = look();
        builder.status(look.late() > 0 ? ATTENTION : Status.UP)
                .withDetail("waitingRungs", look.waiting())
                .withDetail("lateRungs", look.late());
    }

    private synchronized Look look() {
        var now = clock.instant();
        var look = last;
        if (look == null || Duration.between(look.at(), now).abs().compareTo(LOOK_EVERY) > 0) {
            look = new Look(clocks.late(now), clocks.late(now.minus(PATIENCE)), now);
            last = look;
        }
        return look;
    }
}
