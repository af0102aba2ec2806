package vn.lienthong.interconnection.inbox;

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

/** Whether what peers sent is handled. What lies for long takes no node out of service, but wants a person's attention. */
@Component("inboxHealthIndicator")
class InboxHealth extends AbstractHealthIndicator {

    private static final Status ATTENTION = new Status("RESTRICTED", "Works, but a person should look");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Probes and watchers of several nodes ask all the time. */
    private static final long LOOK_EVERY = TimeUnit.SECONDS.toNanos(10);

    private final Inbox inbox;
    private final Clock clock;
    private InboxMapper.@Nullable Backlog last;
    private long lookedAt;

    InboxHealth(Inbox inbox, Clock clock, MeterRegistry meters) {
        super("The inbox cannot be asked");
        this.inbox = inbox;
        this.clock = clock;
        Gauge.builder("lienthong.inbox.waiting", () -> backlog().waiting())
                .description("Envelopes of peers that are not handled yet")
                .register(meters);
        Gauge.builder("lienthong.inbox.failing", () -> backlog().failing())
                .description("Envelopes of peers that could not be handled several times")
                .register(meters);
        Gauge.builder("lienthong.inbox.age", () -> age().toSeconds())
                .baseUnit("seconds")
                .description("How long the longest waiting envelope of a peer has been lying here")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        InboxMapper.Backlog now = backlog();
        boolean fine = now.failing() == 0 && age().compareTo(PATIENCE) <= 0;
        builder.status(fine ? Status.UP : ATTENTION)
                .withDetail("waitingEnvelopes", now.waiting())
                .withDetail("failingEnvelopes", now.failing())
                .withDetail("oldestSeconds", age().toSeconds());
    }

    private Duration age() {
        Instant oldest = backlog().oldestAt();
        return oldest == null ? Duration.ZERO : Duration.between(oldest, clock.instant());
    }

    private synchronized InboxMapper.Backlog backlog() {
        InboxMapper.Backlog known = last;
        if (known == null || System.nanoTime() - lookedAt > LOOK_EVERY) {
            known = inbox.backlog();
            last = known;
            lookedAt = System.nanoTime();
        }
        return known;
    }
}
