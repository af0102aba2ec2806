package vn.lienthong.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.dossier.Channel;
import vn.lienthong.web.DueCell;
import vn.lienthong.web.DueCells;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Line;
import vn.lienthong.worklist.Marks;

/** Lines of work as tables show them. */
@Component
class Rows {

    /**
     * @param number the dossier the step belongs to; a leg's own number for a step of a leg
     * @param origin the dossier that the citizen knows, when it is another one
     * @param mine whether the caller has it
     * @param free whether nobody has it
     * @param urgent whether somebody was called to act about it
     * @param waiting whether there is nothing to do but wait
     * @param channel how the citizen's dossier came in
     * @param remindOn the day to which one click puts a reminder
     */
    record Row(
            String taskId,
            String step,
            String procedure,
            String number,
            @Nullable String origin,
            String applicant,
            String unit,
            @Nullable String assignee,
            boolean mine,
            boolean free,
            boolean waiting,
            boolean urgent,
            Instant openedAt,
            Channel channel,
            Marks marks,
            LocalDate remindOn,
            @Nullable DueCell due) {}

    private final Calendars calendars;
    private final DueCells dues;
    private final CurrentCaller callers;
    private final Clock clock;

    Rows(Calendars calendars, DueCells dues, CurrentCaller callers, Clock clock) {
        this.calendars = calendars;
        this.dues = dues;
        this.callers = callers;
        this.clock = clock;
    }

    List<Row> of(List<Item> items) {
        String me = callers.get().username();
        return items.stream().map(item -> of(item, me)).toList();
    }

    Row of(Item item) {
        return of(item, callers.get().username());
    }

    private Row of(Item item, String me) {
        Line line = item.line();
        WorkingCalendar calendar = calendars.ofUnit(line.unit());
        return new Row(
                line.taskId(),
                item.stepName(),
                item.procedureName(),
                line.dossier(),
                line.origin().equals(line.dossier()) ? null : line.origin(),
                line.applicant(),
                item.unitName(),
                item.assigneeName(),
                me.equals(item.holder()),
                item.holder() == null,
                line.state() == Line.State.WAITING,
                line.priority() > 0,
                line.openedAt(),
                line.channel(),
                item.marks(),
                calendar.nextWorkingDay(calendar.dateOf(clock.instant())),
                line.dueAt() == null ? null : dues.running(calendar, line.openedAt(), line.dueAt(), null, false));
    }
}
