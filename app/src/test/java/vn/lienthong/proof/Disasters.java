package vn.lienthong.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets things happen at random while work goes on, one after the other. When is said in progress and not in time, so that a
 * slow machine sees its disasters in the middle of the work too.
 */
final class Disasters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Disasters.class);

    /** @param course does it and, where something was broken by it, mends it */
    record Disaster(String name, Callable<?> course) {

        /** {@code kill -9}, and started again. */
        static Disaster kill(Installation victim) {
            return new Disaster("kill -9 " + victim, () -> {
                victim.kill();
                return restart(victim);
            });
        }

        /** The same together with its PostgreSQL. */
        static Disaster powerCut(Installation victim) {
            return new Disaster("power cut " + victim, () -> {
                victim.cutPower();
                return restart(victim);
            });
        }

        /** Nothing goes through a line for two seconds. */
        static Disaster lineCut(String name, ChaosLink line) {
            return new Disaster(name + " cut", () -> {
                line.disconnect();
                TimeUnit.SECONDS.sleep(2);
                line.reconnect();
                return null;
            });
        }

        private static @Nullable Void restart(Installation victim) {
            long since = System.nanoTime();
            victim.start();
            LOG.info("{} is back after {} ms", victim, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
            return null;
        }
    }

    private final Random random;
    private final ExecutorService fate = Executors.newSingleThreadExecutor();
    private final List<String> happened = new ArrayList<>();

    private @Nullable Future<?> course;

    Disasters(Random random) {
        this.random = random;
    }

    /** Every installation dies so many times, every other time together with its PostgreSQL. */
    static List<Disaster> deaths(List<Installation> installations, int timesEach) {
        List<Disaster> all = new ArrayList<>();
        for (int n = 0; n < timesEach * installations.size(); n++) {
            Installation victim = installations.get(n % installations.size());
            all.add(n % 2 == 1 ? Disaster.powerCut(victim) : Disaster.kill(victim));
        }
        return all;
    }

    /**
     * Lets all of them happen, in this order, spread over the work.
     *
     * @param progress how far the work is
     * @param all how far it will be in the end
     */
    void begin(List<Disaster> disasters, IntSupplier progress, int all) {
        List<Integer> moments = random.ints(disasters.size(), all / 10, all * 8 / 10)
                .sorted()
                .boxed()
                .toList();
        course = fate.submit(() -> {
            for (int n = 0; n < disasters.size(); n++) {
                while (progress.getAsInt() < moments.get(n)) {
                    Thread.sleep(20);
                }
                // Not always between two requests of the same kind.
                Thread.sleep(random.nextInt(500));
                Disaster next = disasters.get(n);
                LOG.info("{}", next.name());
                happened.add(next.name());
                next.course().call();
            }
            return null;
        });
    }

    /** Waits until all have happened. */
    List<String> untilOver() throws InterruptedException, ExecutionException {
        Objects.requireNonNull(course).get();
        return List.copyOf(happened);
    }

    @Override
    public void close() {
        fate.shutdownNow();
    }
}
