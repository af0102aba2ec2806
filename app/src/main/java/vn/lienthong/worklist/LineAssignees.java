package vn.lienthong.worklist;

import java.util.Optional;
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
    public Optional<String> of(String taskId) {
        return Optional.ofNullable(lines.find(taskId)).map(hands::of).map(Hands.Holder::officer);
    }
}
