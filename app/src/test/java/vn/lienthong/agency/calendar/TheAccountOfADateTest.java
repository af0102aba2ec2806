package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.BudgetUnit.CALENDAR_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.HOUR;
import static vn.lienthong.agency.calendar.BudgetUnit.SAME_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_HOUR;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What people are told of a date, line by line and case by case: nothing is left out and nothing is said twice. */
class TheAccountOfADateTest {

    private final WorkingCalendar ward = Offices.ward();

    @Test
    void of_days_that_begin_in_time() {
        assertThat(told(received("2026-11-16 10:00"), Budget.of(1, WORKING_DAY)))
                .isEqualTo("""
                        received[2026-11-16] first-day[2026-11-16]
                        working-days[1] of-budget-one[1, 1]
                        due[2026-11-17T10:00:00Z] due-close[]""");
    }

    @Test
    void of_days_that_begin_after_closing() {
        assertThat(told(received("2026-11-20 17:00"), Budget.of(1, WORKING_DAY)))
                .isEqualTo("""
                        received[2026-11-23] after-closing[2026-11-23]
                        skipped[] rest[]
                        skipped[] holiday[Ngày Văn hóa Việt Nam, 28/2026/QH16]
                        working-days[1] of-budget-one[1, 1]
                        due[2026-11-25T10:00:00Z] due-close[]""");
    }

    @Test
    void of_days_that_begin_on_a_day_off() {
        assertThat(told(received("2026-11-24 10:00"), Budget.of(1, WORKING_DAY)))
                .startsWith("received[2026-11-25] on-day-off[2026-11-25]\nworking-days[1]");
    }

    @Test
    void of_the_same_day() {
        assertThat(told(received("2026-11-20 10:00"), Budget.sameDay(LocalTime.of(15, 0))))
                .isEqualTo("""
                        received[2026-11-20] same-day[2026-11-20]
                        due[2026-11-20T10:00:00Z] due-close[]""");
    }

    @Test
    void of_what_is_only_planned() {
        assertThat(told(Start.following(at("2026-11-20 17:00")), Budget.of(1, WORKING_DAY)))
                .startsWith("planned[2026-11-20] first-day-planned[2026-11-20]");
        assertThat(told(Start.following(at("2026-11-20 10:00")), new Budget(1, SAME_DAY, null)))
                .startsWith("planned[2026-11-20] same-day[2026-11-20]");
        assertThat(told(Start.following(at("2026-11-20 10:00")), Budget.of(1, WORKING_HOUR)))
                .startsWith("planned[2026-11-20] at-work[]");
    }

    @Test
    void of_working_hours_that_begin_at_work() {
        assertThat(told(received("2026-11-20 16:00"), Budget.of(2, WORKING_HOUR)))
                .isEqualTo("""
                        received[2026-11-20] at-work[]
                        time[PT1H] in-session[13:00, 17:00]
                        skipped[] rest[]
                        time[PT1H] in-session[07:30, 11:30]
                        due[2026-11-23T01:30:00Z] due-minute[]""");
    }

    @Test
    void of_working_hours_that_wait_for_the_opening() {
        assertThat(told(received("2026-11-21 09:00"), Budget.of(4, WORKING_HOUR)))
                .isEqualTo("""
                        received[2026-11-21] from-opening[2026-11-23T00:30:00Z]
                        skipped[] rest[]
                        time[PT4H] in-session[07:30, 11:30]
                        due[2026-11-23T04:30:00Z] due-minute[]""");
    }

    @Test
    void of_working_hours_that_end_with_the_day() {
        assertThat(told(received("2026-11-20 13:00"), Budget.of(4, WORKING_HOUR)))
                .endsWith("due[2026-11-20T10:00:00Z] due-close[]");
    }

    @Test
    void of_working_hours_on_a_day_that_is_made_up() {
        assertThat(told(received("2025-04-26 10:30"), Budget.of(1, WORKING_HOUR)))
                .contains("time[PT1H] make-up[Làm bù cho 2/5, 6150/TB-BLĐTBXH]");
    }

    @Test
    void of_hours_on_the_wall() {
        assertThat(told(received("2026-11-20 16:00"), Budget.of(24, HOUR))).isEqualTo("""
                        received[2026-11-20] on-the-wall[]
                        time[PT24H] on-the-wall[]
                        due[2026-11-21T09:00:00Z] due-minute[]""");
    }

