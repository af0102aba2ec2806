package vn.lienthong.dossier;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.Refused;
import vn.lienthong.workflow.Processes;

/** Takes a dossier back at the applicant's wish, as far as its diagram still lets it. */
@Component
public class Withdrawing {

    private static final String MESSAGE = "dossier.withdrawn";

    private final OpenFiles files;
    private final Access access;
    private final Processes processes;
    private final Timeline timeline;

    Withdrawing(OpenFiles files, Access access, Processes processes, Timeline timeline) {
        this.files = files;
        this.access = access;
        this.processes = processes;
        this.timeline = timeline;
    }

    /**
     * @throws vn.lienthong.command.Forbidden when the caller does not speak for the applicant
     * @throws Refused when the procedure no longer allows it where the dossier stands
     */
    @Transactional
    public void withdraw(DossierNumber number, String reason) {
        access.checkSpeaksForApplicant(number);
        FreeText.refuse("reason", reason, true);
        Dossier dossier = files.open(number);
        if (!processes.awaits(number.value(), MESSAGE)) {
            throw new Refused(
                    "withdrawal-not-possible", Map.of("state", dossier.state().key()));
        }
        timeline.append(number, "withdrawal-asked", Map.of("reason", reason));
        processes.tell(number.value(), MESSAGE);
    }
}
