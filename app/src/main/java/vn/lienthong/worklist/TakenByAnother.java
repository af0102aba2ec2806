package vn.lienthong.worklist;

import java.util.Map;
import vn.lienthong.command.Refused;

/** Somebody else took the step first. */
final class TakenByAnother extends Refused {

    private static final long serialVersionUID = 1L;

    TakenByAnother(String taskId, String assignee, String assigneeName, Moment claimedAt) {
        super(
                "task-taken",
                Map.of(
                        "taskId", taskId,
                        "state", "OPEN",
                        "assignee", assignee,
                        "assigneeName", assigneeName,
                        "claimedAt", claimedAt.iso()),
                assigneeName,
                claimedAt.time(),
                claimedAt.date());
    }
}
