package vn.lienthong.agency.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same rules by brute force: five years laid out minute by minute, walked one step at a time. Shares nothing with
 * the arithmetic that it judges but the input.
 */
final class MinuteOracle {

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);
    private static final int DAYS = 5 * 366;
    private static final int DAY = 24 * 60;
    /** No case is longer. */
    private static final int LONGEST = 100 * DAY;

    private final boolean[] working = new boolean[DAYS * DAY];

    /**
     * @param hours per weekday, {@code "07:30-11:30 13:00-17:00"}
     * @param csv the published days, line by line; a sixth cell has the hours of a day that is made up
     */
    MinuteOracle(Map<DayOfWeek, String> hours, List<String> csv) {
        var published = new HashMap<LocalDate, String>();
        var own = new HashMap<LocalDate, String>();
        for (var line : csv.subList(1, csv.size())) {
            var cells = line.split(",");
            published.put(LocalDate.parse(cells[0]), cells[1]);
            if (cells.length > 5) {
                own.put(LocalDate.parse(cells[0]), cells[5]);
            }
        }
        for (int day = 0; day < DAYS; day++) {
            var date = FIRST.plusDays(day);
            var ofDay = hours.getOrDefault(date.getDayOfWeek(), "");
            var kind = published.getOrDefault(date, "");
            if (kind.equals("HOLIDAY")) {
                ofDay = "";
            } else if (kind.equals("MAKE_UP")) {
                ofDay = own.getOrDefault(date, hours.getOrDefault(DayOfWeek.MONDAY, ""));
            }
            for (var session : ofDay.split(" ")) {
                for (int minute = 0; minute < DAY && !session.isEmpty(); minute++) {
                    var time = LocalTime.of(minute / 60, minute % 60).toString();
                    var ends = session.substring(6).equals("00:00") ? "24:00" : session.substring(6);
                    if (time.compareTo(session.substring(0, 5)) >= 0 && time.compareTo(ends) < 0) {
                        working[day * DAY + minute] = true;
                    }
                }
            }
        }
    }

    Instant due(Start start, Budget budget, List<Pause> pauses) {
        int begin = minute(start.at());
        var stops = runs(begin, pauses);
        return switch (budget.unit()) {
            case WORKING_HOUR -> hours(begin, budget, stops, true);
            case HOUR -> hours(begin, budget, stops, false);
            case WORKING_DAY, CALENDAR_DAY, SAME_DAY -> days(start, budget, stops);
        };
    }

    long workingMinutes(Instant from, Instant to) {
        long count = 0;
        for (int at = minute(from); at < minute(to); at++) {
            count += working[at] ? 1 : 0;
        }
        return count;
    }

    private Instant hours(int begin, Budget budget, List<int[]> stops, boolean onlyAtWork) {
        int used = 0;
        for (int at = begin; ; at++) {
            if ((!onlyAtWork || working[at]) && !standing(at, stops)) {
                used++;
            }
            if (used == budget.amount() * 60) {
                return instant(at + 1);
            }
        }
    }

    private Instant days(Start start, Budget budget, List<int[]> stops) {
        boolean inclusive = start.planned() && budget.unit() != BudgetUnit.SAME_DAY;
        int day = effective(minute(start.at()) - (inclusive ? 1 : 0), budget.cutOff());
        int counted = 0;
        int wanted = budget.unit() == BudgetUnit.SAME_DAY ? 0 : budget.amount();
        while (counted < wanted) {
            day++;
            boolean counts = budget.unit() == BudgetUnit.CALENDAR_DAY || close(day) >= 0;
            if (counts && !takenOut(day, stops)) {
                counted++;
            }
        }
        int last = day;
        while (close(day) < 0) {
            day++;
        }
        // What stops the clock on its last day lets it end on the day on which it goes on.
        for (var stop : stops) {
            boolean lastDay = wanted == 0 || stop[0] / DAY >= last;
            if (lastDay && stop[0] < close(day)) {
                day = Math.max(day, effective(stop[1], budget.cutOff()));
            }
        }
        return instant(close(day));
    }

    private int firstWorked(int day) {
        int worked = day;
        while (close(worked) < 0) {
            worked++;
        }
        return worked;
    }

    /** A day is not counted when the clock stood still at some time between an earlier day and that day. */
    private static boolean takenOut(int day, List<int[]> stops) {
        return stops.stream().anyMatch(stop -> stop[0] / DAY < day && day <= stop[1] / DAY);
    }

    private int effective(int minute, @Nullable LocalTime cutOff) {
        int day = minute / DAY;
        int until = cutOff == null ? Integer.MAX_VALUE : day * DAY + cutOff.getHour() * 60 + cutOff.getMinute();
        if (close(day) >= 0 && minute < close(day) && minute < until) {
            return day;
        }
        return firstWorked(day + 1);
    }

    /** The minute after the last worked one of the day, or -1. */
    private int close(int day) {
        for (int at = (day + 1) * DAY - 1; at >= day * DAY; at--) {
            if (working[at]) {
                return at + 1;
            }
        }
        return -1;
    }

    private static boolean standing(int minute, List<int[]> stops) {
        return stops.stream().anyMatch(stop -> stop[0] <= minute && minute < stop[1]);
    }

    /** The stretches of time in which any pause stands, found by colouring minutes. */
    private static List<int[]> runs(int begin, List<Pause> pauses) {
        var coloured = new boolean[LONGEST];
        for (var pause : pauses) {
            if (pause.to() != null) {
                for (int at = Math.max(begin, minute(pause.from())); at < minute(pause.to()); at++) {
                    coloured[at - begin] = true;
                }
            }
        }
        var runs = new ArrayList<int[]>();
        for (int at = 0; at < LONGEST; at++) {
            if (coloured[at] && (at == 0 || !coloured[at - 1])) {
                int to = at;
                while (coloured[to]) {
                    to++;
                }
                runs.add(new int[] {begin + at, begin + to});
            }
        }
        return runs;
    }

    private static int minute(Instant instant) {
        var local = instant.atZone(Offices.VIETNAM).toLocalDateTime();
        int day = Math.toIntExact(local.toLocalDate().toEpochDay() - FIRST.toEpochDay());
        return day * DAY + local.getHour() * 60 + local.getMinute();
    }

    private static Instant instant(int minute) {
        return FIRST.atStartOfDay().plusMinutes(minute).atZone(Offices.VIETNAM).toInstant();
    }
}
