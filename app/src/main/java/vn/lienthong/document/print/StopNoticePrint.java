package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 05 of the set of 2025: nobody works on the dossier any more.
 *
 * @param receivedAt when it was received
 * @param requestedBy who asked for the stop: the applicant or an agency
 * @param stage where the dossier stood, in words
 * @param reason why
 * @param finance what becomes of fees paid or owed
 * @param returned papers handed back
 */
public record StopNoticePrint(
        Letterhead letterhead,
        String number,
        Person applicant,
        Instant receivedAt,
        String subject,
        String requestedBy,
        String stage,
        String reason,
        @Nullable String legalBasis,
        String finance,
        List<PaperLine> returned,
        List<String> copies,
        Contact contact,
        Signature signature)
        implements Print {

    public StopNoticePrint {
        returned = List.copyOf(returned);
        copies = List.copyOf(copies);
    }

    @Override
    public String form() {
        return "stop-notice";
    }
}
