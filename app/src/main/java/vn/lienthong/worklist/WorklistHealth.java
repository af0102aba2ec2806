package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Whether officers see every open step. A difference takes no node out of service, but wants a person to look and to
 * send {@code POST /actuator/worklist}.
 */
@Component("worklistHealthIndicator")
class WorklistHealth extends AbstractHealthIndicator {

    /** In the order of severities that the application knows: between down and unknown. */
    private static final Status ATTENTION = new Status("RESTRICTED", "Works, but a person should look");

    /** A look reads both tables; probes and watchers of several nodes ask all the time. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final WorklistConsistency consistency;
    private final Clock clock;
    private @Nullable Look last;

    WorklistHealth(WorklistConsistency consistency, Clock clock) {
        super("The worklist cannot be compared with the engine");
        this.consistency = consistency;
        this.clock = clock;
    }

    private record Look(WorklistConsistency.Report report, Instant at) {}

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        WorklistConsistency.Report report = report();
        builder.status(report.consistent() ? Status.UP : ATTENTION)
                .withDetail("openSteps", report.steps())
                .withDetail("missingLines", report.missing().size())
                .withDetail("leftOverLines", report.leftOver().size());
    }

    private synchronized WorklistConsistency.Report report() {
        Instant now = clock.instant();
        Look look = last;
        if (look == null || Duration.between(look.at(), now).abs().compareTo(LOOK_EVERY) > 0) {
            look = new Look(consistency.check(), now);
            last = look;
        }
        return look.report();
    }
}
