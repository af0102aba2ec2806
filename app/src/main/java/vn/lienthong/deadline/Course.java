package vn.lienthong.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.Pause;

/**
 * What a ledger tells of a clock's course, from which its due date follows.
 *
 * @param startedAt since when the budget runs; null while the clock is only planned
 * @param restarted whether it began anew after a pause, so that what it followed no longer matters
 * @param pauses since then; the last one may not have ended
 */
record Course(@Nullable Instant startedAt, boolean restarted, List<Pause> pauses, List<Budget> extensions) {

    /** Of a clock to which nothing has happened. */
    static final Course PLANNED = new Course(null, false, List.of(), List.of());

    static Course of(List<Entry> ledger) {
        Instant startedAt = null;
        Instant standingSince = null;
        var restarted = false;
        var pauses = new ArrayList<Pause>();
        var extensions = new ArrayList<Budget>();
        for (var entry : ledger) {
            switch (entry.kind()) {
                case START -> startedAt = entry.at();
                case PAUSE -> standingSince = entry.at();
                case RESUME -> {
                    if (entry.restart()) {
                        startedAt = entry.at();
                        restarted = true;
                        pauses.clear();
                    } else if (standingSince != null) {
                        pauses.add(new Pause(standingSince, entry.at()));
                    }
                    standingSince = null;
                }
                case EXTEND -> extensions.add(entry.extension());
                case PLAN, RECOMPUTE, STOP -> {}
            }
        }
        if (standingSince != null) {
            pauses.add(new Pause(standingSince, null));
        }
        return new Course(startedAt, restarted, List.copyOf(pauses), List.copyOf(extensions));
    }
}
