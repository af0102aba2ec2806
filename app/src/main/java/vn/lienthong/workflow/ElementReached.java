package vn.lienthong.workflow;

import java.time.Instant;

/** A process entered a flow node. */
public record ElementReached(String businessKey, ProcessRef process, String element, Instant at) {}
