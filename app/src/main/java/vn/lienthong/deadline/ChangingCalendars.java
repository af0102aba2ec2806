package vn.lienthong.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.EnteringDays;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.deadline.CalendarChange.State;

/**
 * New days off and days that are worked instead: one person writes down what a notice says, everybody concerned can see
 * what would move, a second person decides. Then the dates follow, see {@link FollowingCalendars}.
 */
@Component
public class ChangingCalendars {

    private static final Logger log = LoggerFactory.getLogger(ChangingCalendars.class);

    private static final int MOST_DAYS = 31;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_REASON = 2000;

    /** A notice may come after the day; what is older is a correction that nobody's open promise rests on. */
    private static final int OLDEST_DAYS = 31;

    private static final int FURTHEST_YEARS = 3;

    private static final Set<Duty> MAY_LOOK =
            EnumSet.of(Duty.BUSINESS_ADMINISTRATOR, Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR, Duty.SUPERVISOR);

    private final CalendarChangeMapper mapper;
    private final Calendars calendars;
    private final EnteringDays entering;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangingCalendars(
            CalendarChangeMapper mapper,
            Calendars calendars,
            EnteringDays entering,
            Organisation organisation,
            CurrentCaller caller,
            Clock clock) {
        this.mapper = mapper;
        this.calendars = calendars;
        this.entering = entering;
        this.organisation = organisation;
        this.caller = caller;
        this.clock = clock;
    }

    /** What somebody wrote down; anything may be missing or wrong. */
    public record Wish(
            @Nullable String calendar,
            @Nullable String document,
            @Nullable String reason,
            @Nullable List<@Nullable DayWish> days) {}

    /**
     * @param kind HOLIDAY for a day off, MAKE_UP for a day of rest that is worked
     * @param sessions of a day that is worked, as {@code 07:30-11:30}; as on an ordinary day when there are none
     */
    public record DayWish(
            @Nullable String date,
            @Nullable String kind,
            @Nullable String name,
            @Nullable List<@Nullable String> sessions) {}

    /** @return its id */
    @Transactional
    public long propose(Wish wish) {
        var officer = caller.get();
        var unit = officer.unitsWith(Duty.BUSINESS_ADMINISTRATOR).stream()
                .findFirst()
                .orElseThrow(() -> new Forbidden("change-calendars"));
        var problems = new ArrayList<Problem>();
        var known = calendars.all().stream()
                .filter(each -> each.key().equals(wish.calendar()))
                .findFirst();
        if (known.isEmpty()) {
            problems.add(Problem.of("calendar", "calendar-unknown"));
        }
        text("document", wish.document(), true, LONGEST_WORD, problems);
        text("reason", wish.reason(), false, LONGEST_REASON, problems);
        var days = days(wish, known.map(Calendars.Known::calendar), problems);
        InvalidInput.ifAny(problems);
        var calendar = String.valueOf(wish.calendar());
        if (mapper.isOpen(calendar)) {
            throw new Refused("calendar-change-open", Map.of("calendar", calendar));
        }
        var id = mapper.propose(
                calendar,
                String.valueOf(wish.document()).strip(),
                wish.reason() == null ? "" : wish.reason().strip(),
                unit,
                officer.username(),
                clock.instant());
        days.forEach(day -> mapper.insertDay(
                id, day, day.sessions().stream().map(Session::toString).toList()));
        var dossiers = mapper.collect(id, calendars.governedBy(calendar));
        log.info("calendar change {} proposed: {}, {} dossiers", id, calendar, dossiers);
        return id;
    }

    /** From now on the days hold. */
    @Transactional
    public void approve(long id) {
        var change = second(id);
        if (change.state() != State.PROPOSED) {
            throw new Refused(
                    "calendar-change-not-proposed",
                    Map.of("state", change.state().key()));
        }
        if (change.proposedBy().equals(caller.get().username())) {
            throw new Refused("calendar-change-needs-another", Map.of("proposedBy", change.proposedBy()));
        }
        entering.enter(change.calendar(), days(change));
        mapper.decide(id, State.APPROVED, caller.get().username(), clock.instant());
        log.info("calendar change {} approved", id);
    }

