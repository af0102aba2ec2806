package vn.lienthong.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways an officer looks at the work in hand. Addresses and the API write the {@link #key()}. */
public enum Queue {
    /** Taken by the caller. */
    MINE,
    /** Everything open at the caller's posts, taken or not. */
    TEAM,
    /** Not late, and due today or on the next working day of the unit that owes it. */
    DUE_SOON,
    /** Past the due date. */
    OVERDUE,
    /** Waiting for somebody outside, for example for a supplement. */
    WAITING,
    /** What the caller wanted to look at again by today. */
    FOLLOW_UP;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    public String key() {
        return key;
    }

    public static Optional<Queue> ofKey(String key) {
        return Arrays.stream(values()).filter(queue -> queue.key.equals(key)).findFirst();
    }
}
