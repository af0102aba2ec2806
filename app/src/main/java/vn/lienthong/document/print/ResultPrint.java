package vn.lienthong.document.print;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result that a citizen takes home, printed by {@code prints/results/<code>.html} or, where there is none, by
 * {@code prints/results/decision.html}.
 *
 * @param number of the dossier it answers
 * @param code of the result, as the procedure names it
 * @param title what the paper is called
 * @param subject the procedure it ends, in words
 * @param authority who decides, as the head of a decision names it
 * @param area name of the commune the dossier is about
 * @param facts content of the dossier
 * @param legalBases laws it rests on, one line each
 * @param copies who else gets it, one line each
 * @param electronic the official's electronic signature that the paper is about to get; null where it is signed by hand
 */
public record ResultPrint(
        Letterhead letterhead,
        String number,
        String code,
        String title,
        String subject,
        String authority,
        @Nullable String area,
        Facts facts,
        List<String> legalBases,
        List<String> copies,
        Signature signature,
        @Nullable Electronic electronic) {

    public ResultPrint {
        legalBases = List.copyOf(legalBases);
        copies = List.copyOf(copies);
    }
}
