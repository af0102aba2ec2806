package vn.lienthong.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.workflow.Processes;

/** The applicant proves that what is owed to the state was paid; until then the clocks stood still. */
@Component
public class ProvingPayment {

    private static final String MESSAGE = "dossier.paid";

    private final OpenFiles files;
    private final Access access;
    private final Processes processes;
    private final Timeline timeline;
    private final Clock clock;

    ProvingPayment(OpenFiles files, Access access, Processes processes, Timeline timeline, Clock clock) {
        this.files = files;
        this.access = access;
        this.processes = processes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * An officer writes down the proof; the process goes on where it waited.
     *
     * @param receipt number of the receipt or of the paper that proves the payment
     * @throws Refused when the dossier does not wait for a payment
     */
    @Transactional
    public void prove(DossierNumber number, String receipt) {
        access.checkSpeaksForApplicant(number);
        if (receipt.isBlank()) {
            throw new InvalidInput(Problem.of("receipt", "required"));
        }
        Dossier dossier = files.open(number);
        if (!processes.awaits(number.value(), MESSAGE)) {
            throw new Refused(
                    "no-payment-awaited", Map.of("state", dossier.state().key()));
        }
        String today = LocalDate.now(clock).toString();
        dossier.merge(Map.of("payment", Map.of("receiptNumber", receipt.strip(), "provedOn", today)));
        timeline.append(number, "payment-proved", Map.of("receipt", receipt.strip()));
        processes.tell(number.value(), MESSAGE);
    }
}
