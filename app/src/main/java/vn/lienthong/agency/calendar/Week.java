package vn.lienthong.agency.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The ordinary sessions of each weekday from a date on (summer hours, a Saturday morning that is introduced).
 *
 * @param validFrom first day of these hours; they hold until the next week of the same calendar begins
 */
public record Week(LocalDate validFrom, Map<DayOfWeek, List<Session>> sessions) {

    public Week {
        var sorted = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        sessions.forEach((weekday, ofDay) -> {
            if (!ofDay.isEmpty()) {
                sorted.put(weekday, inOrder(weekday, ofDay));
            }
        });
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("A week needs at least one session");
        }
        sessions = sorted;
    }

    /** The same sessions from Monday to Friday. */
    public static Week mondayToFriday(LocalDate validFrom, Session... sessions) {
        var week = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        for (var weekday = DayOfWeek.MONDAY; weekday != DayOfWeek.SATURDAY; weekday = weekday.plus(1)) {
            week.put(weekday, List.of(sessions));
        }
        return new Week(validFrom, week);
    }

    List<Session> on(DayOfWeek weekday) {
        return sessions.getOrDefault(weekday, List.of());
    }

    /** What a made-up day without sessions of its own is worked like. */
    List<Session> ofFirstWorkedDay() {
        return sessions.values().iterator().next();
    }

    private static List<Session> inOrder(DayOfWeek weekday, List<Session> sessions) {
        return inOrder(weekday.toString(), sessions);
    }

    static List<Session> inOrder(String day, List<Session> sessions) {
        var sorted =
                sessions.stream().sorted(Comparator.comparing(Session::opens)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).overlaps(sorted.get(i))) {
                throw new IllegalArgumentException(
                        "Sessions overlap on " + day + ": " + sorted.get(i - 1) + ", " + sorted.get(i));
            }
        }
        return sorted;
    }
}
