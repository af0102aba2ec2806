package vn.lienthong.worklist;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.dossier.Timeline;

/** Finds what lines are to one officer: two queries however many lines there are. */
@Component
class Marking {

    private final LineMapper lines;
    private final Timeline timeline;

    Marking(LineMapper lines, Timeline timeline) {
        this.lines = lines;
        this.timeline = timeline;
    }

    /** @return by task */
    Map<String, Marks> of(Caller caller, List<Line> shown) {
        if (shown.isEmpty()) {
            return Map.of();
        }
        Map<String, LineMapper.Mark> marks =
                lines.marks(caller.username(), shown.stream().map(Line::taskId).toList()).stream()
                        .collect(toMap(LineMapper.Mark::taskId, mark -> mark));
        Map<String, Integer> comments = timeline.count(
                Commenting.EVENT, shown.stream().map(Line::origin).distinct().toList());
        Map<String, Marks> all = new HashMap<>();
        for (Line line : shown) {
            LineMapper.Mark mark = marks.get(line.taskId());
            int said = comments.getOrDefault(line.dossier(), 0);
            all.put(
                    line.taskId(),
                    mark == null
                            ? new Marks(false, null, said)
                            : new Marks(!mark.seen() && isToDo(line, caller), mark.followUpOn(), said));
        }
        return all;
    }

    private static boolean isToDo(Line line, Caller caller) {
        return line.state() == Line.State.OPEN
                && caller.holds(line.duty(), line.unit())
                && (line.assignee() == null || line.assignee().equals(caller.username()));
    }
}
