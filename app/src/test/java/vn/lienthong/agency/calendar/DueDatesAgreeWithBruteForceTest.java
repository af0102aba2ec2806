package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class DueDatesAgreeWithBruteForceTest {

    private static final List<String> CSV = csv();
    private static final String WARD = "07:30-11:30 13:00-17:00";
    private static final String INSURANCE = "08:00-12:00 13:30-16:30";

    private static final List<Office> OFFICES = List.of(
            new Office(Offices.ward(), new MinuteOracle(weekdays(WARD), CSV)),
            new Office(
                    Offices.wardWithSaturdayMornings(),
                    new MinuteOracle(with(weekdays(WARD), DayOfWeek.SATURDAY, "07:30-11:30"), CSV)),
            new Office(
                    Offices.insurance(),
                    new MinuteOracle(with(weekdays(INSURANCE), DayOfWeek.WEDNESDAY, "08:00-12:00"), CSV)),
            new Office(
                    Offices.hotline(),
                    new MinuteOracle(
                            with(
                                    with(weekdays("00:00-00:00"), DayOfWeek.SATURDAY, "00:00-00:00"),
                                    DayOfWeek.SUNDAY,
                                    "00:00-00:00"),
                            CSV.subList(0, 1))),
            new Office(Offices.wardWithShortMakeUpDays(), new MinuteOracle(weekdays(WARD), withShortMakeUpDays(CSV))));

    /** An office and the same office laid out minute by minute. */
    record Office(WorkingCalendar calendar, MinuteOracle oracle) {
        @Override
        public String toString() {
            return calendar.key();
        }
    }

    record Case(Office office, Start start, Budget budget, List<Pause> pauses) {}

    @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
    void ten_thousand_random_clocks_are_due_when_brute_force_says(@ForAll("cases") Case random) {
        var due = DueDates.compute(random.office.calendar, random.start, random.budget, List.of(), random.pauses);

        assertThat(due.dueAt()).isEqualTo(random.office.oracle.due(random.start, random.budget, random.pauses));
    }

    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void extensions_are_counted_one_after_the_other_from_the_date_before(
            @ForAll("cases") Case random, @ForAll("extensions") List<Budget> extensions) {
        var due = DueDates.compute(random.office.calendar, random.start, random.budget, extensions, random.pauses);

        var expected = random.office.oracle.due(random.start, random.budget, random.pauses);
        for (var extension : extensions) {
            expected = random.office.oracle.due(Start.following(expected), extension, random.pauses);
        }
        assertThat(due.dueAt()).isEqualTo(expected);
    }

    @Property(tries = 2_000)
    void working_time_is_the_number_of_worked_minutes(
            @ForAll("offices") Office office, @ForAll("moments") Instant from, @ForAll("days") int days) {
        var to = from.plus(Duration.ofHours(days * 7L));

        var time = office.calendar.workingTime(from, to);

        assertThat(time.toMinutes()).isEqualTo(office.oracle.workingMinutes(from, to));
    }

    @Provide
    Arbitrary<Case> cases() {
        return Combinators.combine(offices(), moments(), Arbitraries.of(true, false), budgets(), pauses())
                .as((office, moment, planned, budget, pauses) -> new Case(
                        office,
                        new Start(moment, planned),
                        budget,
                        pauses.stream().map(pause -> pause.after(moment)).toList()));
    }

    @Provide
    Arbitrary<List<Budget>> extensions() {
        return Combinators.combine(
                        Arbitraries.of(BudgetUnit.WORKING_DAY, BudgetUnit.CALENDAR_DAY),
                        Arbitraries.integers().between(1, 10))
                .as((unit, amount) -> Budget.of(amount, unit))
                .list()
                .ofMinSize(1)
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<Office> offices() {
        return Arbitraries.of(OFFICES);
    }

    @Provide
    Arbitrary<Integer> days() {
        return Arbitraries.integers().between(0, 60);
    }

    /** Any minute, but often the very minute at which something opens, closes or is cut off. */
    @Provide
    Arbitrary<Instant> moments() {
        var dates = Arbitraries.integers().between(0, 3 * 365).map(LocalDate.of(2024, 1, 1)::plusDays);
        var boundary = Arbitraries.of(
                "00:00", "07:29", "07:30", "08:00", "11:29", "11:30", "12:00", "13:00", "13:30", "14:59", "15:00",
                "15:01", "16:30", "16:59", "17:00", "17:01", "23:59");
        var any =
                Arbitraries.integers().between(0, 1439).map(minute -> "%02d:%02d".formatted(minute / 60, minute % 60));
        return Combinators.combine(dates, Arbitraries.oneOf(boundary, any))
                .as((date, time) -> Offices.at(date + " " + time));
    }

    private static Arbitrary<Budget> budgets() {
        var cutOffs = Arbitraries.of("07:30", "11:30", "12:00", "15:00", "17:00", "")
                .map(time -> time.isEmpty() ? null : LocalTime.parse(time));
        return Combinators.combine(
                        Arbitraries.of(BudgetUnit.values()),
                        Arbitraries.integers().between(1, 15),
                        cutOffs)
                .as((unit, amount, cutOff) -> new Budget(unit.isHours() ? amount * 4 : amount, unit, cutOff));
    }

    /** A pause relative to the start: minutes until it begins (it may have begun before), and its length. */
    record Relative(int begins, int lasts) {
        Pause after(Instant start) {
            var from = start.plus(Duration.ofMinutes(begins));
            return new Pause(from, from.plus(Duration.ofMinutes(lasts)));
        }
    }

    private static Arbitrary<List<Relative>> pauses() {
        var lengths = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 600)),
                Tuple.of(3, Arbitraries.integers().between(0, 12 * 1440)));
        return Combinators.combine(Arbitraries.integers().between(-1440, 20 * 1440), lengths)
                .as(Relative::new)
                .list()
                .ofMaxSize(3);
    }

    private static Map<DayOfWeek, String> weekdays(String sessions) {
        var week = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        List.of(DayOfWeek.values()).subList(0, 5).forEach(weekday -> week.put(weekday, sessions));
        return week;
    }

    private static Map<DayOfWeek, String> with(Map<DayOfWeek, String> week, DayOfWeek weekday, String sessions) {
        var other = new EnumMap<>(week);
        other.put(weekday, sessions);
        return other;
    }

    /** Two hours on Saturdays that are worked, and one more of them on a Sunday. */
    private static List<String> withShortMakeUpDays(List<String> csv) {
        var lines = new ArrayList<String>();
        csv.forEach(line -> lines.add(line.contains(",MAKE_UP,") ? line + ",08:00-10:00" : line));
        lines.add("2025-06-15,MAKE_UP,Trực,1/TB,yes,13:00-15:00 18:00-19:30");
        return lines;
    }

    private static List<String> csv() {
        try {
            var file = DueDatesAgreeWithBruteForceTest.class.getResource("/calendars/vn-public-service.csv");
            return new ArrayList<>(Files.readAllLines(Path.of(file.toURI())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
