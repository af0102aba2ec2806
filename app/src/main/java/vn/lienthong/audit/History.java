package vn.lienthong.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** Where the lines of history lie that {@link Audit#happened} has bound to the log. */
public interface History {

    /** Every line of this time, those of one command together and in the order in which they were written. */
    void lines(Instant from, Instant until, BiConsumer<UUID, Happening> each);

    /**
     * A command's lines that have lost words because the time of their dossier is over.
     *
     * @param before what they came to until then, as {@link Audit#fingerprint} says it
     * @param after what they have come to since
     */
    record Emptied(String before, String after) {}

    /** Each time that lines of this command lost words, as far as the history itself vouches for it. */
    default List<Emptied> emptied(UUID command) {
        return List.of();
    }
}
