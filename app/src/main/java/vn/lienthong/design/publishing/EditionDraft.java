package vn.lienthong.design.publishing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessRef;

/**
 * An edition on its way into force.
 *
 * @param edition day on which it takes effect once it is approved
 * @param name Vietnamese name of the procedure, as far as the folder says one
 * @param errors how many findings stand against it, by its last look-through
 * @param decision number of the document by which it was approved; null before
 * @param note why it was rejected, or what the approver remarked
 */
public record EditionDraft(
        long id,
        String procedure,
        LocalDate edition,
        String name,
        State state,
        int errors,
        int warnings,
        String sentBy,
        Instant sentAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decision,
        @Nullable String note) {

    /** Where it stands. */
    public enum State {
        /** Errors were found; to be sent again. */
        FAULTY,
        /** No error was found; waits for a second person. */
        VERIFIED,
        /** Dossiers are received by it from its day on. */
        PUBLISHED,
        REJECTED
    }

    public ProcessRef ref() {
        return new ProcessRef(procedure, edition.toString());
    }
}
