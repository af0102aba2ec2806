package vn.lienthong.agency;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.Session;

/**
 * Writes days off and make-up days into a calendar. Dates that were promised do not follow by themselves: whoever decides
 * such days goes through the deadline module, which shows first what moves.
 */
@Component
public class EnteringDays {

    private static final Logger log = LoggerFactory.getLogger(EnteringDays.class);

    private final CalendarMapper mapper;
    private final Calendars calendars;

    EnteringDays(CalendarMapper mapper, Calendars calendars) {
        this.mapper = mapper;
        this.calendars = calendars;
    }

    /** This node knows them after the commit, the others within {@link Remembered#TRUST}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(String calendar, List<Day> days) {
        for (Day day : days) {
            mapper.forgetSessions(calendar, day.date());
            mapper.enter(calendar, day);
            for (Session session : day.sessions()) {
                mapper.enterSession(calendar, day.date(), session);
            }
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                calendars.forget();
            }
        });
        log.info("calendar {}: {} days entered", calendar, days.size());
    }
}
