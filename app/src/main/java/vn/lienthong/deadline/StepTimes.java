package vn.lienthong.deadline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;

/** What a step used of its budget, as its clock counted it: what the law takes out is left out. */
@Component
public class StepTimes {

    private final Stopwatches watches;

    StepTimes(Stopwatches watches) {
        this.watches = watches;
    }

    /** Working time of the unit that owes the step: used until its clock stopped, and given at first. */
    public record Spent(Duration used, Duration allowed) {}

    /** Empty when no clock counted working time for the step. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Spent> of(String taskId) {
        Stopwatch watch = watches.find(taskId);
        if (watch == null || !countsWorkingTime(watch.kindOfTime())) {
            return Optional.empty();
        }
        Duration allowed = DueDates.used(
                watch.calendar(), watch.startedAt(), watch.originalDueAt(), watch.kindOfTime(), List.of());
        return Optional.of(new Spent(watch.consumed(), allowed));
    }

    private static boolean countsWorkingTime(BudgetUnit unit) {
        return unit != BudgetUnit.CALENDAR_DAY && unit != BudgetUnit.HOUR;
    }
}
