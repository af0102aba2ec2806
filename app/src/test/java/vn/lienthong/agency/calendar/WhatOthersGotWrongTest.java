package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_HOUR;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults that users of other systems reported, so that they are never repeated here. November 2026, see DueDatesTest. */
class WhatOthersGotWrongTest {

    private final WorkingCalendar ward = Offices.ward();

    @Test
    @DisplayName("glpi#10594: a pause over a weekend is credited once, in working time")
    void a_pause_over_a_weekend_is_credited_once() {
        var pause = new Pause(at("2026-11-06 16:00"), at("2026-11-09 08:00"));

        assertThat(due("2026-11-04 10:00", Budget.of(24, WORKING_HOUR))).isEqualTo(at("2026-11-09 10:00"));
        assertThat(due("2026-11-04 10:00", Budget.of(24, WORKING_HOUR), pause)).isEqualTo(at("2026-11-09 11:30"));
        assertThat(due("2026-11-04 10:00", Budget.of(5, WORKING_DAY))).isEqualTo(at("2026-11-11 17:00"));
        assertThat(due("2026-11-04 10:00", Budget.of(5, WORKING_DAY), pause)).isEqualTo(at("2026-11-12 17:00"));
    }

    @Test
    @DisplayName("glpi#6902: a pause is not lost when the agreed time changes")
    void a_pause_is_not_lost_when_the_budget_is_extended() {
        var pause = new Pause(at("2026-11-04 09:00"), at("2026-11-06 09:00"));

        var due = DueDates.compute(
                ward,
                Start.received(at("2026-11-02 10:00")),
                Budget.of(5, WORKING_DAY),
                List.of(Budget.of(3, WORKING_DAY)),
                List.of(pause));

        assertThat(due.dueAt()).isEqualTo(at("2026-11-16 17:00")); // 9 + 2 paused + 3 extended, in working days
    }

    @Test
    @DisplayName("glpi#24481: nothing is used up, and so nothing is breached, while the clock stands still")
    void nothing_is_used_up_while_paused() {
        var standing = List.of(new Pause(at("2026-11-04 09:00"), null));

        var after = DueDates.used(ward, at("2026-11-02 10:00"), at("2026-12-24 09:00"), WORKING_DAY, standing);

        assertThat(after)
                .isEqualTo(DueDates.used(ward, at("2026-11-02 10:00"), at("2026-11-04 09:00"), WORKING_DAY, standing));
    }

    @Test
    @DisplayName("zammad#4432: nobody is called at midnight")
    void what_happens_at_midnight_is_told_at_the_next_opening() {
        assertThat(ward.atWork(at("2026-11-21 00:00"))).isEqualTo(at("2026-11-23 07:30"));
    }

    @Test
    @DisplayName("zammad#3180: an office that never closes loses no minute at 23:59")
    void a_day_around_the_clock_has_all_its_minutes() {
        var hotline = Offices.hotline();

        assertThat(hotline.workingTime(at("2026-11-01 00:00"), at("2026-12-01 00:00")))
                .isEqualTo(Duration.ofDays(30));
        assertThat(DueDates.compute(hotline, at("2026-11-20 10:00"), Budget.of(240, WORKING_HOUR), List.of())
                        .dueAt())
                .isEqualTo(at("2026-11-30 10:00"));
    }

    @Test
    @DisplayName("jBPM-9546: a clock that starts before opening hours runs from the opening")
    void a_clock_started_before_opening_runs_from_the_opening() {
        assertThat(due("2026-11-20 05:00", Budget.of(2, WORKING_HOUR))).isEqualTo(at("2026-11-20 09:30"));
        assertThat(due("2026-11-20 05:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2026-11-23 17:00"));
    }

    @Test
    @DisplayName("jmix#790: one working day is not twenty-four working hours")
    void one_working_day_is_the_next_day() {
        assertThat(due("2026-11-16 10:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2026-11-17 17:00"));
    }

    @Test
    @DisplayName("gemma-zaken#1953: a suspension moves the date")
    void a_suspension_moves_the_date() {
        var suspended = due(
                "2026-11-02 10:00",
                Budget.of(5, WORKING_DAY),
                new Pause(at("2026-11-04 09:00"), at("2026-11-05 09:00")));

        assertThat(suspended).isAfter(due("2026-11-02 10:00", Budget.of(5, WORKING_DAY)));
    }

