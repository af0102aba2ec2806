package vn.lienthong.worklist.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.web.DueCell;
import vn.lienthong.web.DueCells;

/** Escalations as lists show them. */
@Component
class CalledRows {

    /** One who was called: about what, since when, and how late it is. */
    record Called(
            long id,
            int level,
            String subject,
            String number,
            @Nullable String taskId,
            String owedBy,
            String to,
            List<String> officers,
            DueCell due,
            Instant raisedAt,
            @Nullable Instant explainBy,
            boolean apology) {}

    private final Calendars calendars;
    private final DueCells dues;

    CalledRows(Calendars calendars, DueCells dues) {
        this.calendars = calendars;
        this.dues = dues;
    }

    List<Called> of(List<EscalationBoard.EscalationView> escalations) {
        return escalations.stream().map(this::of).toList();
    }

    Called of(EscalationBoard.EscalationView one) {
        String subject = one.stepName() != null ? one.stepName() : one.legName();
        return new Called(
                one.id(),
                one.level(),
                subject == null ? "" : subject,
                one.number(),
                one.taskId(),
                one.unitName(),
                one.toName() + " · " + one.toUnitName(),
                one.toOfficers(),
                dues.running(calendars.ofUnit(one.unit()), one.raisedAt(), one.dueAt(), null, false),
                one.raisedAt(),
                one.explainBy(),
                "APOLOGISE".equals(one.does()) || "LETTER".equals(one.does()));
    }
}
