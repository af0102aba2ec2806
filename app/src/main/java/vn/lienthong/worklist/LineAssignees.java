package vn.lienthong.worklist;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.Assignees;

/** Tells the deadline module whom to remind. */
@Component
class LineAssignees implements Assignees {

    private final LineMapper lines;
    private final Hands hands;

    LineAssignees(LineMapper lines, Hands hands) {
        this.lines = lines;
        this.hands = hands;
    }

    @Override
    public Map<String, String> of(Collection<String> taskIds) {
        Map<String, String> officers = new HashMap<>();
        for (Line line : lines.all(taskIds.toArray(String[]::new))) {
            String officer = hands.of(line).officer();
            if (officer != null) {
                officers.put(line.taskId(), officer);
            }
        }
        return officers;
    }
}
