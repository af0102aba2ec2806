package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Map;

/**
 * The process waits for something from outside, for example a supplement from the applicant.
 *
 * @param element the catching event in the diagram
 * @param message the message it waits for, for example {@code dossier.supplemented}
 */
public record WaitOpened(
        String waitId,
        String businessKey,
        ProcessRef process,
        String element,
        String message,
        Map<String, String> properties,
        Instant at) {}
