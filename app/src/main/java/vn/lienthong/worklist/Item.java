package vn.lienthong.worklist;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Remaining;

/**
 * A line in the words of the reader.
 *
 * @param holder username of whose hands it is in today, absences counted in; null when anybody of the post may take it
 * @param assigneeName full name of the holder
 * @param forName full name of whose place the holder takes
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
        @Nullable String holder,
        @Nullable String assigneeName,
        @Nullable String forName,
        @Nullable Remaining remaining,
        @Nullable Duration left,
        int share,
        Marks marks) {}