    @Test
    @DisplayName("KADAI#2347: three days that start on a Sunday end on Thursday")
    void three_days_from_a_sunday() {
        assertThat(due("2026-11-15 12:00", Budget.of(3, WORKING_DAY))).isEqualTo(at("2026-11-19 17:00"));
    }

    @Test
    @DisplayName("KADAI#2352: a date follows from the calendar, so a calendar that changes changes it")
    void a_new_holiday_moves_the_date() {
        var days = new ArrayList<>(PublishedDays.ofPublicService());
        days.add(new Day(LocalDate.of(2026, 11, 18), Day.Kind.HOLIDAY, "Hoán đổi", "mới", true));
        var changed = WorkingCalendar.of(
                "changed",
                Offices.VIETNAM,
                Week.mondayToFriday(Offices.ALWAYS, Offices.MORNING, Offices.AFTERNOON),
                days);

        var due = DueDates.compute(changed, at("2026-11-16 10:00"), Budget.of(3, WORKING_DAY), List.of());

        assertThat(due("2026-11-16 10:00", Budget.of(3, WORKING_DAY))).isEqualTo(at("2026-11-19 17:00"));
        assertThat(due.dueAt()).isEqualTo(at("2026-11-20 17:00"));
    }

    @Test
    @DisplayName("KADAI: a holiday has a year, so Tết is where the moon puts it")
    void tet_falls_on_other_days_every_year() {
        assertThat(due("2024-02-07 10:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2024-02-15 17:00"));
        assertThat(due("2025-01-24 10:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2025-02-03 17:00"));
        assertThat(due("2026-02-13 10:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2026-02-23 17:00"));
    }

    @Test
    @DisplayName("motcua#3: the dates of linked units are composed, one after the other")
    void linked_units_are_summed() {
        var commune = due("2026-11-20 09:00", Budget.of(5, WORKING_DAY));
        var department =
                DueDates.compute(ward, Start.following(commune), Budget.of(7, WORKING_DAY), List.of(), List.of());

        assertThat(commune).isEqualTo(at("2026-11-30 17:00"));
        assertThat(department.dueAt()).isEqualTo(at("2026-12-09 17:00"));
    }

    @Test
    @DisplayName("opencps#1254: several supplements do not push a dossier into being overdue")
    void three_supplements_leave_the_officers_their_days() {
        var due = due(
                "2026-11-02 10:00",
                Budget.of(
                        5,
                        WORKING_DAY), // Tue 3 | after Fri 6: Mon 9 | after Thu 12: Fri 13 | after Wed 18: Thu 19, Fri
                // 20
                new Pause(at("2026-11-03 09:00"), at("2026-11-06 09:00")),
                new Pause(at("2026-11-09 09:00"), at("2026-11-12 09:00")),
                new Pause(at("2026-11-13 09:00"), at("2026-11-18 09:00")));

        assertThat(due).isEqualTo(at("2026-11-20 17:00"));
    }

    @Test
    @DisplayName("opencps#1252: what remains is told in working units")
    void what_remains_is_told_in_working_units() {
        var remaining = Remaining.between(ward, at("2026-11-20 16:00"), at("2026-11-25 17:00"));

        assertThat(remaining).isEqualTo(new Remaining(2, WORKING_DAY, false)); // five days on the wall
    }

    @Test
    @DisplayName("A deployed system: the day after a Friday is not a Saturday")
    void the_day_after_friday_is_monday() {
        assertThat(due("2026-11-06 10:00", Budget.of(1, WORKING_DAY))).isEqualTo(at("2026-11-09 17:00"));
    }

    @Test
    @DisplayName("A deployed system: holidays that are over still count when a date is computed again")
    void holidays_of_the_past_are_still_holidays() {
        assertThat(due("2024-04-26 10:00", Budget.of(2, WORKING_DAY))).isEqualTo(at("2024-05-03 17:00"));
        assertThat(due("2024-04-26 10:00", Budget.of(3, WORKING_DAY))).isEqualTo(at("2024-05-04 17:00"));
    }

    private Instant due(String received, Budget budget, Pause... pauses) {
        return DueDates.compute(ward, at(received), budget, List.of(pauses)).dueAt();
    }
}
