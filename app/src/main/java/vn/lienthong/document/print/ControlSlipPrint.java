package vn.lienthong.document.print;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slip that travels with a dossier: form 06 of 2025, 05 of 2018. Filled from the record of what happened; nothing in
 * it can be written by hand afterwards.
 */
public record ControlSlipPrint(
        Letterhead letterhead,
        String number,
        Person applicant,
        String subject,
        Instant receivedAt,
        String legalLimit,
        Instant promisedAt,
        List<PaperLine> papers,
        List<Handover> handovers)
        implements Print {

    public ControlSlipPrint {
        papers = List.copyOf(papers);
        handovers = List.copyOf(handovers);
    }

    @Override
    public String form() {
        return "control-slip";
    }

    /**
     * The dossier passed from one agency to the next.
     *
     * @param to the agency that takes over
     * @param givenAt null while the dossier is still with the giver
     * @param takenAt when the receiver acknowledged; the dossier is theirs only from then on
     * @param dueAt until when the receiver owes its part; null when it owes nothing more
     * @param finishedAt when the receiver was done
     * @param outcome early, on time or late; null while it runs
     */
    public record Handover(
            String from,
            String to,
            @Nullable String givenBy,
            @Nullable Instant givenAt,
            @Nullable String takenBy,
            @Nullable Instant takenAt,
            @Nullable Instant dueAt,
            @Nullable Instant finishedAt,
            @Nullable Outcome outcome,
            @Nullable String note) {}

    /** How a part ended against its promise; a matter of days, not of hours. */
    public enum Outcome {
        EARLY,
        ON_TIME,
        LATE
    }
}
