package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Optional;

/** What happens when an alarm rings. Implemented by the deadline module. */
public interface AlarmHandler {

    /** @return when to ring next; empty when there is nothing left to ring for */
    Optional<Instant> ring(String key, Instant now);
}
