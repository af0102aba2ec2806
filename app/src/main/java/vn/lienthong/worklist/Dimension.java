package vn.lienthong.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what the work of others is looked at. Addresses and the API write the {@link #key()}. */
public enum Dimension {
    AGENCY,
    UNIT,
    /** An agency's part of a linked procedure. */
    LEG,
    OFFICER,
    PROCEDURE;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    public String getKey() {
        return key;
    }

    public static Optional<Dimension> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
