package vn.lienthong.audit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Writes a transaction's entry as its very last statement, so that two commands of one unit wait for each other no longer
 * than a commit takes.
 */
@Component
class AtCommit implements TransactionExecutionListener {

    /** Asked for late: the transactions exist before what writes in them. */
    private final ObjectProvider<Recording> recording;

    AtCommit(ObjectProvider<Recording> recording) {
        this.recording = recording;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (!transaction.isReadOnly()) {
            recording.ifAvailable(Recording::write);
        }
    }
}
