package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.agency.calendar.BudgetUnit.CALENDAR_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.HOUR;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_DAY;
import static vn.lienthong.agency.calendar.BudgetUnit.WORKING_HOUR;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** November 2026: the 20th is a Friday, the 24th (a Tuesday) is the Day of Vietnamese Culture. */
class DueDatesTest {

    private static final LocalTime THREE = LocalTime.of(15, 0);

    private final WorkingCalendar ward = Offices.ward();

    @Nested
    class WorkingHours {

        @ParameterizedTest
        @CsvSource({
            "2026-11-20 08:00, 2, 2026-11-20 10:00",
            "2026-11-20 10:00, 2, 2026-11-20 13:30",
            "2026-11-20 07:30, 4, 2026-11-20 11:30", // ends exactly with the morning: due then, not at 13:00
            "2026-11-20 13:00, 4, 2026-11-20 17:00", // ends exactly with the day: due then, not on Monday
            "2026-11-20 12:00, 4, 2026-11-20 17:00", // received over lunch
            "2026-11-20 11:30, 4, 2026-11-20 17:00", // at the very close of the morning
            "2026-11-20 17:00, 1, 2026-11-23 08:30", // at the very close of the day
            "2026-11-21 10:00, 1, 2026-11-23 08:30", // on a Saturday
            "2026-11-23 16:00, 2, 2026-11-25 08:30", // across the holiday
            "2026-02-13 16:00, 2, 2026-02-23 08:30" // across Tết
        })
        void consume_session_time_only(String received, int hours, String due) {
            assertThat(due(received, Budget.of(hours, WORKING_HOUR))).isEqualTo(at(due));
        }

        @Test
        void do_not_know_a_cut_off() {
            var due = due("2026-11-20 15:20", new Budget(1, WORKING_HOUR, THREE));

            assertThat(due).isEqualTo(at("2026-11-20 16:20"));
        }
    }

    @Nested
    class WorkingDays {

        @ParameterizedTest
        @CsvSource({
            "2026-11-16 10:05, 1, 2026-11-17 17:00",
            "2026-11-16 06:00, 1, 2026-11-17 17:00", // before opening is that day
            "2026-11-16 16:59, 1, 2026-11-17 17:00",
            "2026-11-16 17:00, 1, 2026-11-18 17:00", // exactly at closing time is after it
            "2026-11-20 10:05, 5, 2026-11-30 17:00", // over a weekend and the holiday
            "2026-11-21 10:05, 1, 2026-11-25 17:00", // Saturday counts as received on Monday; Tuesday is the holiday
            "2026-08-21 10:00, 1, 2026-08-22 17:00", // the next day is a Saturday that is worked
            "2026-08-28 10:00, 1, 2026-09-03 17:00" // a bridge day and the National Day
        })
        void do_not_count_the_first_and_end_with_the_close_of_the_last(String received, int days, String due) {
            assertThat(due(received, Budget.of(days, WORKING_DAY))).isEqualTo(at(due));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-11-16 14:59, 2026-11-17 17:00",
            "2026-11-16 15:00, 2026-11-18 17:00", // exactly at the cut-off is after it
            "2026-11-16 15:01, 2026-11-18 17:00",
            "2026-11-14 14:00, 2026-11-17 17:00" // Saturday before the hour of the cut-off: Monday once, not twice
        })
        void begin_a_day_later_after_the_cut_off(String received, String due) {
            assertThat(due(received, new Budget(1, WORKING_DAY, THREE))).isEqualTo(at(due));
        }

