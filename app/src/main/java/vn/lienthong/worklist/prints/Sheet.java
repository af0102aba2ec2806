package vn.lienthong.worklist.prints;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a dossier that somebody has to print for the citizen.
 *
 * @param dossier number of the citizen's dossier, or of a leg that came to a result
 * @param kind {@code PRINT} or {@code RESULT}
 * @param code which paper of the dossier
 * @param unit who hands it out
 * @param document the file; null until it is written for the first time
 * @param since when it was called for
 * @param printedBy username of who printed it last, or decided that nobody needs to
 * @param copies how often it was printed
 */
record Sheet(
        long id,
        String dossier,
        String kind,
        String code,
        String unit,
        String applicant,
        String procedure,
        String edition,
        @Nullable String document,
        Instant since,
        @Nullable Instant printedAt,
        @Nullable String printedBy,
        int copies) {}
