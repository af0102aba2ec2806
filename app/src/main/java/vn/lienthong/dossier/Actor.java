package vn.lienthong.dossier;

import org.jspecify.annotations.Nullable;

/**
 * Who does something, and for whom.
 *
 * @param username null for the system itself
 * @param unit where the duty is held
 */
public record Actor(
        @Nullable String username,
        @Nullable String onBehalfOf,
        @Nullable String unit) {

    /** The product itself: timers, rungs, what follows from what an officer did elsewhere. */
    public static final Actor SYSTEM = new Actor(null, null, null);
}
