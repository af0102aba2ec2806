package vn.lienthong.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** More people at once than a node has connections to its database. */
final class Rush {

    private static final int PEOPLE = 100;

    private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

    /** Everybody asks for a list again and again; the answers are counted. */
    Void at(Installation node, Duration time) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        long end = System.nanoTime() + time.toNanos();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int n = 0; n < PEOPLE; n++) {
                all.add(people.submit(() -> {
                    while (System.nanoTime() < end) {
                        int status = new Officer(node, node.address(), "giamsat").once("worklist?queue=team&limit=50");
                        statuses.computeIfAbsent(status, s -> new LongAdder()).increment();
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
        return null;
    }

    /** How often which status was answered; 0: the connection broke off. */
    Map<Integer, Long> statuses() {
        Map<Integer, Long> counts = new TreeMap<>();
        statuses.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }
}
