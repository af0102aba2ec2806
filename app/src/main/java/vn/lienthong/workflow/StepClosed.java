package vn.lienthong.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step is no longer open.
 *
 * @param outcome what the officer decided; null when the step was cancelled by the course of the procedure
 */
public record StepClosed(
        String taskId,
        String businessKey,
        ProcessRef process,
        String step,
        @Nullable String outcome,
        Instant at) {}
