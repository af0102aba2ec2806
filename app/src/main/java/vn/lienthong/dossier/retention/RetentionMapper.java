package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Takes a dossier's content away and leaves a tombstone. */
@Mapper
interface RetentionMapper {

    /** @param hash of the content, SHA-256 */
    record Member(String number, @Nullable Instant finishedAt, Map<String, Object> content, String hash) {}

    /** The citizen's dossier and those of its legs, held until the end of the transaction; the citizen's first. */
    List<Member> lock(String root);

    boolean isHeld(String root);

    boolean isBuried(String root);

    /** A line of history with the command that wrote it. */
    record Line(
            UUID command,
            String dossier,
            Instant at,
            @Nullable String actor,
            @Nullable String onBehalfOf,
            @Nullable String unit,
            String what,
            Map<String, Object> details) {}

    /** All lines of the commands that wrote to the history of these dossiers, command by command. */
    List<Line> lines(String root);

    /** @param contents hashes by number; files and numbers as JSON */
    record Tombstone(
            String number,
            long run,
            Instant destroyedAt,
            List<String> family,
            String source,
            int years,
            String contents,
            String files,
            String numbers) {}

    void bury(Tombstone tombstone);

    void emptyDossier(String number, String secret);

    void emptyHistory(String root);

    void emptyHandedOver(List<String> numbers);

    void emptySupplements(List<String> numbers);

    void removePapers(List<String> numbers);

    void removeCorrections(List<String> numbers);

    long begin(String decision, String by, Instant at);

    void count(long run, int destroyed, int failed);

    void end(long run, Instant at);
}
