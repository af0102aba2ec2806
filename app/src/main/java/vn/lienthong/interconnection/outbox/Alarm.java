package vn.lienthong.interconnection.outbox;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever carries messages on this node, so that a message does not wait for the next look. */
@Component("outboxAlarm")
class Alarm {

    private boolean rung;

    /** Rings when the transaction is committed, or at once without one. */
    void afterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new AtCommit());
        }
    }

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    /** Returns when it rings, or rang since the last time, or after this time. */
    synchronized void await(Duration most) throws InterruptedException {
        if (!rung) {
            wait(Math.max(1, most.toMillis()));
        }
        rung = false;
    }

    private final class AtCommit implements TransactionSynchronization {

        @Override
        public void afterCommit() {
            ring();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Alarm.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Alarm.this, Alarm.this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Alarm.this);
        }
    }
}
