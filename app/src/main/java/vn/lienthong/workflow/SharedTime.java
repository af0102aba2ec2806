package vn.lienthong.workflow;

import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether this machine lives in the same time as the database, which all nodes share. What is done by the clock and cannot be taken
 * back (telling people of deadlines, timers that the law draws) is left to the others while it does not.
 */
@Component
public class SharedTime {

    /** Nobody's deadline is a matter of a minute; synchronised machines differ by milliseconds. */
    static final Duration MOST = Duration.ofMinutes(1);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final DatabaseTime database;
    private final Clock machine;
    private final LongSupplier nanoTime;
    private Duration ahead = Duration.ZERO;
    private long lookedAt;

    @Autowired
    SharedTime(DatabaseTime database) {
        this(database, Clock.systemUTC(), System::nanoTime);
    }

    /**
     * @param machine not the product's clock, which tests set as they like
     * @param nanoTime what goes on steadily, however the clock is set
     */
    SharedTime(DatabaseTime database, Clock machine, LongSupplier nanoTime) {
        this.database = database;
        this.machine = machine;
        this.nanoTime = nanoTime;
        this.lookedAt = nanoTime.getAsLong() - LOOK_EVERY.toNanos();
    }

    /** How far this machine is ahead; negative: behind. */
    public synchronized Duration ahead() {
        if (nanoTime.getAsLong() - lookedAt >= LOOK_EVERY.toNanos()) {
            ahead = Duration.between(database.now(), machine.instant());
            lookedAt = nanoTime.getAsLong();
        }
        return ahead;
    }

    public boolean agrees() {
        return ahead().abs().compareTo(MOST) <= 0;
    }
}
