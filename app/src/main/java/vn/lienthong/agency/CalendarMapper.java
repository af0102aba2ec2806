package vn.lienthong.agency;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.Session;

@Mapper
interface CalendarMapper {

    List<CalendarRow> calendars();

    List<SessionRow> sessions();

    List<DayRow> days();

    List<DaySessionRow> daySessions();

    /** Adds the day, or brings a shipped day that nobody confirmed up to date; leaves anything else alone. */
    int ship(String calendar, Day day);

    /** Withdraws shipped days that nobody confirmed and that no longer ship. */
    int withdraw(String calendar, List<LocalDate> stillShipped);

    /** Enters a day that somebody decided; what was known of that day is replaced. */
    void enter(String calendar, Day day);

    void forgetSessions(String calendar, LocalDate date);

    void enterSession(String calendar, LocalDate date, Session session);

    record CalendarRow(
            String key,
            String nameVi,
            String nameEn,
            @Nullable String follows) {}

    record SessionRow(
            String calendar,
            int weekday,
            LocalTime opens,
            LocalTime closes,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record DayRow(String calendar, LocalDate onDate, Day.Kind kind, String name, String source, boolean confirmed) {}

    record DaySessionRow(String calendar, LocalDate onDate, LocalTime opens, LocalTime closes) {}
}
