package vn.lienthong.workflow;

import java.time.Instant;

/** A wait is over, because what was waited for came, its time ran out or the process was cancelled. */
public record WaitClosed(String waitId, String businessKey, String element, Instant at) {}
