package vn.lienthong.workflow;

import java.time.Clock;
import java.time.Duration;
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
    private Duration ahead = Duration.ZERO;
    private long lookedAt = System.nanoTime() - LOOK_EVERY.toNanos();

    @Autowired
    SharedTime(DatabaseTime database) {
        this(database, Clock.systemUTC());
    }

    /** @param machine not the product's clock, which tests set as they like */
    SharedTime(DatabaseTime database, Clock machine) {
        this.database = database;
        this.machine = machine;
    }

    /** How far this machine is ahead; negative: behind. */
    public synchronized Duration ahead() {
        if (System.nanoTime() - lookedAt >= LOOK_EVERY.toNanos()) {
            ahead = Duration.between(database.now(), machine.instant());
            lookedAt = System.nanoTime();
        }
        return ahead;
    }

    public boolean agrees() {
        return ahead().abs().compareTo(MOST) <= 0;
    }
}
