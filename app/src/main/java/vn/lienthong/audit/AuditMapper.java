package vn.lienthong.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

    /** @param beginning what comes before the first entry of a chain */
    void append(LocalDate day, Entry entry, @Nullable String subject, String content, byte[] beginning);

    /** A row of the log as it is found. */
    record Row(
            LocalDate day,
            String unit,
            long position,
            Instant at,
            @Nullable String actor,
            @Nullable String subject,
            UUID command,
            String content,
            byte[] hash) {}

    /** Every entry of a day, chain by chain, in order. */
    void entries(LocalDate day, ResultHandler<Row> each);

    /** Those of the commands that have an entry on this day, the one before or the one after. */
    List<UUID> knownAround(LocalDate day, Collection<UUID> commands);

    /** Those of the commands that have an entry on any day; reads the whole log. */
    List<UUID> known(Collection<UUID> commands);

    /** Where a chain ends. */
    record Chain(LocalDate day, String unit, long length, byte[] hash) {}

    List<Chain> chains(LocalDate day);

    /** The days before this one that have a chain and no seal, oldest first. */
    List<LocalDate> unsealed(LocalDate before);

    /** One sealing at a time, over all nodes; given back with the transaction. */
    long overlooked();

    Instant databaseTime();

    boolean holdsSeals();

    record Seal(int number, LocalDate day, long entries, byte[] hash, Instant sealedAt) {}

    @Nullable Seal lastSeal();

    List<Seal> seals();

    /** @return days that have entries or the end of a chain */
    List<LocalDate> days();

    void seal(Seal seal);

    /**
     * @param units whose chains; empty: all
     * @param after place of the last line of the page before
     */
    List<Row> page(
            List<String> units,
            @Nullable LocalDate day,
            @Nullable String actor,
            @Nullable String subject,
            @Nullable Place after,
            int limit);

    /** Place in the list, newest first. */
    record Place(Instant at, String unit, long position) {}
}
