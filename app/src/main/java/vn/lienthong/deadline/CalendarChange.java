package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Day;

/**
 * A change of a calendar on its way from the one who writes it down, past a second person, to every date that rests on it.
 *
 * @param document number of the notice that says so
 * @param unit where the one who proposes administers
 * @param decidedBy who approved or rejected it; never who proposed what was approved
 */
public record CalendarChange(
        long id,
        String calendar,
        String document,
        String reason,
        String unit,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable Instant finishedAt,
        List<Day> days,
        Progress progress) {

    /** Where it is. */
    public enum State {
        /** What would move is being computed. */
        PREVIEWING,
        /** Waits for the second person. */
        PROPOSED,
        /** The days hold; dates follow as soon as every node knows them. */
        APPROVED,
        /** Dates follow, one dossier after the other. */
        APPLYING,
        DONE,
        REJECTED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOver() {
            return this == DONE || this == REJECTED;
        }
    }

    /**
     * How far it has come.
     *
     * @param dossiers citizens' dossiers with open clocks in this calendar
     * @param previewed for how many it is known what moves
     * @param moving how many have a clock that moves
     * @param promises how many promises to citizens move: so many people are told
     * @param done how many follow the new calendar by now
     * @param failed how many could not follow; the log says why
     */
    public record Progress(long dossiers, long previewed, long moving, long promises, long done, long failed) {}

    /**
     * A dossier that would move, or did.
     *
     * @param promisedAt what the citizen was promised before
     * @param newPromisedAt what follows from the new days
     * @param moves how many of its clocks move
     */
    public record Affected(
            String dossier,
            @Nullable Instant promisedAt,
            @Nullable Instant newPromisedAt,
            int moves,
            boolean done,
            boolean failed) {

        public boolean promiseMoves() {
            return promisedAt != null && newPromisedAt != null && !promisedAt.equals(newPromisedAt);
        }
    }
}
