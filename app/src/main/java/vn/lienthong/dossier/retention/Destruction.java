package vn.lienthong.dossier.retention;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.procedure.Edition.Retention;
import vn.lienthong.procedure.Retentions;

/**
 * Destroys what is not kept any more, one dossier in a transaction: officers go on working, and a run that was broken off is simply run
 * again.
 */
@Component
public class Destruction {

    private static final Logger log = LoggerFactory.getLogger(Destruction.class);

    private static final int AT_ONCE = 200;

    private final RetentionView view;
    private final RetentionMapper mapper;
    private final Due due;
    private final Retentions retentions;
    private final Destroying destroying;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Destruction(
            RetentionView view,
            RetentionMapper mapper,
            Due due,
            Retentions retentions,
            Destroying destroying,
            TransactionTemplate transaction,
            Clock clock) {
        this.view = view;
        this.mapper = mapper;
        this.due = due;
        this.retentions = retentions;
        this.destroying = destroying;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param failed dossiers that are as they were; the log says why */
    public record Report(long run, int destroyed, int failed, List<RetentionReport.Line> lines) {}

    /**
     * @param decision number of the document that orders it
     * @param by username of whoever runs it
     */
    public Report run(String decision, String by) {
        long run = transaction.execute(status -> mapper.begin(decision, by, clock.instant()));
        var order = new Destroying.Order(run, decision, by);
        Retentions.Known known = retentions.all();
        List<String> editions = known.byEdition().entrySet().stream()
                .filter(edition -> edition.getValue().years() != null)
                .map(edition ->
                        edition.getKey().procedure() + "/" + edition.getKey().edition())
                .toList();
        int destroyed = 0;
        int failed = 0;
        List<RetentionView.Candidate> some = next(known, editions, "");
        while (!some.isEmpty()) {
            for (RetentionView.Candidate candidate : some) {
                Optional<Retention> over = due.over(
                        known, candidate.procedure(), candidate.edition(), candidate.parts(), candidate.year());
                if (over.isPresent()) {
                    switch (one(candidate, over.get(), order)) {
                        case DONE -> destroyed++;
                        case FAILED -> failed++;
                        case KEPT -> {}
                    }
                }
            }
            some = next(known, editions, some.get(some.size() - 1).number());
        }
        transaction.executeWithoutResult(status -> mapper.end(run, clock.instant()));
        return new Report(run, destroyed, failed, RetentionReport.lines(view.destroyed(run, null)));
    }

    private enum Outcome {
        DONE,
        KEPT,
        FAILED
    }

    private Outcome one(RetentionView.Candidate candidate, Retention retention, Destroying.Order order) {
        try {
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean did = destroying.destroy(candidate, retention, order);
                if (did) {
                    mapper.count(order.run(), 1, 0);
                }
                return did;
            }));
            return done ? Outcome.DONE : Outcome.KEPT;
        } catch (RuntimeException e) {
            log.error("content of {} could not be destroyed", candidate.number(), e);
            transaction.executeWithoutResult(status -> mapper.count(order.run(), 0, 1));
            return Outcome.FAILED;
        }
    }

    private List<RetentionView.Candidate> next(Retentions.Known known, List<String> editions, String after) {
        return due.before(known)
                .map(day -> view.candidates(day, editions, after, AT_ONCE))
                .orElse(List.of());
    }
}
