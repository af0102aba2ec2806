package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Letters of apology. A letter goes on only from the state that the command expects; 0 tells that somebody was faster. */
@Mapper
interface ApologyMapper {

    /** @return those that are new; a dossier with an open letter gets no other */
    List<Drafted> draft(List<ApologyRow> letters);

    record Drafted(long id, String dossier) {}

    /** An open letter whose promise was moved meanwhile is a draft again, about the extension. */
    int rewrite(String dossier, long extension, String reason, Instant dueAt, Instant newDueAt);

    @Nullable ApologyRow find(long id);

    /** Newest first. */
    List<ApologyRow> ofDossier(String dossier);

    /** Letters of several dossiers that wait for somebody, the newest first. */
    List<ApologyRow> openOf(Collection<String> dossiers);

    /** Letters of these units that wait for somebody, the oldest first. */
    List<ApologyRow> open(Collection<String> units, int limit);

    /** The letter that a citizen can read: the newest that was signed. */
    @Nullable ApologyRow issued(String dossier);

    int approve(
            long id,
            String reason,
            @Nullable Integer days,
            @Nullable Instant proposedDueAt,
            String by,
            @Nullable String onBehalfOf,
            Instant at);

    int giveBack(long id, String by, String because);

    int sign(
            long id,
            @Nullable Instant proposedDueAt,
            boolean moves,
            String by,
            @Nullable String onBehalfOf,
            Instant at,
            @Nullable String symbol,
            UUID document);

    int sent(long id, String how, Instant at);

    int drop(long id, String by, String because);

    /** Those of them whose citizens have a letter about the promise that is broken now. */
    List<String> covered(List<String> dossiers, Instant now);

    /** Promises of these units that are broken and have no letter, the longest first. */
    List<Unwritten> unwritten(Collection<String> units, Instant now, Instant since, int limit);

    int countOpen(Collection<String> units);

    int countUnwritten(Collection<String> units, Instant now, Instant since);

    /** @param stoppedAt when the result came; null while there is none */
    record Unwritten(
            String dossier,
            String unit,
            Instant dueAt,
            @Nullable Instant stoppedAt) {}
}
