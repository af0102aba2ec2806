package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 01 for several dossiers that one person handed in on one visit.
 *
 * @param desk the unit that received them
 * @param receivedBy who received the last of them
 * @param total sum of the fees in đồng; null while one of them cannot be said
 */
public record BatchReceiptPrint(
        Letterhead letterhead,
        String desk,
        String receivedBy,
        Person applicant,
        List<Line> lines,
        @Nullable Long total,
        Contact contact)
        implements Print {

    /**
     * One of the dossiers.
     *
     * @param channel how it came in, in words
     * @param legalLimit the time the law gives, in words
     * @param fee what is to be paid, in words; null where that cannot be said
     */
    public record Line(
            String number,
            String subject,
            String channel,
            List<PaperLine> papers,
            String legalLimit,
            Instant receivedAt,
            Instant promisedAt,
            Instant originalPromisedAt,
            @Nullable String fee,
            Tracking tracking) {

        public Line {
            papers = List.copyOf(papers);
        }
    }

    public BatchReceiptPrint {
        lines = List.copyOf(lines);
    }

    @Override
    public String form() {
        return "batch-receipt";
    }

    /** Each line has its own. */
    @Override
    public String number() {
        return "";
    }
}
