package vn.lienthong.deadline;

import java.time.Instant;

/** An open step is due at another time than before: its clock was paused and goes on, or its calendar changed. */
public record StepDueMoved(String taskId, Instant dueAt) {}