    @Test
    void of_calendar_days_whose_last_gives_way() {
        assertThat(told(received("2026-11-19 10:00"), Budget.of(2, CALENDAR_DAY)))
                .isEqualTo("""
                        received[2026-11-19] first-day[2026-11-19]
                        calendar-days[2] of-budget[1, 2, 2]
                        moved[2026-11-23] rest[]
                        due[2026-11-23T10:00:00Z] due-close[]""");
        assertThat(told(received("2026-11-23 10:00"), Budget.of(1, CALENDAR_DAY)))
                .contains("moved[2026-11-25] holiday[Ngày Văn hóa Việt Nam, 28/2026/QH16]");
    }

    @Test
    void of_calendar_days_goes_on_counting_after_a_pause() {
        assertThat(told(
                        received("2026-11-02 10:00"),
                        Budget.of(10, CALENDAR_DAY),
                        new Pause(at("2026-11-04 09:00"), at("2026-11-10 15:30"))))
                .contains(
                        "calendar-days[2] of-budget[1, 2, 10]",
                        "paused[] paused-days[8, 2026-11-10]",
                        "calendar-days[8] of-budget[3, 10, 10]");
    }

    @Test
    void of_a_pause_on_the_last_day_and_of_hours() {
        assertThat(told(
                        received("2026-11-02 10:00"),
                        Budget.of(5, WORKING_DAY),
                        new Pause(at("2026-11-09 10:00"), at("2026-11-12 09:00"))))
                .contains("paused[] paused-last-day[2026-11-12]");
        assertThat(told(
                        received("2026-11-16 08:00"),
                        Budget.of(4, WORKING_HOUR),
                        new Pause(at("2026-11-16 09:10"), at("2026-11-16 13:40"))))
                .contains("time[PT1H10M] in-session[07:30, 11:30]", "paused[] paused-time[PT2H50M]");
        assertThat(told(
                        received("2026-11-16 08:00"),
                        Budget.of(4, WORKING_HOUR),
                        new Pause(at("2026-11-16 08:00"), at("2026-11-16 09:00"))))
                .as("nothing counted before it")
                .startsWith("received[2026-11-16] at-work[]\npaused[] paused-time[PT4H]");
    }

    @Test
    void of_an_extension() {
        var due = DueDates.compute(
                ward,
                received("2026-11-02 10:00"),
                Budget.of(1, WORKING_DAY),
                List.of(Budget.of(2, WORKING_DAY)),
                List.of());

        assertThat(told(due))
                .contains(
                        "extended[2 WORKING_DAY] extended[]",
                        "planned[2026-11-03] first-day-planned[2026-11-03]\nworking-days[2] of-budget[1, 2, 2]");
    }

    @Test
    void of_a_day_that_nobody_confirmed_names_it() {
        var due = DueDates.compute(ward, at("2026-08-21 10:00"), Budget.of(1, WORKING_DAY), List.of());

        assertThat(told(due))
                .endsWith("provisional[] day-unconfirmed[2026-08-22, Làm bù cho 31/8]")
                .contains("working-days[1] make-up[Làm bù cho 31/8, 9441/TB-BNV]");
    }

    @Test
    void begins_and_ends_where_the_stretch_does() {
        var due = DueDates.compute(ward, at("2026-11-19 10:00"), Budget.of(2, CALENDAR_DAY), List.of());

        assertThat(due.lines())
                .extracting(Line::from)
                .containsExactly(
                        at("2026-11-19 10:00"), at("2026-11-20 00:00"), at("2026-11-21 00:00"), at("2026-11-23 17:00"));
        assertThat(due.lines())
                .extracting(Line::to)
                .containsExactly(
                        at("2026-11-19 10:00"), at("2026-11-22 00:00"), at("2026-11-23 00:00"), at("2026-11-23 17:00"));
    }

    @Test
    void nothing_is_used_before_the_start() {
        assertThat(DueDates.used(ward, at("2026-11-20 10:00"), at("2026-11-20 09:00"), WORKING_HOUR, List.of()))
                .isEqualTo(Duration.ZERO);
    }

    private static Start received(String at) {
        return Start.received(at(at));
    }

    private String told(Start start, Budget budget, Pause... pauses) {
        return told(DueDates.compute(ward, start, budget, List.of(), List.of(pauses)));
    }

    private static String told(Due due) {
        return due.lines().stream()
                .map(line -> line.what().code() + line.what().args() + " "
                        + line.why().code() + line.why().args())
                .collect(Collectors.joining("\n"));
    }
}
