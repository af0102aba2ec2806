package vn.lienthong.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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
 * Kills installations at random while work goes on, every other time together with their PostgreSQL, and starts them again. When is said in progress and not in time, so that
 * a slow machine sees its disasters in the middle of the work too.
 */
final class Disasters implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Disasters.class);

    private final List<Installation> installations;
    private final Random random;
    private final ExecutorService fate = Executors.newSingleThreadExecutor();
    private final List<String> happened = new ArrayList<>();

    private @Nullable Future<?> course;

    Disasters(List<Installation> installations, Random random) {
        this.installations = installations;
        this.random = random;
    }

    /**
     * Every installation dies so many times, spread over the work.
     *
     * @param progress how far the work is
     * @param all how far it will be in the end
     */
    void begin(int timesEach, IntSupplier progress, int all) {
        int disasters = timesEach * installations.size();
        List<Integer> moments =
                random.ints(disasters, all / 10, all * 8 / 10).sorted().boxed().toList();
        course = fate.submit(() -> {
            for (int n = 0; n < disasters; n++) {
                while (progress.getAsInt() < moments.get(n)) {
                    Thread.sleep(20);
                }
                // Not always between two requests of the same kind.
                Thread.sleep(random.nextInt(500));
                strike(installations.get(n % installations.size()), n % 2 == 1);
            }
            return null;
        });
    }

    private void strike(Installation victim, boolean power) {
        LOG.info("{} of {}", power ? "power cut" : "kill -9", victim);
        if (power) {
            victim.cutPower();
        } else {
            victim.kill();
        }
        happened.add((power ? "power cut " : "kill -9 ") + victim);
        long since = System.nanoTime();
        victim.start();
        LOG.info("{} is back after {} ms", victim, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
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
