package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 01: the dossier was received and the result is promised for a day.
 *
 * @param desk the unit that received it
 * @param channel how it came in, in words
 * @param owner whose matter it is, when that is not the applicant
 * @param subject what is asked for
 * @param sets number of sets handed in
 * @param legalLimit the time the law gives, in words
 * @param promisedAt the result is promised for
 * @param originalPromisedAt what was promised at reception; differs on a reprint
 * @param delivery where or how the applicant wants the result
 * @param fee what was or is to be paid, in words
 */
public record ReceiptPrint(
        Letterhead letterhead,
        String number,
        String desk,
        Instant receivedAt,
        String receivedBy,
        String channel,
        Person applicant,
        @Nullable Person owner,
        String subject,
        List<PaperLine> papers,
        int sets,
        String legalLimit,
        Instant promisedAt,
        Instant originalPromisedAt,
        List<LegLine> legs,
        String delivery,
        @Nullable String fee,
        Tracking tracking,
        Contact contact)
        implements Print {

    public ReceiptPrint {
        papers = List.copyOf(papers);
        legs = List.copyOf(legs);
    }

    @Override
    public String form() {
        return "receipt";
    }
}
