package vn.lienthong.citizen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the person who holds the receipt sees it. No names, no identity numbers, no content: whoever finds a
 * receipt in the street learns that a procedure runs, not about whom.
 *
 * @param promisedAt when the result is promised now
 * @param originalPromisedAt when it was promised first
 * @param next what the reader has to do, or need not do, in a sentence or two
 * @param apology a sentence when the promise was not kept or was moved by the administration; null when there is
 *     nothing to apologise for
 * @param letter the signed letter of apology; null while there is none
 */
public record Tracked(
        String number,
        String procedure,
        String procedureName,
        State state,
        Instant receivedAt,
        @Nullable Instant promisedAt,
        @Nullable Instant originalPromisedAt,
        @Nullable Instant readyAt,
        @Nullable Instant finishedAt,
        List<Part> legs,
        String next,
        @Nullable String apology,
        @Nullable Letter letter,
        Rated rating) {

    /** One of the ten states, with its national code. */
    public record State(int code, String key, String name) {}

    /**
     * One agency's part.
     *
     * @param late whether it ended, or still runs, past its date
     */
    public record Part(
            String leg,
            String name,
            String agencyName,
            String state,
            String stateName,
            boolean late,
            @Nullable Instant dueAt,
            @Nullable Instant originalDueAt,
            @Nullable Instant finishedAt) {}

    /**
     * A letter of apology, to be had as PDF with the same number and secret.
     *
     * @param promisedAt the date that it names; null when it came after the result
     */
    public record Letter(Instant signedAt, @Nullable Instant promisedAt) {}

    /**
     * @param possible whether it can be rated now
     * @param score 1 to 5 when it has been
     */
    public record Rated(boolean possible, @Nullable Integer score) {}
}
