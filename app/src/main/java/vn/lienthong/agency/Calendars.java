package vn.lienthong.agency;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.CalendarMapper.CalendarRow;
import vn.lienthong.agency.CalendarMapper.DayRow;
import vn.lienthong.agency.CalendarMapper.DaySessionRow;
import vn.lienthong.agency.CalendarMapper.SessionRow;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.agency.calendar.Week;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.NotFound;

/** The working calendars of the agencies. Remembered like the {@link Organisation}. */
@Component
public class Calendars {

    private final Organisation organisation;
    private final Remembered<Map<String, Known>> known;

    Calendars(CalendarMapper mapper, OrganisationMapper revision, Organisation organisation) {
        this.organisation = organisation;
        this.known = new Remembered<>(revision::revision, () -> read(mapper));
    }

    /**
     * A calendar by name.
     *
     * @param follows key of the calendar whose days hold here too unless this one says otherwise
     * @param weeks its hours, earliest first
     * @param ownDays the days that only this calendar has
     */
    public record Known(
            String key,
            String nameVi,
            String nameEn,
            @Nullable String follows,
            List<Week> weeks,
            List<Day> days,
            Set<LocalDate> ownDays,
            WorkingCalendar calendar) {

        public String name(Locale locale) {
            return "en".equals(locale.getLanguage()) ? nameEn : nameVi;
        }

        /** @param between calendars whose own days win over those */
        private WorkingCalendar with(List<Day> added, List<Known> between) {
            Map<LocalDate, Day> all = new TreeMap<>();
            days.forEach(day -> all.put(day.date(), day));
            added.stream()
                    .filter(day ->
                            between.stream().noneMatch(own -> own.ownDays().contains(day.date())))
                    .forEach(day -> all.put(day.date(), day));
            Set<Integer> confirmed = all.values().stream()
                    .map(day -> day.date().getYear())
                    .filter(year -> calendar.confirmed(year)
                            || follows == null
                                    && added.stream()
                                            .anyMatch(day -> day.confirmed()
                                                    && day.date().getYear() == year))
                    .collect(java.util.stream.Collectors.toSet());
            return new WorkingCalendar(key, Dates.ZONE, weeks, all.values(), confirmed);
        }
    }

    /** @throws NotFound when there is no such calendar */
    public WorkingCalendar of(String calendarKey) {
        Known found = known.get().get(calendarKey);
        if (found == null) {
            throw new NotFound("calendar");
        }
        return found.calendar();
    }

    /** @throws NotFound when there is no such unit */
    public WorkingCalendar ofUnit(String unitCode) {
        return of(organisation.unit(unitCode).calendar());
    }

    /** Every calendar, ordered by key. */
    public List<Known> all() {
        return List.copyOf(known.get().values());
    }

    /** Keys of this calendar and of those whose days come from it. */
    public List<String> governedBy(String calendarKey) {
        Map<String, Known> all = known.get();
        return all.values().stream()
                .filter(each -> upTo(each, calendarKey, all).isPresent())
                .map(Known::key)
                .toList();
    }

    /** What the calendar and those that follow it would be with such days; stores nothing. */
    public Map<String, WorkingCalendar> foreseen(String calendarKey, List<Day> days) {
        Map<String, Known> all = known.get();
        Map<String, WorkingCalendar> foreseen = new LinkedHashMap<>();
        for (Known each : all.values()) {
            upTo(each, calendarKey, all).ifPresent(between -> foreseen.put(each.key(), each.with(days, between)));
        }
        return foreseen;
    }

    /** The calendars from one that follows up to, and without, the one that it follows in the end; empty: it does not. */
    private static Optional<List<Known>> upTo(Known calendar, String calendarKey, Map<String, Known> all) {
        List<Known> line = new ArrayList<>();
        for (Known at = calendar;
                at != null && !line.contains(at);
                at = at.follows() == null ? null : all.get(at.follows())) {
            if (at.key().equals(calendarKey)) {
                return Optional.of(line);
            }
            line.add(at);
        }
        return Optional.empty();
    }

