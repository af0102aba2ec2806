package vn.lienthong.deadline;

import java.util.Collection;
import java.util.Map;

/** Who has steps in hand. Implemented by the worklist. */
public interface Assignees {

    /** Usernames by task; steps that nobody has claimed are missing. */
    Map<String, String> of(Collection<String> taskIds);
}
