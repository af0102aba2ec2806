package vn.lienthong.worklist;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Timeline;

/** Who has a step in hand: taking it, giving it back, handing it to somebody else. */
@Component
public class Claiming {

    private static final Logger log = LoggerFactory.getLogger(Claiming.class);

    private final Desk desk;
    private final LineMapper lines;
    private final Organisation organisation;
    private final Timeline timeline;
    private final Clock clock;

    Claiming(Desk desk, LineMapper lines, Organisation organisation, Timeline timeline, Clock clock) {
        this.desk = desk;
        this.lines = lines;
        this.organisation = organisation;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Takes a free step. Taking what one has already changes nothing. */
    @Transactional
    public void claim(String taskId) {
        Desk.Held held = desk.takeToDo(taskId);
        if (held.caller().username().equals(held.holder().officer())) {
            return;
        }
        String from = held.line().assignee();
        desk.taken(held).ifPresent(by -> lines.claim(taskId, by));
        note(held, "task-claimed", from == null ? Map.of() : Map.of("from", from));
    }

    /** Gives a step back to the team. The officer who has it may, and whoever manages the unit. */
    @Transactional
    public void release(String taskId) {
        Desk.Held held = desk.take(taskId);
        String assignee = held.line().assignee();
        if (assignee == null || held.isFree()) {
            return;
        }
        if (!held.isCallers() && !held.manages()) {
            throw desk.takenByAnother(held.line());
        }
        lines.release(taskId, held.caller().username());
        note(held, "task-released", Map.of("from", assignee));
    }

    /**
     * Hands a step to an officer of the same post. Its officer may, anybody of the post while it is free, and whoever
     * manages the unit.
     *
     * @param reason needed when the step is taken from somebody else
     */
    @Transactional
    public void assign(String taskId, @Nullable String officer, @Nullable String reason) {
        Desk.Held held = desk.take(taskId);
        Line line = held.line();
        if (line.state() == Line.State.WAITING) {
            throw new NothingToDoYet(taskId);
        }
        boolean othersWork = !held.isFree() && !held.isCallers();
        if (othersWork && !held.manages()) {
            throw desk.takenByAnother(line);
        }
        String to = officer == null ? "" : officer.strip();
        String why = reason == null ? "" : reason.strip();
        InvalidInput.ifAny(faults(line, to, why, othersWork));
        if (to.equals(line.assignee())) {
            return;
        }
        lines.assign(
                taskId,
                to,
                standsInFor(line, to),
                clock.instant(),
                held.caller().username());
        String from = line.assignee();
        note(held, "task-assigned", Map.of("to", to, "from", from == null ? "" : from, "reason", why));
    }

    private List<Problem> faults(Line line, String to, String why, boolean othersWork) {
        List<Problem> faults = new ArrayList<>();
        if (to.isEmpty()) {
            faults.add(Problem.of("officer", "required"));
        } else if (!organisation
                .officersOf(line.unit(), line.duty(), organisation.today())
                .contains(to)) {
            faults.add(Problem.of("officer", "officer-not-at-post"));
        } else if (organisation.isAway(to, line.unit(), line.duty(), clock.instant())) {
            faults.add(Problem.of("officer", "officer-away"));
        }
        FreeText.check("reason", why, othersWork, faults);
        return faults;
    }

    private @Nullable String standsInFor(Line line, String officer) {
        return organisation.postsOf(officer, clock.instant()).stream()
                .filter(post -> post.duty() == line.duty() && post.unit().equals(line.unit()))
                .findFirst()
                .map(Post::onBehalfOf)
                .orElse(null);
    }

    private void note(Desk.Held held, String what, Map<String, Object> details) {
        var all = new java.util.LinkedHashMap<String, Object>(details);
        all.put("step", held.line().step());
        timeline.append(held.number(), held.actor(), what, all);
        log.info("{} {} of {}", what, held.line().step(), held.line().dossier());
    }
}
