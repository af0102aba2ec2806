package vn.lienthong.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts what a piece of work asks the database, on its own thread, as PostgreSQL's driver says in its log. */
public final class Statements {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private Statements() {}

    /** How many statements the work had executed; the beginning and the end of its transactions are two of them. */
    public static int of(Callable<?> work) throws Exception {
        var counting = new Counting(Thread.currentThread().getId());
        Level level = DRIVER.getLevel();
        DRIVER.addHandler(counting);
        DRIVER.setUseParentHandlers(false);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.call();
        } finally {
            DRIVER.setLevel(level);
            DRIVER.setUseParentHandlers(true);
            DRIVER.removeHandler(counting);
        }
        return counting.executed.get();
    }

    private static final class Counting extends Handler {

        private final long thread;
        private final AtomicInteger executed = new AtomicInteger();

        Counting(long thread) {
            this.thread = thread;
        }

        @Override
        public void publish(LogRecord said) {
            if (Thread.currentThread().getId() == thread
                    && said.getMessage() != null
                    && (said.getMessage().startsWith(" FE=> Execute(")
                            || said.getMessage().startsWith(" FE=> SimpleQuery("))) {
                executed.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
