package vn.lienthong.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.workflow.EngineClock;

/**
 * A line as the API tells it.
 *
 * @param dossier number of the dossier that the citizen handed in
 * @param legNumber number of the dossier the step belongs to; the same in the founding leg
 * @param unread whether it is the caller's to do and new to the caller
 * @param followUpOn the caller's own reminder
 * @param comments words that colleagues left with the dossier
 */
record LineView(
        String taskId,
        String dossier,
        String leg,
        String legNumber,
        String step,
        String stepName,
        String procedure,
        String procedureName,
        String edition,
        String applicant,
        String unit,
        String unitName,
        String duty,
        @Nullable String assignee,
        @Nullable String assigneeName,
        @Nullable String onBehalfOf,
        @Nullable OffsetDateTime claimedAt,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable RemainingView remaining,
        boolean overdue,
        String state,
        int priority,
        String channel,
        boolean unread,
        @Nullable LocalDate followUpOn,
        int comments) {

    /** Working time of the unit that owes the step; negative when overdue. */
    record RemainingView(int amount, BudgetUnit unit) {

        static RemainingView of(Remaining remaining) {
            // Somebody who is a minute late is late: never 0 then.
            int amount = remaining.overdue() ? -Math.max(1, remaining.amount()) : remaining.amount();
            return new RemainingView(amount, remaining.unit());
        }
    }

    static LineView of(Item item) {
        Line line = item.line();
        Remaining remaining = item.remaining();
        return new LineView(
                line.taskId(),
                line.origin(),
                line.leg(),
                line.dossier(),
                line.step(),
                item.stepName(),
                line.procedure(),
                item.procedureName(),
                line.edition(),
                line.applicant(),
                line.unit(),
                item.unitName(),
                line.duty().key(),
                line.assignee(),
                item.assigneeName(),
                line.onBehalfOf(),
                local(line.claimedAt()),
                line.openedAt().atZone(EngineClock.ZONE).toOffsetDateTime(),
                local(line.dueAt()),
                remaining == null ? null : RemainingView.of(remaining),
                remaining != null && remaining.overdue(),
                line.state().name(),
                line.priority(),
                line.channel().name(),
                item.marks().unread(),
                item.marks().followUpOn(),
                item.marks().comments());
    }

    static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(EngineClock.ZONE).toOffsetDateTime();
    }
}
