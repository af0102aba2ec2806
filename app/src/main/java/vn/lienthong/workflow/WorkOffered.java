package vn.lienthong.workflow;

import java.time.Instant;

/** A process has come to work that is done outside; whoever fetches it may be waiting. */
public record WorkOffered(String businessKey, ProcessRef process, String element, Instant at) {}
