package vn.lienthong.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;

/**
 * A wish to move a promise and what became of it, as the database keeps it.
 *
 * @param id null until it is stored
 * @param unit that gave the promise
 * @param addressedTo username of who is asked; null when it is whoever holds the power
 * @param decidedFor whose place the second person took
 * @param answer what the second person said
 */
record ExtensionRow(
        @Nullable Long id,
        String dossier,
        String unit,
        int amount,
        BudgetUnit budgetUnit,
        String reason,
        @Nullable String legalBasis,
        @Nullable String document,
        @Nullable String addressedTo,
        State state,
        String proposedBy,
        @Nullable String onBehalfOf,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable String decidedFor,
        @Nullable Instant decidedAt,
        @Nullable String answer,
        @Nullable Instant dueBefore,
        @Nullable Instant dueAfter) {

    /** What became of it. */
    enum State {
        PROPOSED,
        GRANTED,
        REFUSED,
        /** The dossier was over before anybody decided. */
        LAPSED
    }

    Budget by() {
        return Budget.of(amount, budgetUnit);
    }
}
