package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Wishes to move a promise. */
@Mapper
interface ExtensionMapper {

    /** @return the new id; null when another wish for this dossier is open */
    @Nullable Long propose(ExtensionRow wish);

    @Nullable ExtensionRow find(long id);

    /** Newest first. */
    List<ExtensionRow> ofDossier(String dossier);

    /** What waits for a decision at these units, the oldest first. */
    List<ExtensionRow> open(Collection<String> units, int limit);

    int countOpen(Collection<String> units);

    /** @return 0 when somebody was faster */
    int decide(
            long id,
            ExtensionRow.State state,
            String by,
            @Nullable String onBehalfOf,
            @Nullable String answer,
            Instant at,
            @Nullable Instant dueBefore,
            @Nullable Instant dueAfter);

    int lapse(String dossier, Instant at);
}
