package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 02: the dossier lacks something.
 *
 * @param papers what is to be handed in
 * @param reasons why, one sentence each
 * @param legalBasis on what the request rests
 * @param stage where in the procedure it was found, in words
 * @param round the how-manieth request it is
 * @param until last moment to answer; null when nothing was received and so nothing waits
 */
public record SupplementRequestPrint(
        Letterhead letterhead,
        String number,
        Person applicant,
        String subject,
        List<PaperLine> papers,
        List<String> reasons,
        @Nullable String legalBasis,
        String stage,
        int round,
        @Nullable Instant until,
        Contact contact,
        Signature signature)
        implements Print {

    public SupplementRequestPrint {
        papers = List.copyOf(papers);
        reasons = List.copyOf(reasons);
    }

    @Override
    public String form() {
        return "supplement-request";
    }
}
