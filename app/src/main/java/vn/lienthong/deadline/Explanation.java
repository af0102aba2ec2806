package vn.lienthong.deadline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * Why a date is what it is, line by line, in one language.
 *
 * @param number of the dossier
 * @param originalDueAt what was promised first
 * @param provisional whether the date rests on a day that nobody has confirmed yet
 * @param state {@code running}, {@code paused} or {@code stopped}
 * @param remaining null once the clock has stopped
 * @param legs every agency's part; empty for a dossier that was opened for one
 * @param ledger what happened to the clocks, in order
 */
public record Explanation(
        String number,
        Instant dueAt,
        Instant originalDueAt,
        boolean provisional,
        String state,
        @Nullable RemainingView remaining,
        List<LineView> lines,
        List<LegView> legs,
        List<EntryView> ledger) {

    /** What is left, in the words of an office; how much it is overdue when {@code overdue}. */
    public record RemainingView(int amount, BudgetUnit unit, boolean overdue, String text) {}

    /** What happened to the clock between two moments, and why. */
    public record LineView(Instant from, Instant to, String what, String why) {}

    /**
     * One agency's part.
     *
     * @param startedAt null while nobody has begun
     */
    public record LegView(
            String leg,
            String name,
            String unit,
            String unitName,
            String state,
            Instant dueAt,
            Instant originalDueAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable ConsumptionView consumption,
            List<LineView> lines) {}

    /**
     * What an agency used of its own budget; known once it is done.
     *
     * @param verdict IN_TIME, INHERITED, SLOW or SLOW_AND_INHERITED
     * @param usedShare of its own time, in percent
     * @param inheritedHours working hours that it began late because of an earlier part
     * @param exceededHours working hours over its own date
     * @param text the same in words
     */
    public record ConsumptionView(
            String verdict, int usedShare, double inheritedHours, double exceededHours, String text) {}

    /**
     * A line of a ledger.
     *
     * @param leg whose clock; null for the whole
     */
    public record EntryView(
            Instant at,
            @Nullable String leg,
            String kind,
            String kindName,
            @Nullable String actor,
            @Nullable String actorName,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String document,
            @Nullable String approver,
            @Nullable String approverName,
            Instant dueAt) {}
}
