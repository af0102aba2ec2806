package vn.lienthong.worklist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.dossier.Timeline;

/** What whoever manages a unit does about its open steps: taking them back into the queue, putting them first or not. */
@Component
public class Overseeing {

    private static final Logger log = LoggerFactory.getLogger(Overseeing.class);

    private static final int HIGHEST = 9;

    private final Desk desk;
    private final LineMapper lines;
    private final Timeline timeline;

    Overseeing(Desk desk, LineMapper lines, Timeline timeline) {
        this.desk = desk;
        this.lines = lines;
        this.timeline = timeline;
    }

    /** Takes a step from its officer, back into the queue of the post. Of a step that nobody has it changes nothing. */
    @Transactional
    public void recall(String taskId, @Nullable String reason) {
        Desk.Held held = managed(taskId);
        String assignee = held.line().assignee();
        if (assignee == null) {
            return;
        }
        String why = reason == null ? "" : reason.strip();
        FreeText.refuse("reason", why, true);
        lines.release(taskId, held.caller().username());
        note(held, "task-recalled", Map.of("from", assignee, "reason", why));
    }

    /** Puts a step before others, one degree more than it was. */
    @Transactional
    public void raise(String taskId) {
        prioritise(taskId, 1);
    }

    /** Takes a degree of that away again; a step without priority stays as it is. */
    @Transactional
    public void lower(String taskId) {
        prioritise(taskId, -1);
    }

    private void prioritise(String taskId, int degrees) {
        Desk.Held held = managed(taskId);
        int before = held.line().priority();
        int after = Math.max(0, Math.min(HIGHEST, before + degrees));
        if (after != before) {
            lines.prioritise(taskId, after);
            note(held, after > before ? "task-raised" : "task-lowered", Map.of("priority", after));
        }
    }

    private Desk.Held managed(String taskId) {
        Desk.Held held = desk.take(taskId);
        if (!held.manages()) {
            throw new Forbidden("not-your-unit");
        }
        if (held.line().state() == Line.State.WAITING) {
            throw new NothingToDoYet(taskId);
        }
        return held;
    }

    private void note(Desk.Held held, String what, Map<String, Object> details) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("step", held.line().step());
        timeline.append(held.number(), held.actor(), what, all);
        log.info("{} {} of {}", what, held.line().step(), held.line().dossier());
    }
}
