package vn.lienthong.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.workflow.OpenSteps;
import vn.lienthong.workflow.StepOpened;

/**
 * Whether the worklist holds exactly the steps that are open in the engine. Both are written in one transaction, so a
 * difference means that somebody changed a table by hand or that there is a fault in this product.
 */
@Component
public class WorklistConsistency {

    private static final Logger log = LoggerFactory.getLogger(WorklistConsistency.class);

    /** A report names so many steps of each kind at most. */
    private static final int SHOWN = 20;

    private final OpenSteps openSteps;
    private final LineMapper lines;
    private final Lines writing;
    private final Clock clock;

    WorklistConsistency(OpenSteps openSteps, LineMapper lines, Lines writing, Clock clock) {
        this.openSteps = openSteps;
        this.lines = lines;
        this.writing = writing;
        this.clock = clock;
    }

    /**
     * What differs.
     *
     * @param missing open steps without a line, which no officer sees
     * @param leftOver lines whose step is not open, which no officer can complete
     */
    public record Report(long steps, Set<String> missing, Set<String> leftOver) {

        public boolean consistent() {
            return missing.isEmpty() && leftOver.isEmpty();
        }

        @Override
        public String toString() {
            return steps + " open steps, " + missing.size() + " without a line " + some(missing) + ", "
                    + leftOver.size() + " lines without a step " + some(leftOver);
        }

        private static List<String> some(Set<String> ids) {
            return ids.stream().limit(SHOWN).toList();
        }
    }

    /** Compares both at one moment. Costs a scan of two small tables; the ids are only read when the sums differ. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Report check() {
        OpenSteps.Digest steps = openSteps.digest();
        if (steps.equals(lines.digest())) {
            return new Report(steps.count(), Set.of(), Set.of());
        }
        Set<String> open = openSteps.ids();
        Set<String> listed = lines.ids();
        Set<String> missing = new TreeSet<>(open);
        missing.removeAll(listed);
        Set<String> leftOver = new TreeSet<>(listed);
        leftOver.removeAll(open);
        return new Report(steps.count(), missing, leftOver);
    }

    /**
     * Puts back what is missing and removes what is left over.
     *
     * @return what was found and repaired
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Report repair() {
        Report found = check();
        for (String taskId : found.missing()) {
            openSteps.find(taskId).ifPresent(this::restore);
        }
        for (String taskId : found.leftOver()) {
            lines.close(taskId, null, null, clock.instant(), 0, null);
        }
        if (!found.consistent()) {
            log.warn("repaired the worklist: {}", found);
        }
        return found;
    }

    private void restore(StepOpened step) {
        writing.restore(step);
    }
}
