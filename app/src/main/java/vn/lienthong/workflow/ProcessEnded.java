package vn.lienthong.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A process is over.
 *
 * @param endElement the end event it reached; null when it was cancelled
 */
public record ProcessEnded(
        String businessKey, ProcessRef process, @Nullable String endElement, Instant at) {}
