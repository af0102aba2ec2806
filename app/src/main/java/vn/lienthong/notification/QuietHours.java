package vn.lienthong.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.notification.Message.Channel;
import vn.lienthong.notification.NotificationSettings.Quiet;
import vn.lienthong.workflow.EngineClock;

/** When citizens are left alone: by channel, by the agency that writes and its calendar, and never for what is urgent. */
@Component
class QuietHours {

    /** Longer than any row of rest days; a mistake in a calendar must not hold a message for ever. */
    private static final int LONGEST_REST = 15;

    private final NotificationSettings settings;
    private final Organisation organisation;
    private final Calendars calendars;

    QuietHours(NotificationSettings settings, Organisation organisation, Calendars calendars) {
        this.settings = settings;
        this.organisation = organisation;
        this.calendars = calendars;
    }

    /** @return now, or else the first moment after it at which a message of this kind may go */
    Instant earliest(Channel channel, String unit, String notice, Instant now) {
        if (settings.urgent().containsKey(notice)) {
            return now;
        }
        return rule(channel, unit).map(rule -> after(rule, unit, now)).orElse(now);
    }

    /** What an agency wants for itself goes before what everybody does. */
    private Optional<Quiet> rule(Channel channel, String unit) {
        String agency = organisation.agencyOf(unit);
        return settings.quiet().stream()
                .filter(rule -> rule.channel() == channel)
                .filter(rule -> rule.agency() == null || rule.agency().equals(agency))
                .max(Comparator.comparing(rule -> rule.agency() != null));
    }

    private Instant after(Quiet rule, String unit, Instant now) {
        WorkingCalendar calendar = calendars.ofUnit(unit);
        ZonedDateTime at = now.atZone(EngineClock.ZONE);
        for (int day = 0; day < LONGEST_REST; day++) {
            LocalDate date = at.toLocalDate();
            if (rule.restDays() && !calendar.isWorkingDay(date)) {
                at = date.plusDays(1).atTime(rule.firstHour()).atZone(EngineClock.ZONE);
            } else if (rule.holdsAt(at.toLocalTime())) {
                at = end(rule, at);
            } else {
                break;
            }
        }
        return at.toInstant();
    }

    private static ZonedDateTime end(Quiet rule, ZonedDateTime at) {
        LocalTime until = rule.until();
        LocalDate date = at.toLocalTime().isBefore(until)
                ? at.toLocalDate()
                : at.toLocalDate().plusDays(1);
        return date.atTime(until).atZone(EngineClock.ZONE);
    }
}
