package vn.lienthong.notification;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.notification.MessageMapper.NewMessage;

/**
 * What the current transaction has to tell applicants. Put into words just before the commit, when every date and every
 * reason is known, whatever order the engine came by them in; the same notice about the same dossier is told once.
 */
@Component
class Drafts {

    record Draft(DossierNumber number, String notice) {}

    private final Writing writing;
    private final MessageMapper messages;

    Drafts(Writing writing, MessageMapper messages) {
        this.writing = writing;
        this.messages = messages;
    }

    void add(DossierNumber number, String notice) {
        desk().drafts.add(new Draft(number, notice));
    }

    /** One notice in place of another, which it says too. */
    void addInstead(DossierNumber number, String notice, String other) {
        desk().drafts.remove(new Draft(number, other));
        add(number, notice);
    }

    /** Something that a notice about this dossier may say, should there be one. */
    void know(DossierNumber number, String name, String value) {
        desk().details.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(name, value);
    }

    private Desk desk() {
        Desk desk = (Desk) TransactionSynchronizationManager.getResource(this);
        if (desk == null) {
            desk = new Desk();
            TransactionSynchronizationManager.bindResource(this, desk);
            TransactionSynchronizationManager.registerSynchronization(desk);
        }
        return desk;
    }

    private final class Desk implements TransactionSynchronization {

        private final Set<Draft> drafts = new LinkedHashSet<>();
        private final Map<DossierNumber, Map<String, String>> details = new LinkedHashMap<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            List<NewMessage> written = drafts.stream()
                    .flatMap(
                            draft -> writing
                                    .message(
                                            draft.number(),
                                            draft.notice(),
                                            details.getOrDefault(draft.number(), Map.of()))
                                    .stream())
                    .toList();
            if (!written.isEmpty()) {
                messages.insert(written);
            }
            drafts.clear();
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Drafts.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Drafts.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Drafts.this);
        }
    }
}
