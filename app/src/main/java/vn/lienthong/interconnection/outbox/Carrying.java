package vn.lienthong.interconnection.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries what waits, on this node. Messages are taken with a lease, carried outside any transaction, and marked. Each
 * destination has its own places and its own circuit breaker, so that none waits for another.
 */
@Component
public class Carrying implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Carrying.class);

    /** After a fault of the database, for example: a log that fills up helps nobody. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    /** Shorter than the phase of the shutdown. */
    private static final long PATIENCE_SECONDS = 10;

    private static final long SPREAD_SECONDS = 5;

    private final OutboxMapper messages;
    private final List<Carrier> carriers;
    private final Marking marking;
    private final Alarm alarm;
    private final Meters meters;
    private final OutboxSettings settings;
    private final Clock clock;
    private final Map<String, Destination> destinations = new ConcurrentHashMap<>();
    private volatile ExecutorService threads = pool();
    private volatile TimeLimit limit;
    private volatile boolean running;

    Carrying(
            OutboxMapper messages,
            List<Carrier> carriers,
            Marking marking,
            Alarm alarm,
            Meters meters,
            OutboxSettings settings,
            Clock clock) {
        this.messages = messages;
        this.carriers = carriers;
        this.marking = marking;
        this.alarm = alarm;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
        this.limit = new TimeLimit(settings.longestTry());
    }

    private static ExecutorService pool() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "outbox");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Carries what is due now, as far as there are places, and waits until each try has an outcome.
     *
     * @return how many were tried
     */
    public int carryDue() {
        List<CompletableFuture<Void>> tries = new ArrayList<>();
        messages.destinations().forEach(destination -> tries.addAll(dispatch(destination)));
        tries.forEach(CompletableFuture::join);
        return tries.size();
    }

    /** Destinations that this node leaves alone, because they kept failing. */
    Set<String> resting() {
        return destinations().stream()
                .filter(destination -> destination.state() == CircuitBreaker.State.OPEN)
                .map(Destination::name)
                .collect(Collectors.toSet());
    }

    /** What this node knows of the destinations that it has carried to. */
    Collection<Destination> destinations() {
        return destinations.values();
    }

    /** A destination that nothing here knows is left waiting; the health of the node shows it when it takes too long. */
    private List<CompletableFuture<Void>> dispatch(String name) {
        return carrier(name)
                .map(carrier -> dispatch(destination(name), carrier))
                .orElse(List.of());
    }

    private List<CompletableFuture<Void>> dispatch(Destination destination, Carrier carrier) {
        int admitted = destination.admit();
        if (admitted == 0) {
            return List.of();
        }
        List<OutgoingMessage> taken = List.of();
        try {
            Instant now = clock.instant();
            taken = messages.take(destination.name(), destination.probing(), now, now.plus(settings.lease()), admitted);
        } finally {
            destination.released(admitted - taken.size());
        }
        return taken.stream()
                .map(message -> CompletableFuture.runAsync(() -> tryOnce(message, destination, carrier), threads))
                .toList();
    }

    private void tryOnce(OutgoingMessage message, Destination destination, Carrier carrier) {
        try {
            carry(message, destination, carrier);
        } catch (RuntimeException e) {
            log.error("{} {} is left to the next lease", message.kind(), message.id(), e);
        } finally {
            destination.freed();
            alarm.ring();
        }
    }

    private void carry(OutgoingMessage message, Destination destination, Carrier carrier) {
        long began = System.nanoTime();
        Answer answer;
        try (TimeLimit.Running ignored = limit.start()) {
            answer = carrier.carry(message);
        } catch (NotTaken e) {
            notTaken(message, destination, e, since(began));
            return;
        } catch (RuntimeException e) {
            log.error("carrying {} {}", message.kind(), message.id(), e);
            notTaken(message, destination, new NotTaken(false, e.getClass().getSimpleName()), since(began));
            return;
        }
        meters.tried(destination.name(), "taken", since(began));
        boolean back = destination.answered(since(began));
        marking.delivered(message, answer);
        if (back) {
            log.info("{} is back", destination.name());
            messages.hasten(destination.name(), clock.instant(), SPREAD_SECONDS);
        }
    }

    private void notTaken(OutgoingMessage message, Destination destination, NotTaken why, Duration took) {
        meters.tried(destination.name(), why.forGood() ? "refused" : "failed", took);
        if (why.forGood()) {
            // It answered, and works.
            destination.answered(took);
        } else {
            destination.failed(took, why);
        }
        Duration after = why.after();
        if (after != null) {
            destination.silent(marking.silence(after));
        }
        if (!running && settings.runs() && !why.forGood()) {
            marking.handBack(message);
        } else {
            marking.notTaken(message, why);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private Destination destination(String name) {
        return destinations.computeIfAbsent(name, unknown -> new Destination(unknown, settings, clock));
    }

    private Optional<Carrier> carrier(String destination) {
        return carriers.stream().filter(carrier -> carrier.carries(destination)).findFirst();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.runs();
    }

    @Override
    public void start() {
        if (threads.isShutdown()) {
            threads = pool();
            limit = new TimeLimit(settings.longestTry());
        }
        running = true;
        threads.execute(this::work);
    }

    private void work() {
        while (running) {
            Duration pause = settings.every();
            try {
                messages.destinations().forEach(this::dispatch);
            } catch (RuntimeException e) {
                log.error("the outbox will be looked into again", e);
                pause = AFTER_A_FAULT;
            }
            try {
                alarm.await(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What is on its way is finished first; what takes too long is broken off and handed back. */
    @Override
    public void stop() {
        running = false;
        alarm.ring();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(PATIENCE_SECONDS / 2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        limit.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