    /** Nothing comes of it. Who proposed it may take it back. */
    @Transactional
    public void reject(long id) {
        var locked = mapper.lock(id);
        var change = locked != null && locked.proposedBy().equals(caller.get().username()) ? locked : second(id);
        if (change.state() != State.PROPOSED && change.state() != State.PREVIEWING) {
            throw new Refused(
                    "calendar-change-not-proposed",
                    Map.of("state", change.state().key()));
        }
        mapper.decide(id, State.REJECTED, caller.get().username(), clock.instant());
        log.info("calendar change {} rejected", id);
    }

    /** Another try for the dossiers that could not follow, after a person has removed the cause. */
    @Transactional
    public void retry(long id) {
        var change = second(id);
        if (change.state() != State.DONE || mapper.retryFailed(id) == 0) {
            throw new Refused(
                    "calendar-change-nothing-failed",
                    Map.of("state", change.state().key()));
        }
        mapper.move(id, State.DONE, State.APPLYING, null);
    }

    /** Whether the caller could decide this change. */
    public boolean mayDecide(CalendarChange change) {
        return !change.proposedBy().equals(caller.get().username()) && holdsPower(change.unit());
    }

    public boolean mayPropose() {
        return caller.get().holds(Duty.BUSINESS_ADMINISTRATOR);
    }

    /** @throws NotFound when there is no such change, or the caller has no business with calendars */
    @Transactional(readOnly = true)
    public CalendarChange get(long id) {
        onlyWhoMayLook();
        var row = mapper.find(id);
        if (row == null) {
            throw new NotFound("calendar-change");
        }
        return change(row);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<CalendarChange> list(@Nullable Long before, int limit) {
        onlyWhoMayLook();
        return mapper.list(before, limit).stream().map(this::change).toList();
    }

    /** Dossiers of which anything moves, in the order of their numbers. */
    @Transactional(readOnly = true)
    public List<CalendarChange.Affected> affected(long id, boolean promisesOnly, @Nullable String after, int limit) {
        return mapper.affected(get(id).id(), promisesOnly, after, limit);
    }

    List<Day> days(CalendarChangeMapper.ChangeRow change) {
        return mapper.days(change.id()).stream()
                .map(day -> new Day(
                        day.onDate(),
                        day.kind(),
                        day.name(),
                        change.document(),
                        true,
                        day.sessions().stream().map(Session::parse).toList()))
                .toList();
    }

    private CalendarChange change(CalendarChangeMapper.ChangeRow row) {
        return new CalendarChange(
                row.id(),
                row.calendar(),
                row.document(),
                row.reason(),
                row.unit(),
                row.state(),
                row.proposedBy(),
                row.proposedAt(),
                row.decidedBy(),
                row.decidedAt(),
                row.finishedAt(),
                days(row),
                mapper.progress(row.id()));
    }

    private CalendarChangeMapper.ChangeRow second(long id) {
        onlyWhoMayLook();
        var change = mapper.lock(id);
        if (change == null) {
            throw new NotFound("calendar-change");
        }
        if (!holdsPower(change.unit())) {
            throw new Forbidden("decide-calendar-change");
        }
        return change;
    }

    /** The head of the agency in whose name the change is proposed, or another administrator there. */
    private boolean holdsPower(String unit) {
        var agency = organisation.subtree(organisation.agencyOf(unit));
        return caller.get().posts().stream()
                .anyMatch(post -> (post.duty() == Duty.AGENCY_HEAD || post.duty() == Duty.BUSINESS_ADMINISTRATOR)
                        && agency.contains(post.unit()));
    }

    private void onlyWhoMayLook() {
        if (MAY_LOOK.stream().noneMatch(caller.get()::holds)) {
            throw new Forbidden("calendar-changes");
        }
    }

    private List<Day> days(Wish wish, Optional<WorkingCalendar> calendar, List<Problem> problems) {
        var wished = wish.days() == null ? List.<@Nullable DayWish>of() : wish.days();
        if (wished.isEmpty()) {
            problems.add(Problem.of("days", "required"));
        } else if (wished.size() > MOST_DAYS) {
            problems.add(Problem.of("days", "too-many", MOST_DAYS));
            return List.of();
        }
        var days = new ArrayList<Day>();
        var dates = new HashSet<LocalDate>();
        for (int i = 0; i < wished.size(); i++) {
            var day = day("days[" + i + "]", wished.get(i), calendar, problems);
            if (day != null && !dates.add(day.date())) {
                problems.add(Problem.of("days[" + i + "].date", "day-twice"));
            } else if (day != null) {
                days.add(day);
            }
        }
        return days;
    }

    private @Nullable Day day(
            String field, @Nullable DayWish wish, Optional<WorkingCalendar> calendar, List<Problem> problems) {
        var before = problems.size();
        var date = date(field + ".date", wish == null ? null : wish.date(), problems);
        var kind = kind(field + ".kind", wish == null ? null : wish.kind(), problems);
        text(field + ".name", wish == null ? null : wish.name(), true, LONGEST_WORD, problems);
        var sessions = sessions(field + ".sessions", wish, kind, problems);
        if (date != null && kind != null && calendar.isPresent()) {
            var works = calendar.get().isWorkingDay(date);
            if (kind == Day.Kind.HOLIDAY && !works) {
                problems.add(Problem.of(field + ".date", "already-off"));
            } else if (kind == Day.Kind.MAKE_UP && works && sessions.isEmpty()) {
                problems.add(Problem.of(field + ".date", "already-worked"));
            }
        }
        if (problems.size() > before || wish == null || date == null || kind == null) {
            return null;
        }
        try {
            return new Day(date, kind, String.valueOf(wish.name()).strip(), "", true, sessions);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(field + ".sessions", "sessions-overlap"));
            return null;
        }
    }

