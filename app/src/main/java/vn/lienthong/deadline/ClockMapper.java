package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/** Clocks and their ledgers. Whatever will be changed is locked, in the order of keys. */
@Mapper
interface ClockMapper {

    @Nullable ClockRow lock(String key);

    /** The clocks of a citizen's dossier and of its legs, stopped ones too, and those of its steps that are not stopped. */
    List<ClockRow> lockFamily(String dossier);

    /** Dossiers with a rung to tell by now, the longest due first; leaves out clocks that somebody else holds. */
    List<String> due(Instant now, int most);

    /** Running clocks of these dossiers that have a rung to tell by now, but for those that somebody else holds. */
    List<ClockRow> lockDue(List<String> dossiers, Instant now);

    /** When the first rung of all is to be told. */
    @Nullable Instant nextRung();

    /** Rungs that should have been told before that moment. */
    long late(Instant before);

    /**
     * In this transaction, locks that are not to be had at once are soon given up: sooner than PostgreSQL looks for
     * dead-locks, so that never an officer is the one who has to yield to work in the background.
     */
    void yieldToOfficers();

    /** Lets what is due wait until then. */
    void postpone(String dossier, Instant now, Instant until);

    /** Clocks of the steps of a dossier that are not stopped. */
    List<ClockRow> lockSteps(String dossier);

    /** The clocks of citizens' dossiers and of their legs. */
    List<ClockRow> families(List<String> dossiers);

    /** The clocks of what was promised, of several dossiers. */
    List<ClockRow> promises(List<String> dossiers);

    /** Like {@link #lockFamily}, for many. */
    List<ClockRow> lockFamilies(List<String> dossiers);

    /** Like {@link #lockSteps}, for many. */
    List<ClockRow> lockStepsOf(List<String> dossiers);

    /** Everything below citizens' dossiers but steps that are over. */
    List<ClockRow> below(List<String> roots);

    List<Entry> ledgers(List<String> clocks);

    void insert(List<ClockRow> clocks);

    void update(List<ClockRow> clocks);

    void insertEntries(List<Entry> entries);
}
