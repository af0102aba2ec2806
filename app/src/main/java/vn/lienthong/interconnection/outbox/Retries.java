package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleSupplier;

/** When a message is tried again, and when no more. */
final class Retries {

    /** A node that was off for days must not give up at the first try. */
    static final int FEWEST = 10;

    private static final int DOUBLINGS = 20;

    private final OutboxSettings settings;
    private final DoubleSupplier chance;

    /** @param chance from 0 to 1; so that not all messages that failed together come back together */
    Retries(OutboxSettings settings, DoubleSupplier chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /** @param failures in a row, with the one that just happened */
    Duration waitAfter(int failures) {
        Duration doubled = settings.firstWait().multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        Duration whole = shorter(doubled, settings.longestWait());
        long half = whole.toMillis() / 2;
        return Duration.ofMillis(whole.toMillis() - (long) (half * chance.getAsDouble()));
    }

    /** How long a destination is believed that wants to be left alone. */
    Duration believed(Duration after) {
        return after.isNegative() ? Duration.ZERO : shorter(after, settings.longestWait());
    }

    boolean enough(int failures, Instant since, Instant now) {
        return failures >= FEWEST && !since.plus(settings.giveUpAfter()).isAfter(now);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