    private @Nullable LocalDate date(String field, @Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(Problem.of(field, "required"));
            return null;
        }
        LocalDate date;
        try {
            date = LocalDate.parse(written.strip());
        } catch (java.time.format.DateTimeParseException e) {
            problems.add(Problem.of(field, "malformed"));
            return null;
        }
        var today = organisation.today();
        if (date.isBefore(today.minusDays(OLDEST_DAYS)) || date.isAfter(today.plusYears(FURTHEST_YEARS))) {
            problems.add(Problem.of(field, "day-out-of-reach", OLDEST_DAYS, FURTHEST_YEARS));
            return null;
        }
        return date;
    }

    private static Day.@Nullable Kind kind(String field, @Nullable String written, List<Problem> problems) {
        for (var kind : Day.Kind.values()) {
            if (kind.name().equals(written)) {
                return kind;
            }
        }
        problems.add(Problem.of(field, "day-kind-unknown"));
        return null;
    }

    private static List<Session> sessions(
            String field, @Nullable DayWish wish, Day.@Nullable Kind kind, List<Problem> problems) {
        var written = wish == null || wish.sessions() == null ? List.<@Nullable String>of() : wish.sessions();
        var sessions = new ArrayList<Session>();
        for (var session : written) {
            if (session == null || session.isBlank()) {
                continue;
            }
            try {
                var read = Session.parse(session);
                if (read.closes().equals(java.time.LocalTime.MIDNIGHT)) {
                    throw new IllegalArgumentException("nobody works through the night");
                }
                sessions.add(read);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                problems.add(Problem.of(field, "malformed"));
                return List.of();
            }
        }
        if (kind == Day.Kind.HOLIDAY && !sessions.isEmpty()) {
            problems.add(Problem.of(field, "day-off-with-sessions"));
            return List.of();
        }
        return sessions;
    }

    private static void text(
            String field, @Nullable String value, boolean required, int longest, List<Problem> problems) {
        if (required && (value == null || value.isBlank())) {
            problems.add(Problem.of(field, "required"));
        } else if (value != null && value.length() > longest) {
            problems.add(Problem.of(field, "too-long", longest));
        }
    }
}
