package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.audit.Happening;

/**
 * One line of a dossier's history.
 *
 * @param dossier the dossier it happened to, which may be a leg's
 * @param actor username; null when the system did it
 * @param onBehalfOf whose duty it was, when it was delegated
 * @param what kebab-case kind, the message {@code dossier.event.<what>} has its words
 */
public record Event(
        String dossier,
        Instant at,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        @Nullable String unit,
        String what,
        Map<String, Object> details) {

    Happening happening() {
        return new Happening(dossier, at, actor, onBehalfOf, unit, what, details);
    }
}
