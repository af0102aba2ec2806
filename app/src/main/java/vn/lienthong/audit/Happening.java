package vn.lienthong.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dossier's history as the log knows it, so that the history too shows when somebody has changed it.
 *
 * @param dossier number of the dossier
 * @param at kept to the microsecond
 * @param actor username; null when the system did it
 * @param details what {@link vn.lienthong.command.JsonHandler} keeps
 */
public record Happening(
        String dossier,
        Instant at,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        @Nullable String unit,
        String what,
        Map<String, Object> details) {}
