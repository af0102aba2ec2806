package vn.lienthong.agency.calendar;

import static java.time.DayOfWeek.SATURDAY;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** Offices with known hours, and moments written the way people read a clock. */
public final class Offices {

    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    static final Session MORNING = Session.parse("07:30-11:30");
    static final Session AFTERNOON = Session.parse("13:00-17:00");

    private Offices() {}

    /** Monday to Friday, 07:30-11:30 and 13:00-17:00. */
    public static WorkingCalendar ward() {
        return calendar("ward", Week.mondayToFriday(ALWAYS, MORNING, AFTERNOON));
    }

    /** The ward's hours and Saturday morning. */
    static WorkingCalendar wardWithSaturdayMornings() {
        var week = new EnumMap<DayOfWeek, List<Session>>(
                Week.mondayToFriday(ALWAYS, MORNING, AFTERNOON).sessions());
        week.put(SATURDAY, List.of(MORNING));
        return calendar("saturdays", new Week(ALWAYS, week));
    }

    /** Half an hour out of step with the ward, and closed on Wednesday afternoons. */
    public static WorkingCalendar insurance() {
        var week = new EnumMap<DayOfWeek, List<Session>>(
                Week.mondayToFriday(ALWAYS, Session.parse("08:00-12:00"), Session.parse("13:30-16:30"))
                        .sessions());
        week.put(DayOfWeek.WEDNESDAY, List.of(Session.parse("08:00-12:00")));
        return calendar("insurance", new Week(ALWAYS, week));
    }

    /** The ward, but days that are made up have hours of their own, and there is one more of them. */
    static WorkingCalendar wardWithShortMakeUpDays() {
        var days = new ArrayList<Day>();
        for (var day : PublishedDays.ofPublicService()) {
            days.add(
                    day.kind() == Day.Kind.HOLIDAY
                            ? day
                            : new Day(
                                    day.date(),
                                    day.kind(),
                                    day.name(),
                                    day.source(),
                                    day.confirmed(),
                                    List.of(Session.parse("08:00-10:00"))));
        }
        days.add(new Day(
                LocalDate.of(2025, 6, 15),
                Day.Kind.MAKE_UP,
                "Trực",
                "1/TB",
                true,
                List.of(Session.parse("13:00-15:00"), Session.parse("18:00-19:30"))));
        return WorkingCalendar.of("short", VIETNAM, Week.mondayToFriday(ALWAYS, MORNING, AFTERNOON), days);
    }

    /** Never closes. */
    static WorkingCalendar hotline() {
        var week = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        for (var weekday : DayOfWeek.values()) {
            week.put(weekday, List.of(Session.parse("00:00-00:00")));
        }
        return WorkingCalendar.of("hotline", VIETNAM, new Week(ALWAYS, week), List.of());
    }

    /** {@code 2026-11-20 15:20}, as the clock on the wall of the office shows it. */
    public static Instant at(String written) {
        return LocalDateTime.parse(written.replace(' ', 'T')).atZone(VIETNAM).toInstant();
    }

    private static WorkingCalendar calendar(String key, Week week) {
        return WorkingCalendar.of(key, VIETNAM, week, PublishedDays.ofPublicService());
    }
}
