package vn.lienthong.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Day;

/** Changes of calendars, and the dossiers that they move. */
@Mapper
interface CalendarChangeMapper {

    record ChangeRow(
            long id,
            String calendar,
            String document,
            String reason,
            String unit,
            CalendarChange.State state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant finishedAt) {}

    record DayRow(LocalDate onDate, Day.Kind kind, String name, List<String> sessions) {}

    long propose(String calendar, String document, String reason, String unit, String by, Instant at);

    void insertDay(long change, Day day, List<String> sessions);

    /** Whether somebody's change of this calendar is still on its way. */
    boolean isOpen(String calendar);

    /** Adds the citizens' dossiers with open clocks in these calendars; those that are known stay as they are. */
    int collect(long change, Collection<String> calendars);

    @Nullable ChangeRow find(long id);

    @Nullable ChangeRow lock(long id);

    List<ChangeRow> list(@Nullable Long before, int limit);

    List<DayRow> days(long change);

    CalendarChange.Progress progress(long change);

    List<CalendarChange.Affected> affected(long change, boolean promisesOnly, @Nullable String after, int limit);

    void decide(long id, CalendarChange.State state, String by, Instant at);

    /** @return 0 when it was not in that state any more */
    int move(long id, CalendarChange.State from, CalendarChange.State to, @Nullable Instant finishedAt);

    /** Changes that have work to do, the oldest first. */
    List<ChangeRow> working();

    /** Dossiers whose preview nobody else is computing. */
    List<String> unseen(long change, int most);

    void foreseen(long change, List<Recomputing.Outcome> outcomes);

    boolean hasUnseen(long change);

    /** Dossiers that have not followed yet and that nobody else has in hand. */
    List<String> undone(long change, int most);

    void done(long change, List<Recomputing.Outcome> outcomes, Instant at);

    boolean hasUndone(long change);

    void failed(long change, String dossier);

    int retryFailed(long change);
}
