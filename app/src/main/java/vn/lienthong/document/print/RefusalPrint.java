package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Form 03: the dossier is not taken up.
 *
 * @param owner whose matter it is, when that is not the applicant
 * @param submittedAt when it was handed in or sent
 * @param reasons why, one sentence each
 */
public record RefusalPrint(
        Letterhead letterhead,
        String number,
        Person applicant,
        @Nullable Person owner,
        @Nullable Instant submittedAt,
        String subject,
        List<String> reasons,
        @Nullable String legalBasis,
        Contact contact,
        Signature signature)
        implements Print {

    public RefusalPrint {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String form() {
        return "refusal";
    }
}
