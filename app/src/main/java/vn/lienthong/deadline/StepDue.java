package vn.lienthong.deadline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.StepOpened;

/**
 * A step is open, and this is who owes it and by when.
 *
 * @param unit code of the competent unit
 * @param calendar key of the calendar the unit works by
 * @param dueAt null when the designer gave the step no budget
 */
public record StepDue(
        StepOpened step,
        String unit,
        String calendar,
        @Nullable Instant dueAt) {}
