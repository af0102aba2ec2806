package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Map;

/**
 * An officer's step is open.
 *
 * @param businessKey number of the dossier whose process it is
 * @param step id of the element in the diagram
 * @param properties what the designer wrote on the step: agency, duty, budget, leg
 */
public record StepOpened(
        String taskId,
        String businessKey,
        ProcessRef process,
        String step,
        Map<String, String> properties,
        Instant at) {}
