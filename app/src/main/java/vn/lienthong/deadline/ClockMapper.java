package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Clocks and their ledgers. Whatever will be changed is locked, in the order of keys. */
@Mapper
interface ClockMapper {

    @Nullable ClockRow lock(String key);

    /** The clocks of a citizen's dossier and of its legs, stopped ones too, and those of its steps that are not stopped. */
    List<ClockRow> lockFamily(String dossier);

    /** Running clocks of a dossier that have a rung to tell by now. */
    List<ClockRow> lockDue(String dossier, Instant now);

    /** Clocks of the steps of a dossier that are not stopped. */
    List<ClockRow> lockSteps(String dossier);

    List<ClockRow> family(String dossier);

    List<Entry> ledgers(Collection<String> clocks);

    void insert(List<ClockRow> clocks);

    void update(ClockRow clock);

    void insertEntries(List<Entry> entries);

    @Nullable Instant nextRung(String dossier);
}
