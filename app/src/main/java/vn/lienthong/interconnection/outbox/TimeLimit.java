package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Interrupts threads that take too long, and never after they are done. */
final class TimeLimit {

    private final Duration most;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outbox-limit");
        thread.setDaemon(true);
        return thread;
    });

    TimeLimit(Duration most) {
        this.most = most;
    }

    /** From now on, for the current thread. */
    Running start() {
        return new Running(Thread.currentThread());
    }

    void close() {
        watch.shutdownNow();
    }

    final class Running implements AutoCloseable {

        private final Thread thread;
        private final ScheduledFuture<?> alarm;
        private boolean done;

        private Running(Thread thread) {
            this.thread = thread;
            this.alarm = watch.schedule(this::over, most.toMillis(), TimeUnit.MILLISECONDS);
        }

        private synchronized void over() {
            if (!done) {
                thread.interrupt();
            }
        }

        @Override
        public synchronized void close() {
            done = true;
            alarm.cancel(false);
            // What comes next talks to the database, which does not like to be interrupted.
            Thread.interrupted();
        }
    }
}
