package vn.lienthong.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which order a list is read; each has an index of its own. Addresses and the API write the {@link #key()}. */
public enum Order {
    /** What falls due first, and so has the least working time left, comes first; lines without a due date last. */
    DUE,
    /** The latest to arrive first. */
    NEWEST,
    /** By the applicant's name, as Vietnamese is sorted. */
    APPLICANT;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    static Optional<Order> ofKey(String key) {
        return Arrays.stream(values()).filter(order -> order.key.equals(key)).findFirst();
    }
}
