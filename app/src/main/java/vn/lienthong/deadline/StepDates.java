package vn.lienthong.deadline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.workflow.StepOpened;

/** What was announced of an open step's date, for a list that lost it. */
@Component
public class StepDates {

    private final ClockMapper clocks;

    StepDates(ClockMapper clocks) {
        this.clocks = clocks;
    }

    /** Who owes the step and by when it is due by now; empty when no clock runs for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<StepDue> of(StepOpened step) {
        @Nullable ClockRow row = clocks.lock(step.taskId());
        if (row == null) {
            return Optional.empty();
        }
        return Optional.of(new StepDue(step, row.unit(), row.calendar(), row.dueAt()));
    }
}