    void forget() {
        known.forget();
    }

    private static Map<String, Known> read(CalendarMapper mapper) {
        Map<String, List<SessionRow>> sessions = mapper.sessions().stream().collect(groupingBy(SessionRow::calendar));
        Map<String, List<DayRow>> days = mapper.days().stream().collect(groupingBy(DayRow::calendar));
        List<DaySessionRow> daySessions = mapper.daySessions();
        Map<String, CalendarRow> rows = new TreeMap<>();
        mapper.calendars().forEach(row -> rows.put(row.key(), row));

        Map<String, Known> read = new LinkedHashMap<>();
        for (CalendarRow row : rows.values()) {
            // From the calendar that follows nobody down to this one, so that the later entry wins.
            List<CalendarRow> line = lineage(row, rows);
            Map<LocalDate, Day> all = new TreeMap<>();
            Set<LocalDate> own = new TreeSet<>();
            List<SessionRow> hours = List.of();
            for (CalendarRow ancestor : line) {
                own.clear();
                for (DayRow day : days.getOrDefault(ancestor.key(), List.of())) {
                    all.put(day.onDate(), day(day, daySessions));
                    own.add(day.onDate());
                }
                hours = sessions.getOrDefault(ancestor.key(), hours);
            }
            // A local day off does not mean that anybody has seen the national notice.
            Set<Integer> confirmed = WorkingCalendar.yearsConfirmedBy(
                    days.getOrDefault(line.get(0).key(), List.of()).stream()
                            .map(day -> day(day, List.of()))
                            .toList());
            List<Week> weeks = weeks(hours);
            read.put(
                    row.key(),
                    new Known(
                            row.key(),
                            row.nameVi(),
                            row.nameEn(),
                            row.follows(),
                            weeks,
                            List.copyOf(all.values()),
                            Set.copyOf(own),
                            new WorkingCalendar(row.key(), Dates.ZONE, weeks, all.values(), confirmed)));
        }
        return read;
    }

    private static List<CalendarRow> lineage(CalendarRow row, Map<String, CalendarRow> rows) {
        List<CalendarRow> line = new ArrayList<>();
        for (CalendarRow at = row; at != null && !line.contains(at); at = followed(at, rows)) {
            line.add(0, at);
        }
        return line;
    }

    private static @Nullable CalendarRow followed(CalendarRow row, Map<String, CalendarRow> rows) {
        return row.follows() == null ? null : rows.get(row.follows());
    }

    private static Day day(DayRow row, List<DaySessionRow> daySessions) {
        List<Session> own = daySessions.stream()
                .filter(session -> session.calendar().equals(row.calendar())
                        && session.onDate().equals(row.onDate()))
                .map(session -> new Session(session.opens(), session.closes()))
                .toList();
        return new Day(row.onDate(), row.kind(), row.name(), row.source(), row.confirmed(), own);
    }

    /** One week for each stretch of time in which the hours do not change. */
    private static List<Week> weeks(List<SessionRow> sessions) {
        Set<LocalDate> changes = new TreeSet<>();
        for (SessionRow session : sessions) {
            changes.add(session.validFrom());
            if (session.validTo() != null) {
                changes.add(session.validTo().plusDays(1));
            }
        }
        List<Week> weeks = new ArrayList<>();
        for (LocalDate from : changes) {
            Map<DayOfWeek, List<Session>> hours = sessions.stream()
                    .filter(session -> Dates.within(from, session.validFrom(), session.validTo()))
                    .collect(groupingBy(
                            session -> DayOfWeek.of(session.weekday()),
                            () -> new EnumMap<>(DayOfWeek.class),
                            mapping(session -> new Session(session.opens(), session.closes()), toList())));
            if (!hours.isEmpty()) {
                weeks.add(new Week(from, hours));
            }
        }
        return weeks;
    }
}
