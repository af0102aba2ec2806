package vn.lienthong.dossier;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.Refused;
import vn.lienthong.workflow.Processes;

/** The applicant says whether the draft of the result is right, before it is signed. */
@Component
public class AnsweringDraft {

    private static final String CONFIRMED = "dossier.draft-confirmed";
    private static final String DISPUTED = "dossier.draft-disputed";

    private final OpenFiles files;
    private final Access access;
    private final Processes processes;
    private final Timeline timeline;

    AnsweringDraft(OpenFiles files, Access access, Processes processes, Timeline timeline) {
        this.files = files;
        this.access = access;
        this.processes = processes;
        this.timeline = timeline;
    }

    /**
     * An officer writes down what the applicant said.
     *
     * @param note what is wrong; required when the draft is disputed
     * @throws vn.lienthong.command.Forbidden when the caller does not speak for the applicant
     * @throws Refused when no draft awaits an answer
     */
    @Transactional
    public void answer(DossierNumber number, boolean confirmed, String note) {
        access.checkSpeaksForApplicant(number);
        FreeText.refuse("note", note, !confirmed);
        Dossier dossier = files.open(number);
        String message = confirmed ? CONFIRMED : DISPUTED;
        if (!processes.awaits(number.value(), message)) {
            throw new Refused("no-draft-awaits", Map.of("state", dossier.state().key()));
        }
        timeline.append(
                number,
                confirmed ? "draft-confirmed" : "draft-disputed",
                note.isBlank() ? Map.of() : Map.of("note", note));
        processes.tell(number.value(), message);
    }
}
