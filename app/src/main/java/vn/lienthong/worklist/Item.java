package vn.lienthong.worklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Remaining;

/**
 * A line in the words of the reader.
 *
 * @param assigneeName full name of the assignee
 * @param remaining what is left by the calendar of the unit that owes the step; null without a due date
 * @param left the same as working time, negative when overdue
 * @param share how much of the time given is used up, in percent, 0 to 100
 * @param marks what it is to the reader
 */
public record Item(
        Line line,
        String stepName,
        String procedureName,
        String unitName,
        @Nullable String assigneeName,
        @Nullable Remaining remaining,
        @Nullable Duration left,
        int share,
        Marks marks) {}
