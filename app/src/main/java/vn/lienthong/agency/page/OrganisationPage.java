package vn.lienthong.agency.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.agency.calendar.Week;
import vn.lienthong.command.Forbidden;

/** The organisation on a day, and the working calendars of a year; for reading. */
@Controller
class OrganisationPage {

    private static final Set<Duty> READERS = Set.of(Duty.BUSINESS_ADMINISTRATOR, Duty.SUPERVISOR);

    private final Organisation organisation;
    private final Calendars calendars;
    private final CurrentCaller caller;

    OrganisationPage(Organisation organisation, Calendars calendars, CurrentCaller caller) {
        this.organisation = organisation;
        this.calendars = calendars;
        this.caller = caller;
    }

    /** @param depth 0 for a unit that belongs to none */
    record UnitLine(Unit unit, String name, int depth, List<DutyLine> duties) {}

    record DutyLine(String duty, List<String> officers) {}

    record CalendarLine(
            String key,
            String name,
            @Nullable String follows,
            boolean confirmed,
            List<HoursLine> hours,
            List<DayLine> days) {}

    /** @param from the day these hours began within the year; null when they held before it */
    record HoursLine(@Nullable LocalDate from, List<WeekdaysLine> weekdays) {}

    record WeekdaysLine(String weekdays, String sessions) {}

    record DayLine(Day day, String weekday, boolean own, String sessions) {}

    @GetMapping("/organisation")
    String organisation(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Locale locale,
            Model model) {
        onlyReaders();
        LocalDate day = on == null ? organisation.today() : on;
        List<UnitLine> lines = new ArrayList<>();
        List<Unit> units = organisation.units(day);
        units.stream()
                .filter(unit -> unit.parent() == null)
                .forEach(root -> addWithChildren(root, 0, units, day, locale, lines));
        model.addAttribute("on", day);
        model.addAttribute("units", lines);
        return "agency/organisation";
    }

    @GetMapping("/organisation/calendars")
    String calendars(@RequestParam(required = false) @Nullable Integer year, Locale locale, Model model) {
        onlyReaders();
        int shown = year == null ? organisation.today().getYear() : Math.max(2000, Math.min(2100, year));
        List<Calendars.Known> known = calendars.all();
        model.addAttribute("year", shown);
        model.addAttribute(
                "calendars",
                known.stream().map(each -> line(each, known, shown, locale)).toList());
        return "agency/calendars";
    }

    private void onlyReaders() {
        if (READERS.stream().noneMatch(caller.get()::holds)) {
            throw new Forbidden("organisation");
        }
    }

    private void addWithChildren(
            Unit unit, int depth, List<Unit> units, LocalDate on, Locale locale, List<UnitLine> lines) {
        List<DutyLine> duties = Arrays.stream(Duty.values())
                .map(duty -> new DutyLine(
                        duty.key(),
                        organisation.officersOf(unit.code(), duty, on).stream()
                                .map(this::fullName)
                                .toList()))
                .filter(line -> !line.officers().isEmpty())
                .toList();
        lines.add(new UnitLine(unit, unit.name(locale), depth, duties));
        units.stream()
                .filter(child -> unit.code().equals(child.parent()))
                .forEach(child -> addWithChildren(child, depth + 1, units, on, locale, lines));
    }

    private String fullName(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private static CalendarLine line(Calendars.Known calendar, List<Calendars.Known> all, int year, Locale locale) {
        return new CalendarLine(
                calendar.key(),
                calendar.name(locale),
                all.stream()
                        .filter(each -> each.key().equals(calendar.follows()))
                        .map(each -> each.name(locale))
                        .findFirst()
                        .orElse(null),
                calendar.calendar().confirmed(year),
                hours(calendar.weeks(), year, locale),
                calendar.days().stream()
                        .filter(day -> day.date().getYear() == year)
                        .map(day -> new DayLine(
                                day,
                                weekday(day.date().getDayOfWeek(), locale),
                                calendar.follows() != null && calendar.ownDays().contains(day.date()),
                                words(calendar.calendar().sessionsOn(day.date()))))
                        .toList());
    }

    private static List<HoursLine> hours(List<Week> weeks, int year, Locale locale) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        List<HoursLine> lines = new ArrayList<>();
        for (int i = 0; i < weeks.size(); i++) {
            boolean over = i + 1 < weeks.size() && !weeks.get(i + 1).validFrom().isAfter(first);
            if (!over && !weeks.get(i).validFrom().isAfter(last)) {
                Week week = weeks.get(i);
                lines.add(new HoursLine(
                        week.validFrom().isAfter(first) ? week.validFrom() : null, weekdays(week, locale)));
            }
        }
        return lines;
    }

    /** Weekdays in a row with the same hours make one line. */
    private static List<WeekdaysLine> weekdays(Week week, Locale locale) {
        List<WeekdaysLine> lines = new ArrayList<>();
        DayOfWeek first = DayOfWeek.MONDAY;
        for (DayOfWeek day : DayOfWeek.values()) {
            boolean ends = day == DayOfWeek.SUNDAY || !Objects.equals(sessions(week, day), sessions(week, day.plus(1)));
            if (ends) {
                if (!sessions(week, day).isEmpty()) {
                    lines.add(new WeekdaysLine(
                            first == day ? weekday(day, locale) : weekday(first, locale) + " – " + weekday(day, locale),
                            words(sessions(week, day))));
                }
                first = day.plus(1);
            }
        }
        return lines;
    }

    private static List<Session> sessions(Week week, DayOfWeek day) {
        return week.sessions().getOrDefault(day, List.of());
    }

    private static String words(List<Session> sessions) {
        return String.join(
                ", ",
                sessions.stream()
                        .map(session -> session.opens() + "–" + session.closes())
                        .toList());
    }

    private static String weekday(DayOfWeek day, Locale locale) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }
}
