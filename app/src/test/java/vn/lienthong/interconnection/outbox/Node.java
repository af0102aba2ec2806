package vn.lienthong.interconnection.outbox;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A node of its own on the shared database, with what it announced. */
final class Node implements AutoCloseable {

    final List<Object> announced = new CopyOnWriteArrayList<>();
    final Carrying carrying;
    final Outbox outbox;
    private Consumer<Object> listener = event -> {};

    Node(
            OutboxMapper messages,
            TransactionTemplate transaction,
            OutboxSettings settings,
            Clock clock,
            Carrier carrier) {
        ApplicationEventPublisher events = event -> {
            listener.accept(event);
            announced.add(event);
        };
        var alarm = new Alarm();
        this.outbox = new Outbox(messages, alarm, clock);
        this.carrying = new Carrying(
                messages,
                List.of(carrier),
                new Marking(messages, events, transaction, settings, clock),
                alarm,
                new Meters(new SimpleMeterRegistry()),
                settings,
                clock);
    }

    Node listening(Consumer<Object> to) {
        listener = to;
        return this;
    }

    int carryDue() {
        return carrying.carryDue();
    }

    <T> List<T> announced(Class<T> kind) {
        return announced.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public void close() {
        carrying.stop();
    }

    static OutboxSettings settings(boolean runs, Duration lease) {
        return new OutboxSettings(
                runs,
                Duration.ofHours(1),
                4,
                lease,
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                Duration.ofDays(3),
                new OutboxSettings.Breaker(4, 3, 60, Duration.ofSeconds(30), Duration.ofMinutes(2)),
                Duration.ofMinutes(15),
                Duration.ofDays(30));
    }
}
