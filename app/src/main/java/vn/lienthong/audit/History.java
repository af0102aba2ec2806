package vn.lienthong.audit;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Where the lines of history lie that {@link Audit#happened} has bound to the log. */
public interface History {

    /** Every line of this time, those of one command together and in the order in which they were written. */
    void lines(Instant from, Instant until, BiConsumer<UUID, Happening> each);
}
