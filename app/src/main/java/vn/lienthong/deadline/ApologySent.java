package vn.lienthong.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.document.DocumentId;
import vn.lienthong.dossier.DossierNumber;

/**
 * A signed letter of apology leaves for the citizen.
 *
 * @param letter id of the letter
 * @param document the letter as PDF
 * @param promisedBefore the promise that is not kept
 * @param promisedAt the new one; null when the result is there already
 * @param how by message to the applicant's address or telephone, or on paper because neither is known
 */
public record ApologySent(
        DossierNumber number,
        long letter,
        DocumentId document,
        Instant promisedBefore,
        @Nullable Instant promisedAt,
        How how,
        Instant at) {

    /** The way it goes. */
    public enum How {
        MESSAGE,
        PAPER
    }
}
