package vn.lienthong.worklist;

import java.util.Map;
import vn.lienthong.command.Refused;

/** The line is a wait for somebody outside, which no officer can take or complete. */
final class NothingToDoYet extends Refused {

    private static final long serialVersionUID = 1L;

    NothingToDoYet(String taskId) {
        super("task-waiting", Map.of("taskId", taskId, "state", "WAITING"));
    }
}
