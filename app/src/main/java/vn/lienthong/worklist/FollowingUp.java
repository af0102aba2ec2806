package vn.lienthong.worklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** An officer's own reminder of a step, beside the legal date. It moves no clock, and nobody else sees it. */
@Component
public class FollowingUp {

    private static final int FURTHEST_YEARS = 2;

    private final Desk desk;
    private final LineMapper lines;
    private final Commenting commenting;

    FollowingUp(Desk desk, LineMapper lines, Commenting commenting) {
        this.desk = desk;
        this.lines = lines;
        this.commenting = commenting;
    }

    /** @param on when to look at it again; null takes an earlier reminder away */
    @Transactional
    public void remind(String taskId, @Nullable LocalDate on) {
        Desk.Held held = desk.look(taskId);
        LocalDate today = desk.today();
        if (on != null && (on.isBefore(today) || on.isAfter(today.plusYears(FURTHEST_YEARS)))) {
            throw new InvalidInput(Problem.of("on", "follow-up-out-of-range", FURTHEST_YEARS));
        }
        String officer = held.caller().username();
        if (on == null) {
            lines.forget(taskId, officer);
        } else {
            lines.followUp(taskId, officer, on);
        }
    }

    /** @param comment stays in the dossier's history; nothing is added when it is empty */
    @Transactional
    public void note(String taskId, @Nullable LocalDate on, @Nullable String comment) {
        if (comment != null && !comment.isBlank()) {
            commenting.sayAtStep(taskId, comment);
        }
        remind(taskId, on);
    }

    /** The caller has the step before the eyes: it is not unread any more. */
    @Transactional
    public void seen(String taskId) {
        lines.seen(taskId, desk.look(taskId).caller().username());
    }
}
