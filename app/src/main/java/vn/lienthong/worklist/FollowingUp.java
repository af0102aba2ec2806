package vn.lienthong.worklist;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Timeline;

/** An officer's own reminder and words about a step, beside the legal date. Moves no clock. */
@Component
public class FollowingUp {

    private static final int LONGEST_COMMENT = 4_000;

    private final Desk desk;
    private final LineMapper lines;
    private final Timeline timeline;

    FollowingUp(Desk desk, LineMapper lines, Timeline timeline) {
        this.desk = desk;
        this.lines = lines;
        this.timeline = timeline;
    }

    /**
     * @param on when to look at it again; null takes an earlier reminder away
     * @param comment stays in the dossier's history; may be null
     */
    @Transactional
    public void note(String taskId, @Nullable LocalDate on, @Nullable String comment) {
        Desk.Held held = desk.take(taskId);
        if (held.post() == null) {
            throw new Forbidden("other-post");
        }
        String words = comment == null ? "" : comment.strip();
        if (words.length() > LONGEST_COMMENT) {
            throw new InvalidInput(Problem.of("comment", "too-long", LONGEST_COMMENT));
        }
        lines.followUp(taskId, on);
        if (!words.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("step", held.line().step());
            details.put("comment", words);
            timeline.append(held.number(), held.actor(), "task-commented", details);
        }
    }
}
