package vn.lienthong.design.publishing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

@Mapper
interface EditionDraftMapper {

    enum Kind {
        FILE,
        FORM
    }

    record File(long draft, Kind kind, String name, byte[] content) {}

    /** Removes what the same folder was before, unless that was decided. */
    void removeUndecided(String procedure, LocalDate edition);

    long insert(
            String procedure,
            LocalDate edition,
            String name,
            EditionDraft.State state,
            int errors,
            int warnings,
            String sentBy,
            Instant sentAt);

    void insertFile(File file);

    @Nullable EditionDraft find(long id);

    /** The same, and nobody else decides on it before this transaction ends. */
    @Nullable EditionDraft hold(long id);

    List<File> files(long id);

    /** The newest first. */
    List<EditionDraft> list(@Nullable Long before, int limit);

    void decide(
            long id, EditionDraft.State state, String by, Instant at, @Nullable String decision, @Nullable String note);

    void insertWithdrawal(Withdrawal withdrawal);

    List<Withdrawal> withdrawals();
}
