package vn.lienthong.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What officers decide at the steps of a dossier, written down before the process moves on because of it. */
@Component
public class Steps {

    /** A decision of the current transaction. */
    record Decided(String step, String outcome, String note, Map<String, Object> data, Actor actor) {}

    private final OpenFiles files;
    private final Timeline timeline;
    private final TakingFees fees;

    Steps(OpenFiles files, Timeline timeline, TakingFees fees) {
        this.files = files;
        this.timeline = timeline;
        this.fees = fees;
    }

    /**
     * Records a decision: the data goes into the dossier's content, the decision onto its timeline. Call it in the
     * transaction that then completes the step.
     *
     * @param note the officer's words or reason; may be empty
     * @param data checked against the step's form by the caller
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decided(
            DossierNumber number, String step, String outcome, String note, Map<String, Object> data, Actor actor) {
        if (!data.isEmpty()) {
            files.open(number).merge(data);
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("step", step);
        details.put("outcome", outcome);
        if (!note.isBlank()) {
            details.put("note", note);
        }
        timeline.append(number, actor, "step-completed", details);
        fees.decided(number, data, actor);
        remember(number, new Decided(step, outcome, note, data, actor));
    }

    /** What was decided for this dossier in the current transaction; the system's silence when nothing was. */
    Decided lastDecided(DossierNumber number) {
        @Nullable Memory memory = (Memory) TransactionSynchronizationManager.getResource(this);
        Decided last = memory == null ? null : memory.decided.get(number);
        return last == null ? new Decided("", "", "", Map.of(), Actor.SYSTEM) : last;
    }

    private void remember(DossierNumber number, Decided decided) {
        @Nullable Memory memory = (Memory) TransactionSynchronizationManager.getResource(this);
        if (memory == null) {
            memory = new Memory();
            TransactionSynchronizationManager.bindResource(this, memory);
            TransactionSynchronizationManager.registerSynchronization(memory);
        }
        memory.decided.put(number, decided);
    }

    private final class Memory implements TransactionSynchronization {

        private final Map<DossierNumber, Decided> decided = new LinkedHashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Steps.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Steps.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Steps.this);
        }
    }
}
