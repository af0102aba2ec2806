package vn.lienthong.worklist;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.Assignees;

/** Tells the deadline module whom to remind. */
@Component
class LineAssignees implements Assignees {

    private final LineMapper lines;

    LineAssignees(LineMapper lines) {
        this.lines = lines;
    }

    @Override
    public Optional<String> of(String taskId) {
        return Optional.ofNullable(lines.find(taskId)).map(Line::assignee);
    }
}
