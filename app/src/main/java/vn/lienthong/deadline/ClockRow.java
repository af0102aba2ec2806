package vn.lienthong.deadline;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * A clock as the database keeps it.
 *
 * @param key number of the dossier, {@code number/leg}, or the engine's task
 * @param dossier whose process it belongs to
 * @param root the citizen's dossier
 * @param after which leg this one waits for
 * @param linked the dossier that the agency opened for this leg
 * @param duty whose duty the step is, as the diagram writes it
 * @param amount null for a dossier whose date is that of its latest leg
 * @param consumed seconds used until {@code runningSince}, in the budget's own kind of time
 * @param missed whether it was announced that the date has passed
 * @param entries lines in its ledger
 */
record ClockRow(
        String key,
        Level level,
        String dossier,
        String root,
        @Nullable String leg,
        @Nullable String after,
        @Nullable String linked,
        @Nullable String step,
        @Nullable String duty,
        String unit,
        String calendar,
        @Nullable Integer amount,
        @Nullable BudgetUnit budgetUnit,
        @Nullable LocalTime cutOff,
        Instant startedAt,
        Instant originalDueAt,
        Instant dueAt,
        boolean provisional,
        State state,
        long consumed,
        @Nullable Instant runningSince,
        @Nullable Instant stoppedAt,
        List<String> reached,
        boolean missed,
        @Nullable Instant nextRungAt,
        int entries) {

    /** In which states time passes: one. */
    enum State {
        PLANNED,
        RUNNING,
        PAUSED,
        STOPPED
    }
}
