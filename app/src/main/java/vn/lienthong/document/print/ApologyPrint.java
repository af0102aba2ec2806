package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 04: an apology and a new date.
 *
 * @param receivedBy the agency that received the dossier
 * @param sector sector of the procedure
 * @param originalPromisedAt promised at reception; never rewritten
 * @param promisedAt promised until now
 * @param newPromisedAt promised from now on; null when the result is there
 * @param readyAt since when the result is there; null while it is not
 * @param reason why the date is missed
 * @param lateAgency the agency that is late
 * @param copies who else gets the letter, one line each
 */
public record ApologyPrint(
        Letterhead letterhead,
        String number,
        Person applicant,
        Instant receivedAt,
        String receivedBy,
        String sector,
        String subject,
        Instant originalPromisedAt,
        Instant promisedAt,
        @Nullable Instant newPromisedAt,
        @Nullable Instant readyAt,
        String reason,
        String lateAgency,
        List<String> copies,
        Contact contact,
        Signature signature)
        implements Print {

    public ApologyPrint {
        copies = List.copyOf(copies);
    }

    @Override
    public String form() {
        return "apology";
    }
}
