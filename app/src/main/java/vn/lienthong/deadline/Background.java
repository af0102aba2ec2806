package vn.lienthong.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.SharedTime;

/** The threads of this node that do the {@link Chore}s. What each does is decided by locks in the database, never here. */
@Component
class Background {

    private static final Logger log = LoggerFactory.getLogger(Background.class);

    /** After a fault of the database, for example: a log that fills up helps nobody. */
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<Chore> chores;
    private final DeadlineSettings settings;
    private final SharedTime time;
    private final List<Thread> threads = new ArrayList<>();
    private final Object bell = new Object();
    private volatile boolean ending;

    Background(List<Chore> chores, DeadlineSettings settings, SharedTime time) {
        this.chores = chores;
        this.time = time;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void start() {
        if (!settings.rings() || !threads.isEmpty()) {
            return;
        }
        for (int i = 1; i <= settings.threads(); i++) {
            var thread = new Thread(this::work, "deadline-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /** What is being done is finished first; a thread in the middle of a transaction is not interrupted. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        ending = true;
        synchronized (bell) {
            bell.notifyAll();
        }
        for (var thread : threads) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void work() {
        while (!ending) {
            pause(round());
        }
    }

    /** @return how long to wait before the next round */
    private Duration round() {
        if (!livesInTheSharedTime()) {
            return AFTER_A_FAULT;
        }
        var busy = false;
        var pause = settings.idle();
        for (var chore : chores) {
            try {
                busy |= !ending && chore.doSome();
            } catch (RuntimeException e) {
                log.error("{} will be tried again", chore.getClass().getSimpleName(), e);
                pause = AFTER_A_FAULT;
            }
        }
        return busy ? Duration.ZERO : pause;
    }

    /** A node whose clock is wrong would tell people of deadlines that have not come; the others do it for this one. */
    private boolean livesInTheSharedTime() {
        try {
            if (time.agrees()) {
                return true;
            }
            log.error(
                    "the clock of this machine is {} ahead of the database's: nothing is told from here", time.ahead());
        } catch (RuntimeException e) {
            log.error("the database cannot be asked what time it is: {}", e.getMessage());
        }
        return false;
    }

    private void pause(Duration time) {
        if (time.isZero()) {
            return;
        }
        synchronized (bell) {
            try {
                if (!ending) {
                    bell.wait(time.toMillis());
                }
            } catch (InterruptedException e) {
                ending = true;
                Thread.currentThread().interrupt();
            }
        }
    }
}
