package vn.lienthong.agency;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value read from the database and trusted for {@link #TRUST}; then it is kept as long as the revision of the
 * reference data has not moved. A change made by another node is therefore seen after at most that long.
 */
final class Remembered<T> {

    static final Duration TRUST = Duration.ofSeconds(2);

    private record Held<T>(T value, long revision, long checkedAt) {}

    private final LongSupplier revision;
    private final Supplier<T> load;
    private final AtomicReference<@Nullable Held<T>> held = new AtomicReference<>();

    Remembered(LongSupplier revision, Supplier<T> load) {
        this.revision = revision;
        this.load = load;
    }

    T get() {
        Held<T> known = held.get();
        long now = System.nanoTime();
        if (known == null) {
            // The number is read before the value: a change in between costs one more reading, never a stale value.
            return keep(revision.getAsLong(), now);
        }
        if (now - known.checkedAt() < TRUST.toNanos()) {
            return known.value();
        }
        var checking = new Held<>(known.value(), known.revision(), now);
        if (!held.compareAndSet(known, checking)) {
            // Somebody else is checking at this moment; nobody waits for that.
            return known.value();
        }
        long number = revision.getAsLong();
        return number == known.revision() ? known.value() : keep(number, now);
    }

    void forget() {
        held.set(null);
    }

    private T keep(long number, long now) {
        T value = load.get();
        held.set(new Held<>(value, number, now));
        return value;
    }
}
