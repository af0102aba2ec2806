package vn.lienthong.interconnection.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Whether messages get away. Another system that is away takes no node out of service, but wants a person's attention. */
@Component("interconnectionHealthIndicator")
class BacklogHealth extends AbstractHealthIndicator {

    /** In the order of severities that the application knows: between down and unknown. */
    private static final Status ATTENTION = new Status("RESTRICTED", "Works, but a person should look");

    private final Outbox outbox;
    private final Carrying carrying;
    private final OutboxSettings settings;
    private final Clock clock;
    private final MultiGauge waiting;
    private final MultiGauge dead;
    private final MultiGauge age;
    private final MultiGauge breaker;
    private final MultiGauge inFlight;
    private volatile List<Outbox.Backlog> last = List.of();

    BacklogHealth(Outbox outbox, Carrying carrying, OutboxSettings settings, Clock clock, MeterRegistry meters) {
        super("The outbox cannot be asked");
        this.outbox = outbox;
        this.carrying = carrying;
        this.settings = settings;
        this.clock = clock;
        this.waiting = gauge("waiting", "Messages to another system that are to be sent", meters);
        this.dead = gauge("dead", "Messages to another system that need a person", meters);
        this.age = gauge("age.seconds", "How long the longest waiting message has been waiting", meters);
        this.breaker = gauge("breaker", "0: sending; 1: asking whether it is back; 2: left alone", meters);
        this.inFlight = gauge("in.flight", "Messages on their way from this node", meters);
    }

    private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
        return MultiGauge.builder("lienthong.interconnection." + name)
                .description(description)
                .register(meters);
    }

    /** Probes and watchers of several nodes ask all the time; they are told what was seen last. */
    @Scheduled(fixedDelayString = "PT10S")
    public void look() {
        List<Outbox.Backlog> seen = outbox.backlog();
        last = seen;
        Instant now = clock.instant();
        register(waiting, seen, Outbox.Backlog::waiting);
        register(dead, seen, Outbox.Backlog::dead);
        register(age, seen, backlog -> backlog.age(now).toSeconds());
        breaker.register(
                carrying.destinations().stream()
                        .map(destination ->
                                MultiGauge.Row.of(Tags.of("destination", destination.name()), state(destination)))
                        .toList(),
                true);
        inFlight.register(
                carrying.destinations().stream()
                        .map(destination ->
                                MultiGauge.Row.of(Tags.of("destination", destination.name()), destination.inFlight()))
                        .toList(),
                true);
    }

    private static void register(MultiGauge gauge, List<Outbox.Backlog> seen, ToDoubleFunction<Outbox.Backlog> value) {
        gauge.register(
                seen.stream()
                        .map(backlog -> MultiGauge.Row.of(
                                Tags.of("destination", backlog.destination()), value.applyAsDouble(backlog)))
                        .toList(),
                true);
    }

    private static int state(Destination destination) {
        return switch (destination.state()) {
            case OPEN, FORCED_OPEN -> 2;
            case HALF_OPEN -> 1;
            default -> 0;
        };
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        report(builder, last, clock.instant());
    }

    void report(Health.Builder builder, List<Outbox.Backlog> backlog, Instant now) {
        long deadOnes = backlog.stream().mapToLong(Outbox.Backlog::dead).sum();
        Duration oldest = backlog.stream()
                .map(one -> one.age(now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        boolean fine = deadOnes == 0 && oldest.compareTo(settings.patience()) <= 0;
        builder.status(fine ? Status.UP : ATTENTION)
                .withDetail(
                        "waitingMessages",
                        backlog.stream().mapToLong(Outbox.Backlog::waiting).sum())
                .withDetail("deadMessages", deadOnes)
                .withDetail("oldestSeconds", oldest.toSeconds());
    }
}
