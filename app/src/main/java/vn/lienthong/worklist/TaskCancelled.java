package vn.lienthong.worklist;

import java.util.Map;
import vn.lienthong.command.Refused;

/** The course of the procedure took the step away, for example because the dossier was withdrawn. */
final class TaskCancelled extends Refused {

    private static final long serialVersionUID = 1L;

    TaskCancelled(String taskId, Moment closedAt) {
        super(
                "task-cancelled",
                Map.of("taskId", taskId, "state", "CANCELLED", "closedAt", closedAt.iso()),
                closedAt.time(),
                closedAt.date());
    }
}
