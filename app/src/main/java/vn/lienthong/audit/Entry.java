package vn.lienthong.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the log says of one command.
 *
 * @param command the same as in the lines of history that it wrote
 * @param actor username; null when the system did it or a citizen without an account
 * @param unit the unit in whose chain it stands: the actor's first post, or whose dossier it was, or {@link #OUTSIDE}
 * @param act method and address of what was asked for ({@code POST /tasks/{taskId}/complete}), {@link #LOOK}, or {@link
 *     #BY_ITSELF}
 * @param about what the address named: never what was written into a form
 * @param dossiers numbers of the dossiers whose history it added to, or that were looked at
 * @param lines kinds of the lines it added to their history, in their order
 * @param fingerprint of those lines; null without any
 */
@JsonPropertyOrder({"command", "at", "actor", "onBehalfOf", "unit", "act", "about", "dossiers", "lines", "fingerprint"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entry(
        UUID command,
        Instant at,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        String unit,
        String act,
        Map<String, String> about,
        List<String> dossiers,
        List<String> lines,
        @Nullable String fingerprint) {

    /** The chain of what belongs to no unit. */
    static final String OUTSIDE = "-";

    static final String LOOK = "LOOK";
    static final String BY_ITSELF = "SYSTEM";

    public Entry {
        about = about == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(about));
        dossiers = dossiers == null ? List.of() : List.copyOf(dossiers);
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** The one thing it is about, by which it is found. */
    @Nullable String subject() {
        if (!dossiers.isEmpty()) {
            return dossiers.get(0);
        }
        return about.values().stream().findFirst().orElse(null);
    }
}
