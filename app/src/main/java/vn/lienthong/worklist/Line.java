package vn.lienthong.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.Duty;
import vn.lienthong.dossier.Channel;
import vn.lienthong.procedure.Content;
import vn.lienthong.workflow.ProcessRef;

/**
 * An open step, or an open wait, with all that a list sorts, filters and shows.
 *
 * @param taskId the engine's task, or the engine's wait
 * @param dossier number of the step's own dossier
 * @param origin number of the dossier that the citizen handed in; the same for a step of the founding leg
 * @param onBehalfOf whose place the assignee takes by delegation
 * @param channel how the citizen's dossier came in
 * @param home unit that received the citizen's dossier, and answers for it while others work on it
 */
public record Line(
        String taskId,
        String dossier,
        String origin,
        String leg,
        String procedure,
        String edition,
        String step,
        String applicant,
        String unit,
        Duty duty,
        State state,
        @Nullable String assignee,
        @Nullable String onBehalfOf,
        @Nullable Instant claimedAt,
        Instant openedAt,
        @Nullable Instant dueAt,
        int priority,
        Channel channel,
        String home) {

    /** Whether an officer can do something about it. */
    public enum State {
        OPEN,
        WAITING
    }

    /** What it can be found by: the applicant's name and both numbers, in small letters without marks. */
    public String words() {
        return Content.plain(applicant + " " + dossier + (origin.equals(dossier) ? "" : " " + origin));
    }

    public ProcessRef process() {
        return new ProcessRef(procedure, edition);
    }
}
