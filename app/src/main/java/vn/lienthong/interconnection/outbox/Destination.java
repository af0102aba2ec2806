package vn.lienthong.interconnection.outbox;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * What this node knows of a destination: how much is on its way, whether it wants to be left alone, and whether it is worth
 * asking at all. After failures it is left alone for a while, then asked with one message whether it is back.
 */
final class Destination {

    private static final double DOUBLE = 2;
    private static final double SPREAD = 0.3;

    private final String name;
    private final int most;
    private final Semaphore slots;
    private final CircuitBreaker breaker;
    private final Clock clock;
    private volatile Instant silentUntil = Instant.MIN;

    Destination(String name, OutboxSettings settings, Clock clock) {
        this.name = name;
        this.most = settings.inFlight();
        this.slots = new Semaphore(settings.inFlight());
        this.breaker = CircuitBreaker.of(name, config(settings.breaker(), clock));
        this.clock = clock;
    }

    private static CircuitBreakerConfig config(OutboxSettings.Breaker settings, Clock clock) {
        return CircuitBreakerConfig.custom()
                .clock(clock)
                .currentTimestampFunction(Clock::millis, TimeUnit.MILLISECONDS)
                .slidingWindow(settings.calls(), settings.fewest(), SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(settings.percent())
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialRandomBackoff(
                        settings.firstWait(), DOUBLE, SPREAD, settings.longestWait()))
                .build();
    }

    String name() {
        return name;
    }

    /** @return how many messages may go now; each must be {@link #released} or given an outcome */
    int admit() {
        if (clock.instant().isBefore(silentUntil)) {
            return 0;
        }
        int admitted = 0;
        while (slots.tryAcquire()) {
            if (!breaker.tryAcquirePermission()) {
                slots.release();
                break;
            }
            admitted++;
        }
        return admitted;
    }

    /** Whether one message is to find out whether the destination is back. */
    boolean probing() {
        return breaker.getState() == CircuitBreaker.State.HALF_OPEN;
    }

    /** There was nothing to carry for these. */
    void released(int unused) {
        for (int i = 0; i < unused; i++) {
            breaker.releasePermission();
        }
        slots.release(unused);
    }

    /** @return whether the destination is back after it was left alone */
    boolean answered(Duration took) {
        boolean probe = probing();
        breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        return probe && breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    void failed(Duration took, Exception why) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, why);
    }

    /** Nothing goes before then. */
    void silent(Instant until) {
        silentUntil = until;
    }

    /** The message is no longer on its way. */
    void freed() {
        slots.release();
    }

    int inFlight() {
        return most - slots.availablePermits();
    }

    CircuitBreaker.State state() {
        return breaker.getState();
    }
}
