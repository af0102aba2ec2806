package vn.lienthong.interconnection.pull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.interconnection.Handing;
import vn.lienthong.workflow.ExternalTasks;
import vn.lienthong.workflow.ExternalTasks.Work;

/**
 * Gives work to a worker: first the lock, then, dossier by dossier, the acknowledgement and what the dossier holds. Two
 * transactions, because everybody else opens the dossier before its process, and because one dossier that cannot be
 * handed out keeps no other.
 */
@Component
class HandingOut {

    private static final Logger log = LoggerFactory.getLogger(HandingOut.class);

    private final ExternalTasks tasks;
    private final Handing handing;
    private final LegVariables variables;
    private final TransactionTemplate transaction;

    HandingOut(ExternalTasks tasks, Handing handing, LegVariables variables, PlatformTransactionManager transactions) {
        this.tasks = tasks;
        this.handing = handing;
        this.variables = variables;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<LockedTask> fetch(FetchRequest request) {
        if (request.most() == 0 || request.topicNames().isEmpty()) {
            return List.of();
        }
        List<Work> locked = transaction.execute(tx -> tasks.fetchAndLock(
                request.worker(), request.most(), request.byPriority(), request.byAge(), request.subscriptions()));
        return locked.stream()
                .map(work -> handOut(request, work))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nobody was there any more to take it. */
    void takeBack(List<LockedTask> handedOut) {
        for (LockedTask task : handedOut) {
            transaction.executeWithoutResult(tx -> tasks.unlock(task.id()));
        }
    }

    private Optional<LockedTask> handOut(FetchRequest request, Work work) {
        try {
            return Optional.of(transaction.execute(tx -> {
                var number = new DossierNumber(work.businessKey());
                handing.acknowledged(number);
                Map<String, TypedValue> wanted = new LinkedHashMap<>(
                        variables.of(work, handing.of(number).orElseThrow()));
                wanted.keySet().removeIf(name -> !request.wants(work.topic(), name));
                return LockedTask.of(work, wanted);
            }));
        } catch (RuntimeException e) {
            // It is offered again when the lock has run out; the others go out now.
            log.error("leg {} cannot be handed out", work.businessKey(), e);
            return Optional.empty();
        }
    }
}
