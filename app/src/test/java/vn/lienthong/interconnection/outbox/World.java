package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All destinations there are, as a test wants them: they take, fail, refuse, are busy or hang. */
final class World implements Carrier {

    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger overlaps = new AtomicInteger();
    final AtomicInteger hanging = new AtomicInteger();
    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();
    private final Set<UUID> onTheirWay = ConcurrentHashMap.newKeySet();
    private final CountDownLatch gate = new CountDownLatch(1);
    private volatile Predicate<String> failing = body -> false;
    private volatile Predicate<String> refusing = body -> false;
    private volatile @Nullable Duration busy;
    private volatile String hangingDestination = "";

    void failing(Predicate<String> bodies) {
        failing = bodies;
    }

    void refusing(Predicate<String> bodies) {
        refusing = bodies;
    }

    void busy(@Nullable Duration after) {
        busy = after;
    }

    void hanging(String destination) {
        hangingDestination = destination;
    }

    void open() {
        hangingDestination = "";
        gate.countDown();
    }

    /** What a destination took, in order. */
    List<String> bodies(String destination) {
        List<String> bodies = of(destination);
        synchronized (bodies) {
            return new ArrayList<>(bodies);
        }
    }

    private List<String> of(String destination) {
        return taken.computeIfAbsent(destination, name -> Collections.synchronizedList(new ArrayList<>()));
    }

    @Override
    public boolean carries(String destination) {
        return true;
    }

    @Override
    public Answer carry(OutgoingMessage message) throws NotTaken {
        asked.incrementAndGet();
        if (!onTheirWay.add(message.id())) {
            overlaps.incrementAndGet();
        }
        try {
            return answer(message);
        } finally {
            onTheirWay.remove(message.id());
        }
    }

    private Answer answer(OutgoingMessage message) throws NotTaken {
        try {
            if (message.destination().equals(hangingDestination)) {
                hanging.incrementAndGet();
                gate.await();
            }
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new NotTaken(false, "interrupted");
        }
        Duration after = busy;
        if (after != null) {
            throw NotTaken.busy("HTTP 503", after);
        }
        if (failing.test(message.body())) {
            throw new NotTaken(false, "HTTP 500");
        }
        if (refusing.test(message.body())) {
            throw new NotTaken(true, "HTTP 422 invalid");
        }
        of(message.destination()).add(message.body());
        return new Answer(200, "taken " + message.body());
    }
}
