package vn.lienthong.operations.monitoring;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks again only when the last answer is old. Probes, Admin and collectors of several nodes ask all the time. */
public final class Recently<T> {

    private final Duration lifetime;
    private final Supplier<T> question;

    private @Nullable T answer;
    private long answeredAt;

    public Recently(Duration lifetime, Supplier<T> question) {
        this.lifetime = lifetime;
        this.question = question;
    }

    public synchronized T get() {
        T known = answer;
        if (known == null || System.nanoTime() - answeredAt > lifetime.toNanos()) {
            known = question.get();
            answer = known;
            answeredAt = System.nanoTime();
        }
        return known;
    }
}
