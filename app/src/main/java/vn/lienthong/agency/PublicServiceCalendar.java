package vn.lienthong.agency;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.PublishedDays;

/**
 * Keeps the national calendar's days as this release ships them: new days are added, days nobody confirmed follow the
 * release, and whatever was confirmed or entered by people stays. Runs at every start, in every profile.
 */
@Component
class PublicServiceCalendar implements SmartInitializingSingleton {

    static final String KEY = "vn-public-service";

    private static final Logger log = LoggerFactory.getLogger(PublicServiceCalendar.class);

    private final CalendarMapper mapper;
    private final Calendars calendars;
    private final TransactionTemplate transaction;

    PublicServiceCalendar(CalendarMapper mapper, Calendars calendars, TransactionTemplate transaction) {
        this.mapper = mapper;
        this.calendars = calendars;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        load(PublishedDays.ofPublicService());
    }

    /** @return how many days changed */
    int load(List<Day> shipped) {
        Integer changed = transaction.execute(status -> {
            int withdrawn = mapper.withdraw(KEY, shipped.stream().map(Day::date).toList());
            return shipped.stream().mapToInt(day -> mapper.ship(KEY, day)).sum() + withdrawn;
        });
        calendars.forget();
        if (changed != null && changed > 0) {
            log.info("calendar {}: {} days changed", KEY, changed);
        }
        return changed == null ? 0 : changed;
    }
}
