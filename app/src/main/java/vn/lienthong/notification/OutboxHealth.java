package vn.lienthong.notification;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether applicants are told. A mail server that is away takes no node out of service, but wants a person's attention. */
@Component("outboxHealthIndicator")
class OutboxHealth extends AbstractHealthIndicator {

    /** In the order of severities that the application knows: between down and unknown. */
    private static final Status ATTENTION = new Status("RESTRICTED", "Works, but a person should look");

    /** Probes and watchers of several nodes ask all the time. */
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Outbox outbox;
    private final NotificationSettings settings;
    private final Clock clock;
    private Outbox.@Nullable Backlog last;
    private long lookedAt;

    OutboxHealth(Outbox outbox, NotificationSettings settings, Clock clock, MeterRegistry meters) {
        super("The outbox cannot be asked");
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
        Gauge.builder("lienthong.outbox.waiting", () -> backlog().waiting())
                .description("Messages to applicants that are to be sent")
                .register(meters);
        Gauge.builder("lienthong.outbox.failed", () -> backlog().failed())
                .description("Messages to applicants that need a person")
                .register(meters);
        Gauge.builder("lienthong.outbox.age", () -> age().toSeconds())
                .baseUnit("seconds")
                .description("How long the longest waiting message to an applicant has been waiting")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        report(builder, backlog(), age());
    }

    void report(Health.Builder builder, Outbox.Backlog now, Duration age) {
        boolean fine = now.failed() == 0 && age.compareTo(settings.patience()) <= 0;
        builder.status(fine ? Status.UP : ATTENTION)
                .withDetail("waitingMessages", now.waiting())
                .withDetail("failedMessages", now.failed())
                .withDetail("oldestSeconds", age.toSeconds());
    }

    private Duration age() {
        Instant now = clock.instant();
        return backlog().age(now);
    }

    private synchronized Outbox.Backlog backlog() {
        Outbox.Backlog known = last;
        if (known == null || System.nanoTime() - lookedAt > LOOK_EVERY) {
            known = outbox.backlog();
            last = known;
            lookedAt = System.nanoTime();
        }
        return known;
    }
}