        @Test
        void end_when_the_agency_that_owes_them_closes() {
            var saturdays = DueDates.compute(
                    Offices.wardWithSaturdayMornings(), at("2026-11-20 10:00"), Budget.of(1, WORKING_DAY), List.of());

            assertThat(saturdays.dueAt()).isEqualTo(at("2026-11-21 11:30"));
        }
    }

    @Nested
    class CalendarDays {

        @ParameterizedTest
        @CsvSource({
            "2026-11-16 10:00, 3, 2026-11-19 17:00",
            "2026-11-19 10:00, 2, 2026-11-23 17:00", // a Saturday gives way to Monday
            "2026-11-21 10:00, 1, 2026-11-25 17:00", // received Saturday = Monday; Tuesday's holiday gives way
            "2026-02-13 10:00, 3, 2026-02-23 17:00", // Tết gives way to the Monday after
            "2026-11-16 17:00, 1, 2026-11-18 17:00"
        })
        void count_every_day_and_move_only_the_last(String received, int days, String due) {
            assertThat(due(received, Budget.of(days, CALENDAR_DAY))).isEqualTo(at(due));
        }
    }

    @Nested
    class Hours {

        @ParameterizedTest
        @CsvSource({
            "2026-11-20 16:00, 24, 2026-11-21 16:00",
            "2026-11-20 23:00, 1, 2026-11-21 00:00",
            "2026-02-16 03:15, 8, 2026-02-16 11:15"
        })
        void pass_on_the_wall_and_are_not_moved(String received, int hours, String due) {
            assertThat(due(received, Budget.of(hours, HOUR))).isEqualTo(at(due));
        }
    }

    @Nested
    class TheSameDay {

        @ParameterizedTest
        @CsvSource({
            "2026-11-20 06:00, 2026-11-20 17:00",
            "2026-11-20 14:59, 2026-11-20 17:00",
            "2026-11-20 15:00, 2026-11-23 17:00",
            "2026-11-22 08:00, 2026-11-23 17:00",
            "2026-11-23 15:20, 2026-11-25 17:00",
            "2026-02-13 15:20, 2026-02-23 17:00"
        })
        void ends_with_the_day_of_receipt_or_the_next_after_the_cut_off(String received, String due) {
            assertThat(due(received, Budget.sameDay(THREE))).isEqualTo(at(due));
        }

        @Test
        void without_a_cut_off_lasts_until_closing_time() {
            assertThat(due("2026-11-20 16:59", Budget.sameDay(null))).isEqualTo(at("2026-11-20 17:00"));
            assertThat(due("2026-11-20 17:00", Budget.sameDay(null))).isEqualTo(at("2026-11-23 17:00"));
        }
    }

    @Nested
    class AClockThatFollowsAnother {

        @Test
        void counts_from_the_day_on_which_the_earlier_is_due() {
            assertThat(following("2026-11-20 17:00", Budget.of(5, WORKING_DAY))).isEqualTo(at("2026-11-30 17:00"));
            assertThat(following("2026-11-20 17:00", Budget.of(3, CALENDAR_DAY)))
                    .isEqualTo(at("2026-11-23 17:00"));
        }

        @Test
        void counts_hours_from_the_minute_on_which_the_earlier_is_due() {
            assertThat(following("2026-11-20 17:00", Budget.of(1, WORKING_HOUR)))
                    .isEqualTo(at("2026-11-23 08:30"));
            assertThat(following("2026-11-20 17:00", Budget.of(1, HOUR))).isEqualTo(at("2026-11-20 18:00"));
        }

        @Test
        void has_the_next_day_for_what_is_done_the_same_day() {
            assertThat(following("2026-11-20 17:00", Budget.sameDay(null))).isEqualTo(at("2026-11-23 17:00"));
        }

        @Test
        void respects_its_own_cut_off_but_what_ends_exactly_then_is_in_time() {
            assertThat(following("2026-11-16 17:00", new Budget(1, WORKING_DAY, THREE)))
                    .isEqualTo(at("2026-11-18 17:00"));
            assertThat(following("2026-11-16 15:00", new Budget(1, WORKING_DAY, THREE)))
                    .isEqualTo(at("2026-11-17 17:00"));
        }

        @Test
        void begins_on_the_next_working_day_of_an_agency_that_has_closed_by_then() {
            var due = DueDates.compute(
                    Offices.insurance(), // closes at 16:30
                    Start.following(at("2026-11-16 17:00")),
                    Budget.of(1, WORKING_DAY),
                    List.of(),
                    List.of());

            assertThat(due.dueAt()).isEqualTo(at("2026-11-18 12:00")); // and at noon on Wednesdays
        }

        private Instant following(String earlierDue, Budget budget) {
            return DueDates.compute(ward, Start.following(at(earlierDue)), budget, List.of(), List.of())
                    .dueAt();
        }
    }

    @Nested
    class APause {

        private final Budget fiveDays = Budget.of(5, WORKING_DAY);

        @Test
        void counts_what_was_left_after_its_first_day_again_from_its_last() {
            // Mon 2nd; Tue 3, Wed 4 | Thu 5, Fri 6, Mon 9 are left; after Thu 12: Fri 13, Mon 16, Tue 17
            var due = due("2026-11-02 10:00", fiveDays, pause("2026-11-04 09:00", "2026-11-12 15:30"));

            assertThat(due).isEqualTo(at("2026-11-17 17:00"));
        }

        @Test
        void within_one_day_changes_nothing() {
            var due = due("2026-11-02 10:00", fiveDays, pause("2026-11-04 09:00", "2026-11-04 15:30"));

            assertThat(due).isEqualTo(at("2026-11-09 17:00"));
        }

        @Test
        void within_a_weekend_changes_nothing() {
            var due = due("2026-11-02 10:00", fiveDays, pause("2026-11-06 18:00", "2026-11-08 20:00"));

            assertThat(due).isEqualTo(at("2026-11-09 17:00"));
        }

        @Test
        void on_the_last_day_leaves_the_day_on_which_it_ends() {
            assertThat(due("2026-11-02 10:00", fiveDays, pause("2026-11-09 10:00", "2026-11-12 09:00")))
                    .isEqualTo(at("2026-11-12 17:00"));
            assertThat(due("2026-11-02 10:00", fiveDays, pause("2026-11-09 10:00", "2026-11-12 18:00")))
                    .isEqualTo(at("2026-11-13 17:00"));
        }

        @Test
        void that_begins_when_the_date_has_passed_does_not_heal_lateness() {
            assertThat(due("2026-11-02 10:00", fiveDays, pause("2026-11-09 17:00", "2026-11-12 09:00")))
                    .isEqualTo(at("2026-11-09 17:00"));
        }

        @Test
        void before_the_first_day_moves_the_first_day() {
            // received on Saturday = Monday the 9th; complete only on Wednesday
            var due = due("2026-11-07 10:00", Budget.of(2, WORKING_DAY), pause("2026-11-07 12:00", "2026-11-11 09:00"));

            assertThat(due).isEqualTo(at("2026-11-13 17:00"));
        }

        @Test
        void that_overlaps_another_is_taken_out_once() {
            var due = due(
                    "2026-11-02 10:00",
                    fiveDays,
                    pause("2026-11-04 09:00", "2026-11-10 09:00"),
                    pause("2026-11-05 09:00", "2026-11-12 15:30"),
                    pause("2026-11-05 10:00", "2026-11-06 15:30"));

            assertThat(due).isEqualTo(at("2026-11-17 17:00"));
        }

        @Test
        void of_a_calendar_day_budget_counts_every_day_that_was_left() {
            // Mon 2nd + 10 days = Thu 12; 8 days left after Wed 4; after Tue 10: Wed 18
            var due =
                    due("2026-11-02 10:00", Budget.of(10, CALENDAR_DAY), pause("2026-11-04 09:00", "2026-11-10 15:30"));

            assertThat(due).isEqualTo(at("2026-11-18 17:00"));
        }

        @Test
        void of_hours_is_taken_out_to_the_minute() {
            assertThat(due(
                            "2026-11-16 08:00",
                            Budget.of(4, WORKING_HOUR),
                            pause("2026-11-16 09:10", "2026-11-16 13:40")))
                    .isEqualTo(at("2026-11-16 16:30"));
            assertThat(due("2026-11-16 08:00", Budget.of(24, HOUR), pause("2026-11-16 20:00", "2026-11-17 02:30")))
                    .isEqualTo(at("2026-11-17 14:30"));
        }

        @Test
        void on_the_same_day_lets_it_end_on_the_day_of_resumption_like_a_new_receipt() {
            assertThat(due("2026-11-16 10:00", Budget.sameDay(THREE), pause("2026-11-16 11:00", "2026-11-18 14:00")))
                    .isEqualTo(at("2026-11-18 17:00"));
            assertThat(due("2026-11-16 10:00", Budget.sameDay(THREE), pause("2026-11-16 11:00", "2026-11-18 15:00")))
                    .isEqualTo(at("2026-11-19 17:00"));
        }

        @Test
        void that_has_not_ended_leaves_the_date_and_says_so() {
            var due = DueDates.compute(
                    ward, at("2026-11-02 10:00"), fiveDays, List.of(new Pause(at("2026-11-04 09:00"), null)));

            assertThat(due.dueAt()).isEqualTo(at("2026-11-09 17:00"));
            assertThat(due.lines()).anyMatch(line -> line.what().code().equals("standing"));
        }

        @Test
        void that_has_not_ended_but_began_too_late_is_not_mentioned() {
            var due = DueDates.compute(
                    ward, at("2026-11-02 10:00"), fiveDays, List.of(new Pause(at("2026-11-09 17:00"), null)));

            assertThat(due.lines()).noneMatch(line -> line.what().code().equals("standing"));
        }
    }

    @Nested
    class AnExtension {

        @Test
        void is_counted_from_the_date_before_it() {
            var due = DueDates.compute(
                    ward,
                    Start.received(at("2026-11-02 10:00")),
                    Budget.of(5, WORKING_DAY),
                    List.of(Budget.of(2, WORKING_DAY), Budget.of(1, WORKING_DAY)),
                    List.of());

            assertThat(due.dueAt()).isEqualTo(at("2026-11-12 17:00"));
        }

        @Test
        void can_be_paused_too_and_keeps_what_was_paused_before() {
            var due = DueDates.compute(
                    ward,
                    Start.received(at("2026-11-02 10:00")),
                    Budget.of(5, WORKING_DAY), // Mon 9; paused one day: Tue 10
                    List.of(Budget.of(2, WORKING_DAY)), // Thu 12; paused from the 11th to the 13th: Mon 16
                    List.of(
                            new Pause(at("2026-11-04 09:00"), at("2026-11-05 09:00")),
                            new Pause(at("2026-11-11 09:00"), at("2026-11-13 09:00"))));

            assertThat(due.dueAt()).isEqualTo(at("2026-11-16 17:00"));
        }
    }

    @Nested
    class AShareOfAClock {

        @Test
        void is_reached_in_session_time() {
            assertThat(share("2026-11-16 07:30", Budget.of(10, WORKING_HOUR), 0.8))
                    .isEqualTo(at("2026-11-16 17:00"));
            assertThat(share("2026-11-16 07:30", Budget.of(10, WORKING_HOUR), 1.0))
                    .isEqualTo(at("2026-11-17 09:30"));
        }

        @Test
        void of_days_is_reached_in_the_session_time_up_to_the_due_date() {
            // Mon 07:30 to Fri 17:00 are 40 hours, half of them end with Wednesday noon
            assertThat(share("2026-11-16 07:30", Budget.of(4, WORKING_DAY), 0.5))
                    .isEqualTo(at("2026-11-18 11:30"));
        }

        @Test
        void of_hours_on_the_wall_is_reached_at_night_too() {
            assertThat(share("2026-11-16 18:00", Budget.of(10, HOUR), 0.8)).isEqualTo(at("2026-11-17 02:00"));
        }

        @Test
        void waits_while_the_clock_stands_still() {
            var pause = new Pause(at("2026-11-16 08:30"), at("2026-11-18 08:30"));
            var budget = Budget.of(10, WORKING_HOUR);
            var start = at("2026-11-16 07:30");
            var due = DueDates.compute(ward, start, budget, List.of(pause)).dueAt();

            var half = DueDates.share(ward, start, due, budget.unit(), List.of(pause), 0.5);

            assertThat(half).isEqualTo(at("2026-11-18 14:00"));
        }

        private Instant share(String received, Budget budget, double share) {
            var start = at(received);
            var due = DueDates.compute(ward, start, budget, List.of()).dueAt();
            return DueDates.share(ward, start, due, budget.unit(), List.of(), share);
        }
    }

    @Nested
    class TheTimeUsed {

        @Test
        void does_not_grow_while_the_clock_stands_still() {
            var pauses = List.of(
                    new Pause(at("2026-11-16 09:30"), at("2026-11-16 10:30")), new Pause(at("2026-11-16 14:00"), null));

            assertThat(used("2026-11-16 13:30", pauses)).isEqualTo(Duration.ofMinutes(210));
            assertThat(used("2026-11-16 14:00", pauses)).isEqualTo(Duration.ofHours(4));
            assertThat(used("2026-11-27 14:00", pauses)).isEqualTo(Duration.ofHours(4));
            assertThat(used("2026-11-16 10:00", pauses)).isEqualTo(Duration.ofHours(2));
        }

        private Duration used(String until, List<Pause> pauses) {
            return DueDates.used(ward, at("2026-11-16 07:30"), at(until), WORKING_HOUR, pauses);
        }
    }

    @Nested
    class ADateThatRestsOnUnconfirmedDays {

        @Test
        void is_provisional() {
            assertThat(provisional("2026-12-28 10:00", Budget.of(5, WORKING_DAY)))
                    .isTrue();
            assertThat(provisional("2027-03-01 10:00", Budget.of(1, WORKING_DAY)))
                    .isTrue();
            assertThat(provisional("2026-08-20 10:00", Budget.of(2, WORKING_DAY)))
                    .isTrue();
            assertThat(provisional("2026-12-31 16:30", Budget.of(1, WORKING_HOUR)))
                    .isTrue();
            assertThat(provisional("2026-12-30 10:00", Budget.of(3, CALENDAR_DAY)))
                    .isTrue();
        }

        @Test
        void is_named_once_per_year() {
            var due = DueDates.compute(ward, at("2026-12-28 10:00"), Budget.of(9, WORKING_DAY), List.of());

            assertThat(due.lines().stream().filter(line -> line.what().code().equals("provisional")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.why()).isEqualTo(Phrase.of("year-unconfirmed", 2027)));
        }

        @Test
        void is_certain_when_no_such_day_was_needed() {
            assertThat(provisional("2026-11-20 10:05", Budget.of(5, WORKING_DAY)))
                    .isFalse();
            assertThat(provisional("2026-12-28 10:00", Budget.of(200, HOUR))).isFalse();
            assertThat(provisional("2026-08-20 10:00", Budget.of(4, CALENDAR_DAY)))
                    .isFalse();
        }

        private boolean provisional(String received, Budget budget) {
            return DueDates.compute(ward, at(received), budget, List.of()).provisional();
        }
    }

    @Nested
    class TheAccount {

        @Test
        void names_every_stretch_and_its_reason() {
            var due = DueDates.compute(ward, at("2026-11-20 15:20"), new Budget(5, WORKING_DAY, THREE), List.of());

            assertThat(due.lines())
                    .containsExactly(
                            line(
                                    "2026-11-20 15:20",
                                    "2026-11-20 15:20",
                                    Phrase.of("received", LocalDate.of(2026, 11, 23)),
                                    Phrase.of("after-cut-off", "15:00", LocalDate.of(2026, 11, 23))),
                            line("2026-11-21 00:00", "2026-11-23 00:00", Phrase.of("skipped"), Phrase.of("rest")),
                            line(
                                    "2026-11-24 00:00",
                                    "2026-11-25 00:00",
                                    Phrase.of("skipped"),
                                    Phrase.of("holiday", "Ngày Văn hóa Việt Nam", "28/2026/QH16")),
                            line(
                                    "2026-11-25 07:30",
                                    "2026-11-27 17:00",
                                    Phrase.of("working-days", 3),
                                    Phrase.of("of-budget", 1, 3, 5)),
                            line("2026-11-28 00:00", "2026-11-30 00:00", Phrase.of("skipped"), Phrase.of("rest")),
                            line(
                                    "2026-11-30 07:30",
                                    "2026-12-01 17:00",
                                    Phrase.of("working-days", 2),
                                    Phrase.of("of-budget", 4, 5, 5)),
                            line(
                                    "2026-12-01 17:00",
                                    "2026-12-01 17:00",
                                    Phrase.of("due", at("2026-12-01 17:00")),
                                    Phrase.of("due-close")));
        }

        @Test
        void names_the_hours_that_counted() {
            var due = DueDates.compute(ward, at("2026-11-20 10:00"), Budget.of(2, WORKING_HOUR), List.of());

            assertThat(due.lines())
                    .extracting(Line::from, Line::to)
                    .contains(
                            tuple(at("2026-11-20 10:00"), at("2026-11-20 11:30")),
                            tuple(at("2026-11-20 13:00"), at("2026-11-20 13:30")));
        }

        @Test
        void names_a_made_up_day_and_its_notice() {
            var due = DueDates.compute(ward, at("2025-04-25 10:00"), Budget.of(1, WORKING_DAY), List.of());

            assertThat(due.dueAt()).isEqualTo(at("2025-04-26 17:00"));
            assertThat(due.lines())
                    .extracting(Line::why)
                    .contains(Phrase.of("make-up", "Làm bù cho 2/5", "6150/TB-BLĐTBXH"));
        }

        @Test
        void tells_what_a_pause_left() {
            var due = DueDates.compute(
                    ward,
                    at("2026-11-02 10:00"),
                    Budget.of(5, WORKING_DAY),
                    List.of(new Pause(at("2026-11-04 09:00"), at("2026-11-12 15:30"))));

            assertThat(due.lines())
                    .contains(line(
                            "2026-11-04 09:00",
                            "2026-11-12 15:30",
                            Phrase.of("paused"),
                            Phrase.of("paused-working-days", 3, LocalDate.of(2026, 11, 12))));
        }

        private Line line(String from, String to, Phrase what, Phrase why) {
            return new Line(at(from), at(to), what, why);
        }
    }

    @Test
    void a_budget_of_nothing_or_of_absurd_size_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.of(0, WORKING_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.of(-1, BudgetUnit.SAME_DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.of(10_001, HOUR));
        assertThat(Budget.of(10_000, HOUR).amount()).isEqualTo(10_000);
    }

    @Test
    void a_budget_is_read_as_a_designer_writes_it() {
        assertThat(Budget.parse("4 WORKING_HOUR")).isEqualTo(Budget.of(4, WORKING_HOUR));
        assertThat(Budget.parse(" 1 SAME_DAY 15:00 ")).isEqualTo(Budget.sameDay(THREE));
        assertThat(Budget.parse(Budget.sameDay(THREE).toString())).isEqualTo(Budget.sameDay(THREE));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.parse("P1D"));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.parse("3 FORTNIGHT"));
    }

    private Instant due(String received, Budget budget, Pause... pauses) {
        return DueDates.compute(ward, at(received), budget, List.of(pauses)).dueAt();
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }
}
