package vn.lienthong.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What makes a line the business of whoever oversees it. Addresses and the API write the {@link #key()}. */
public enum Condition {
    /** Past the due date. */
    LATE,
    /** Not late, and due today or on the next working day of the unit that owes it. */
    SOON,
    /** Open for {@link Board#LONG_UNCLAIMED} working hours of the unit, and nobody has taken it. */
    UNCLAIMED,
    /** Everything that somebody could do something about. */
    OPEN,
    /** Waiting for somebody outside, for example for a supplement. */
    WAITING;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    public String getKey() {
        return key;
    }

    public static Optional<Condition> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
