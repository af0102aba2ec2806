package vn.lienthong.agency.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When one agency works: its weekly sessions, its days off and its make-up days. Immutable.
 *
 * <p>A session includes its opening and excludes its close.
 */
public final class WorkingCalendar {

    /** Longer closures than this do not exist; a calendar that claims one is broken. */
    static final int LONGEST_CLOSURE_DAYS = 366;

    private final String key;
    private final ZoneId zone;
    private final TreeMap<LocalDate, Week> weeks = new TreeMap<>();
    private final Map<LocalDate, Day> days = new HashMap<>();
    private final Set<Integer> confirmedYears;

    /**
     * @param weeks at least one; the earliest also holds before its first day
     * @param confirmedYears the years whose days off somebody has confirmed
     */
    public WorkingCalendar(
            String key, ZoneId zone, Collection<Week> weeks, Collection<Day> days, Set<Integer> confirmedYears) {
        this.key = key;
        this.zone = zone;
        weeks.forEach(week -> this.weeks.put(week.validFrom(), week));
        if (this.weeks.isEmpty()) {
            throw new IllegalArgumentException("Calendar " + key + " has no sessions");
        }
        for (var day : days) {
            if (this.days.put(day.date(), day) != null) {
                throw new IllegalArgumentException("Calendar " + key + " has two entries for " + day.date());
            }
        }
        this.confirmedYears = Set.copyOf(confirmedYears);
    }

    /** A year counts as confirmed as soon as one of its days is. */
    public static WorkingCalendar of(String key, ZoneId zone, Week week, Collection<Day> days) {
        return new WorkingCalendar(key, zone, List.of(week), days, yearsConfirmedBy(days));
    }

    /** The years of which at least one day has been seen in a published notice. */
    public static Set<Integer> yearsConfirmedBy(Collection<Day> days) {
        return days.stream()
                .filter(Day::confirmed)
                .map(day -> day.date().getYear())
                .collect(Collectors.toUnmodifiableSet());
    }

    public String key() {
        return key;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public boolean isWorkingDay(LocalDate date) {
        return !sessionsOn(date).isEmpty();
    }

    /** In the order of the day; empty on a day off. */
    public List<Session> sessionsOn(LocalDate date) {
        var special = days.get(date);
        if (special == null) {
            return weekOf(date).on(date.getDayOfWeek());
        }
        return switch (special.kind()) {
            case HOLIDAY -> List.of();
            case MAKE_UP -> special.sessions().isEmpty() ? weekOf(date).ofFirstWorkedDay() : special.sessions();
        };
    }

    /** What makes this date differ from its weekday, if anything does. */
    public @Nullable Day dayInfo(LocalDate date) {
        return days.get(date);
    }

    /** Whether the days off of this year are known and not only foreseen. */
    public boolean confirmed(int year) {
        return confirmedYears.contains(year);
    }

    /** Whether this date rests on a confirmed year and, where it differs from its weekday, on a confirmed notice. */
    public boolean confirmed(LocalDate date) {
        var special = days.get(date);
        return confirmed(date.getYear()) && (special == null || special.confirmed());
    }

    /** The first working day strictly after this date. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return workingDayFrom(date.plusDays(1));
    }

    /** This date, or the first working day after it. */
    public LocalDate workingDayFrom(LocalDate date) {
        return search(date, 1);
    }

    /** When the last session of this working day closes. */
    public Instant closeOf(LocalDate date) {
        var sessions = sessionsOn(date);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException(date + " is a day off in calendar " + key);
        }
        return closing(date, sessions.get(sessions.size() - 1));
    }

    /** The n-th working day after this date; before it when {@code days} is negative; this date itself for none. */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        var step = Integer.signum(days);
        var date = from;
        for (int i = 0; i < Math.abs(days); i++) {
            date = search(date.plusDays(step), step);
        }
        return date;
    }

    /** Working days after {@code from}, up to and including {@code to}; 0 when {@code to} is not later. */
    public int workingDays(LocalDate from, LocalDate to) {
        int count = 0;
        for (var date = from.plusDays(1); !date.isAfter(to); date = date.plusDays(1)) {
            if (isWorkingDay(date)) {
                count++;
            }
        }
        return count;
    }

    /** Session time between two moments; negative when {@code to} is the earlier one. */
    public Duration workingTime(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return workingTime(to, from).negated();
        }
        var total = Duration.ZERO;
        var last = dateOf(to);
        for (var date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (var session : sessionsOn(date)) {
                var opens = later(from, opening(date, session));
                var closes = earlier(to, closing(date, session));
                if (opens.isBefore(closes)) {
                    total = total.plus(Duration.between(opens, closes));
                }
            }
        }
        return total;
    }

    /**
     * The moment at which so much session time has passed, as early as possible: time that ends with a session ends at
     * its close, not at the next opening. A negative time goes back, to the latest such moment.
     */
    public Instant plusWorkingTime(Instant from, Duration time) {
        if (time.isNegative()) {
            return minusWorkingTime(from, time.negated());
        }
        var left = time;
        var at = from;
        for (var date = dateOf(from); !left.isZero(); date = nextWorkingDay(date)) {
            for (var session : sessionsOn(date)) {
                var opens = later(from, opening(date, session));
                var closes = closing(date, session);
                if (opens.isBefore(closes) && !left.isZero()) {
                    var taken = shorter(left, Duration.between(opens, closes));
                    left = left.minus(taken);
                    at = opens.plus(taken);
                }
            }
        }
        return at;
    }

    /** The latest moment from which so much session time leads to {@code to}. */
    public Instant minusWorkingTime(Instant to, Duration time) {
        if (time.isNegative()) {
            return plusWorkingTime(to, time.negated());
        }
        var left = time;
        var at = to;
        for (var date = dateOf(to); !left.isZero(); date = search(date.minusDays(1), -1)) {
            var sessions = sessionsOn(date);
            for (int i = sessions.size() - 1; i >= 0; i--) {
                var opens = opening(date, sessions.get(i));
                var closes = earlier(to, closing(date, sessions.get(i)));
                if (opens.isBefore(closes) && !left.isZero()) {
                    var taken = shorter(left, Duration.between(opens, closes));
                    left = left.minus(taken);
                    at = closes.minus(taken);
                }
            }
        }
        return at;
    }

    /** This moment when the agency is at work, else the next opening. */
    public Instant atWork(Instant moment) {
        var date = dateOf(moment);
        while (true) {
            for (var session : sessionsOn(date)) {
                if (moment.isBefore(closing(date, session))) {
                    return later(moment, opening(date, session));
                }
            }
            date = nextWorkingDay(date);
        }
    }

    Instant opening(LocalDate date, Session session) {
        return date.atTime(session.opens()).atZone(zone).toInstant();
    }

    Instant closing(LocalDate date, Session session) {
        return session.closes().equals(LocalTime.MIDNIGHT)
                ? date.plusDays(1).atStartOfDay(zone).toInstant()
                : date.atTime(session.closes()).atZone(zone).toInstant();
    }

    private Week weekOf(LocalDate date) {
        var week = weeks.floorEntry(date);
        return (week == null ? weeks.firstEntry() : week).getValue();
    }

    private LocalDate search(LocalDate from, int step) {
        for (int i = 0; i <= LONGEST_CLOSURE_DAYS; i++) {
            var date = from.plusDays((long) i * step);
            if (isWorkingDay(date)) {
                return date;
            }
        }
        throw new NoWorkingTime(key, from);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
