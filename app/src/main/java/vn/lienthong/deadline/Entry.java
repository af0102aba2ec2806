package vn.lienthong.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * A line of a clock's ledger. Lines are only ever added; the due date is what follows from all of them.
 *
 * @param seq 1 for the first line of its clock
 * @param actor username; null for the system
 * @param legalBasis what allows a pause
 * @param approver the second person behind an extension
 * @param amount by how much an extension moves the date, with {@code unit}
 * @param restart whether the full budget runs again after a pause
 * @param dueAt the date as it follows from the ledger up to here
 */
record Entry(
        String clock,
        int seq,
        Kind kind,
        Instant at,
        @Nullable String actor,
        @Nullable String onBehalfOf,
        @Nullable String reason,
        @Nullable String legalBasis,
        @Nullable String document,
        @Nullable String approver,
        @Nullable Integer amount,
        @Nullable BudgetUnit unit,
        boolean restart,
        Instant dueAt) {

    /** What happened to the clock. */
    enum Kind {
        /** Promised as part of a whole; nothing was received yet. */
        PLAN,
        START,
        PAUSE,
        RESUME,
        EXTEND,
        /** What the date rests on changed: an earlier leg's date, the competent unit, a calendar. */
        RECOMPUTE,
        STOP
    }

    Budget extension() {
        if (amount == null || unit == null) {
            throw new IllegalStateException("entry " + seq + " of " + clock + " extends by nothing");
        }
        return Budget.of(amount, unit);
    }
}
