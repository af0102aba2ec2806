package vn.lienthong.agency.calendar;

import java.time.LocalDate;

/** A calendar has so many days off in a row that no due date can be found. */
public class NoWorkingTime extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NoWorkingTime(String calendar, LocalDate around) {
        super("Calendar " + calendar + " has no working day within " + WorkingCalendar.LONGEST_CLOSURE_DAYS
                + " days of " + around);
    }
}
