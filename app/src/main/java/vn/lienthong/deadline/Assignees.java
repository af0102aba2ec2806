package vn.lienthong.deadline;

import java.util.Optional;

/** Who has a step in hand. Implemented by the worklist. */
public interface Assignees {

    /** Username; empty while nobody has claimed the step. */
    Optional<String> of(String taskId);
}
