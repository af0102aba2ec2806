package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Finished dossiers that are kept, and runs that destroyed others. */
@Mapper
interface RetentionView {

    /**
     * Citizens' dossiers alike.
     *
     * @param parts editions of the dossiers that agencies opened for their legs: {@code procedure/edition}
     * @param year in which the last of them was finished
     * @param held how many of them somebody has put a hold on
     */
    record Group(String procedure, String edition, List<String> parts, String unit, int year, int dossiers, int held) {}

    /** @param units that received them; null: all */
    List<Group> groups(Instant before, @Nullable List<String> units);

    /** One that nobody holds. */
    record Candidate(String number, String procedure, String edition, List<String> parts, String unit, int year) {}

    /** Those received under these editions, written {@code procedure/edition}, in the order of their numbers. */
    List<Candidate> candidates(Instant before, Collection<String> editions, String after, int limit);

    /** @param endedAt null when it was broken off or still runs */
    record Run(
            long id,
            String decision,
            String runBy,
            Instant startedAt,
            @Nullable Instant endedAt,
            int destroyed,
            int failed) {}

    List<Run> runs(int most);

    @Nullable Run run(long id);

    Tombstones.@Nullable Tombstone tombstone(String root);

    /** What a run destroyed. */
    record Destroyed(String procedure, String unit, int year, String source, int years, int dossiers, int files) {}

    /** @param units that received them; null: all */
    List<Destroyed> destroyed(long run, @Nullable List<String> units);
}
