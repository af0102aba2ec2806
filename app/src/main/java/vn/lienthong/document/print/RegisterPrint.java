package vn.lienthong.document.print;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The book in which a desk keeps account of its dossiers: form 07 of 2025, 06 of 2018.
 *
 * @param unit whose book it is
 * @param from first day
 * @param to last day
 * @param keptBy who printed it
 */
public record RegisterPrint(
        Letterhead letterhead, String unit, LocalDate from, LocalDate to, List<Line> lines, String keptBy)
        implements Print {

    /**
     * One dossier.
     *
     * @param sets number of sets handed in
     * @param agency the one that leads it
     * @param returnedAt null while the result was not handed over
     * @param delivery how the result is or was handed over, in words
     * @param signedFor who took it, and that it was signed for; null while nobody did
     * @param note how it ended when that was not a result, or that it was late
     */
    public record Line(
            String number,
            String subject,
            int sets,
            Person applicant,
            String agency,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant returnedAt,
            String delivery,
            @Nullable String signedFor,
            @Nullable String note) {}

    public RegisterPrint {
        lines = List.copyOf(lines);
    }

    @Override
    public String form() {
        return "register";
    }

    /** It is about many. */
    @Override
    public String number() {
        return "";
    }
}
