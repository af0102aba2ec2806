package vn.lienthong.operations.consistency;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the whole installation, at one moment, whether everything that belongs together is there, once. What a dossier is
 * made of - process, worklist, clocks, history, numbers, files, hand-overs - is written in one transaction, so each
 * finding means that somebody changed the database by hand, that a backup was put back in part, or a fault in this product.
 */
@Component
public class Consistency {

    private final ConsistencyView view;
    private final GivenNumbers numbers;
    private final UntouchedFiles files;

    Consistency(ConsistencyView view, GivenNumbers numbers, UntouchedFiles files) {
        this.view = view;
        this.numbers = numbers;
        this.files = files;
    }

    /**
     * @param open dossiers that are not finished
     * @param steps that officers have done
     * @param numbers that were given out
     * @param files stored, all of them read
     */
    public record Report(
            long dossiers,
            long open,
            long steps,
            long clocks,
            long handovers,
            long numbers,
            long files,
            List<Finding> findings) {

        public Report {
            findings = List.copyOf(findings);
        }

        public boolean holds() {
            return findings.isEmpty();
        }
    }

    /** Reads everything, files included: minutes in a large installation. Officers may go on working meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report check() {
        var findings = new ArrayList<Finding>();
        for (Question question : Question.values()) {
            findings.addAll(question.ask(view));
        }
        long given = numbers.check(findings::add);
        long stored = files.check(findings::add);
        ConsistencyView.Counts counts = view.counts();
        return new Report(
                counts.dossiers(),
                counts.open(),
                counts.steps(),
                counts.clocks(),
                counts.handovers(),
                given,
                stored,
                findings);
    }
}
