package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A destination did not take a message. The sentence names no person, for it is kept, shown and logged. */
public final class NotTaken extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;
    private final String why;
    private final @Nullable Duration after;

    /** @param forGood the message itself is refused; it will be the next time too */
    public NotTaken(boolean forGood, String why) {
        this(forGood, why, null);
    }

    private NotTaken(boolean forGood, String why, @Nullable Duration after) {
        super(why);
        this.forGood = forGood;
        this.why = why;
        this.after = after;
    }

    /**
     * The destination wants to be left alone, all of it and not only with this message.
     *
     * @param after not before this time has passed
     */
    public static NotTaken busy(String why, Duration after) {
        return new NotTaken(false, why, after);
    }

    public boolean forGood() {
        return forGood;
    }

    public String why() {
        return why;
    }

    /** How long the destination wants to be left alone; null when it did not say. */
    public @Nullable Duration after() {
        return after;
    }
}
