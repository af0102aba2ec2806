package vn.lienthong.command;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has in hand and writes once, just before it commits, however often it was changed. A transaction
 * that is suspended keeps its own.
 *
 * @param <T> what is in hand
 */
public final class InHand<T extends InHand.Pending> {

    /** Knows what of it is still to be written. */
    public interface Pending {

        /** Writes what has changed since the last time; nothing when nothing has. */
        void write();
    }

    private final Supplier<T> fresh;

    /** @param fresh what a transaction begins with */
    public InHand(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    /** @throws IllegalStateException outside a transaction */
    public T get() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("this is worked on in a transaction only");
        }
        Bound known = bound();
        if (known != null) {
            return known.work;
        }
        Bound bound = new Bound(fresh.get());
        TransactionSynchronizationManager.bindResource(this, bound);
        TransactionSynchronizationManager.registerSynchronization(bound);
        return bound.work;
    }

    /** What this transaction has in hand already, if anything. */
    public Optional<T> find() {
        return Optional.ofNullable(bound()).map(known -> known.work);
    }

    /** Writes what is pending now, so that a query in the same transaction sees it. */
    public void write() {
        Bound known = bound();
        if (known != null) {
            known.work.write();
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Bound bound() {
        return (Bound) TransactionSynchronizationManager.getResource(this);
    }

    private final class Bound implements TransactionSynchronization {

        private final T work;

        Bound(T work) {
            this.work = work;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!readOnly) {
                work.write();
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(InHand.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(InHand.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(InHand.this);
        }
    }
}
