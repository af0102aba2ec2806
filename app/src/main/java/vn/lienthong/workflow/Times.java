package vn.lienthong.workflow;

import java.time.Instant;

/** Dates that timers in diagrams ask for. Implemented by the deadline module. */
public interface Times {

    /** When the applicant's time to answer a supplement request ends; {@code ${clock.applicantLimit()}}. */
    Instant applicantLimit(String businessKey);

    /**
     * The moment a span after now, in the calendar of the dossier's agency; {@code ${clock.in('60 CALENDAR_DAY')}}.
     *
     * @param budget amount and unit, for example {@code 2 WORKING_HOUR}
     */
    Instant in(String businessKey, String budget);
}
