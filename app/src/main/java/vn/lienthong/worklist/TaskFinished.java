package vn.lienthong.worklist;

import java.util.Map;
import vn.lienthong.command.Refused;

/** The step was done by somebody else in the meantime. */
final class TaskFinished extends Refused {

    private static final long serialVersionUID = 1L;

    TaskFinished(String taskId, String assignee, String assigneeName, String outcome, Moment closedAt) {
        super(
                "task-finished",
                Map.of(
                        "taskId", taskId,
                        "state", "FINISHED",
                        "assignee", assignee,
                        "assigneeName", assigneeName,
                        "outcome", outcome,
                        "closedAt", closedAt.iso()),
                assigneeName,
                closedAt.time(),
                closedAt.date());
    }
}
