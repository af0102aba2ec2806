package vn.lienthong.deadline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter of apology as the database keeps it.
 *
 * @param id null until it is stored
 * @param escalation the rung it came from
 * @param extension the extension it came from
 * @param responsibleUnit whose part is not done
 * @param unit on whose desk the draft lies
 * @param dueAt the promise that is not kept
 * @param days how many working days later the result is promised; null when the promise was moved before
 * @param proposedDueAt the new date; null when the result is there
 * @param moves whether signing it moves the promise
 * @param symbol number of the letter
 * @param closedBecause why it was given back last, or dropped
 */
record ApologyRow(
        @Nullable Long id,
        String dossier,
        @Nullable Long escalation,
        @Nullable Long extension,
        String responsibleUnit,
        @Nullable String responsibleLeg,
        String unit,
        String reason,
        Instant dueAt,
        @Nullable Integer days,
        @Nullable Instant proposedDueAt,
        boolean moves,
        State state,
        Instant draftedAt,
        @Nullable String approvedBy,
        @Nullable String approvedFor,
        @Nullable Instant approvedAt,
        @Nullable String signedBy,
        @Nullable String signedFor,
        @Nullable Instant signedAt,
        @Nullable String symbol,
        @Nullable UUID document,
        @Nullable Instant sentAt,
        @Nullable String sentHow,
        @Nullable String closedBy,
        @Nullable String closedBecause) {

    /** How far it has come. */
    enum State {
        DRAFT,
        /** Whoever watches over procedures has looked at it; the head signs. */
        APPROVED,
        /** It is a document; the citizen does not have it yet. */
        SIGNED,
        SENT,
        /** It was not needed after all. */
        DROPPED
    }

    /** A letter that has just been drafted; nobody has looked at it yet. */
    static ApologyRow draft(
            String dossier,
            @Nullable Long escalation,
            @Nullable Long extension,
            String responsibleUnit,
            @Nullable String responsibleLeg,
            String unit,
            String reason,
            Instant dueAt,
            @Nullable Integer days,
            Instant proposedDueAt,
            boolean moves,
            Instant now) {
        return new ApologyRow(
                null,
                dossier,
                escalation,
                extension,
                responsibleUnit,
                responsibleLeg,
                unit,
                reason,
                dueAt,
                days,
                proposedDueAt,
                moves,
                State.DRAFT,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    long known() {
        if (id == null) {
            throw new IllegalStateException("not stored");
        }
        return id;
    }
}
