package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.agency.calendar.Offices.ALWAYS;
import static vn.lienthong.agency.calendar.Offices.VIETNAM;
import static vn.lienthong.agency.calendar.Offices.at;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private final WorkingCalendar ward = Offices.ward();

    @Test
    void a_made_up_saturday_is_worked_like_a_monday() {
        var saturday = LocalDate.of(2026, 1, 10);

        assertThat(ward.isWorkingDay(saturday)).isTrue();
        assertThat(ward.sessionsOn(saturday)).containsExactly(Offices.MORNING, Offices.AFTERNOON);
        assertThat(ward.dayInfo(saturday)).extracting(Day::name).isEqualTo("Làm bù cho 2/1");
    }

    @Test
    void a_made_up_day_may_have_sessions_of_its_own() {
        var saturday = LocalDate.of(2026, 11, 21);
        var calendar = WorkingCalendar.of(
                "half",
                VIETNAM,
                Week.mondayToFriday(ALWAYS, Offices.MORNING, Offices.AFTERNOON),
                List.of(new Day(saturday, Day.Kind.MAKE_UP, "", "", true, List.of(Session.parse("08:00-10:00")))));

        assertThat(calendar.closeOf(saturday)).isEqualTo(at("2026-11-21 10:00"));
    }

    @Test
    void hours_change_from_a_date_on() {
        var summer = LocalDate.of(2026, 4, 15);
        var calendar = new WorkingCalendar(
                "summer",
                VIETNAM,
                List.of(
                        Week.mondayToFriday(summer, Session.parse("07:00-11:00"), Session.parse("13:30-17:30")),
                        Week.mondayToFriday(LocalDate.of(2026, 1, 1), Offices.MORNING, Offices.AFTERNOON)),
                List.of(),
                Set.of(2026));

        assertThat(calendar.closeOf(LocalDate.of(2026, 4, 14))).isEqualTo(at("2026-04-14 17:00"));
        assertThat(calendar.closeOf(summer)).isEqualTo(at("2026-04-15 17:30"));
        assertThat(calendar.closeOf(LocalDate.of(2025, 4, 15))).isEqualTo(at("2025-04-15 17:00"));
    }

    @Test
    void the_next_working_day_is_strictly_after() {
        assertThat(ward.nextWorkingDay(LocalDate.of(2026, 11, 19))).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(ward.nextWorkingDay(LocalDate.of(2026, 11, 20))).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(ward.nextWorkingDay(LocalDate.of(2026, 2, 13))).isEqualTo(LocalDate.of(2026, 2, 23));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 07:30, 2026-11-20 17:00, 480",
        "2026-11-20 11:30, 2026-11-20 13:00, 0",
        "2026-11-20 11:29, 2026-11-20 13:01, 2",
        "2026-11-20 17:00, 2026-11-23 07:30, 0",
        "2026-11-20 16:59, 2026-11-23 07:31, 2",
        "2026-11-20 10:00, 2026-11-20 10:00, 0",
        "2026-11-23 07:31, 2026-11-20 16:59, -2"
    })
    void working_time_is_session_time(String from, String to, long minutes) {
        assertThat(ward.workingTime(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 16:00, 60, 2026-11-20 17:00", // not Monday 07:30
        "2026-11-20 16:00, 61, 2026-11-23 07:31",
        "2026-11-20 12:00, 0, 2026-11-20 12:00",
        "2026-11-20 12:00, 30, 2026-11-20 13:30",
        "2026-11-21 12:00, 30, 2026-11-23 08:00",
        "2026-11-23 07:30, -60, 2026-11-20 16:00",
        "2026-11-23 08:30, -60, 2026-11-23 07:30", // not Friday 17:00
        "2026-11-20 13:30, -60, 2026-11-20 11:00",
        "2026-11-22 13:30, -480, 2026-11-20 07:30"
    })
    void working_time_is_added_and_taken_away(String from, int minutes, String to) {
        assertThat(ward.plusWorkingTime(at(from), Duration.ofMinutes(minutes))).isEqualTo(at(to));
        assertThat(ward.minusWorkingTime(at(from), Duration.ofMinutes(-minutes)))
                .isEqualTo(at(to));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 06:00, 2026-11-20 07:30",
        "2026-11-20 07:30, 2026-11-20 07:30",
        "2026-11-20 11:29, 2026-11-20 11:29",
        "2026-11-20 11:30, 2026-11-20 13:00",
        "2026-11-20 17:00, 2026-11-23 07:30",
        "2026-11-23 23:59, 2026-11-25 07:30"
    })
    void the_agency_is_at_work_now_or_at_the_next_opening(String moment, String atWork) {
        assertThat(ward.atWork(at(moment))).isEqualTo(at(atWork));
    }

    @Test
    void working_days_are_counted_after_the_first_up_to_the_last() {
        assertThat(ward.workingDays(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 30)))
                .isEqualTo(5);
        assertThat(ward.workingDays(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20)))
                .isZero();
        assertThat(ward.workingDays(LocalDate.of(2026, 11, 30), LocalDate.of(2026, 11, 20)))
                .isZero();
    }

    @Test
    void a_date_rests_on_its_year_and_on_its_own_notice() {
        assertThat(ward.confirmed(2026)).isTrue();
        assertThat(ward.confirmed(2027)).isFalse();
        assertThat(ward.confirmed(LocalDate.of(2026, 8, 22))).isFalse();
        assertThat(ward.confirmed(LocalDate.of(2026, 8, 31))).isTrue();
        assertThat(ward.confirmed(LocalDate.of(2026, 8, 21))).isTrue();
        assertThat(ward.confirmed(LocalDate.of(2027, 1, 4))).isFalse();
    }

    @Test
    void a_day_off_has_no_close() {
        assertThatIllegalArgumentException().isThrownBy(() -> ward.closeOf(LocalDate.of(2026, 11, 24)));
    }

    @Test
    void a_calendar_that_is_always_closed_is_found_out() {
        var days = new ArrayList<Day>();
        for (var date = LocalDate.of(2026, 1, 1); date.getYear() < 2029; date = date.plusDays(1)) {
            days.add(new Day(date, Day.Kind.HOLIDAY, "closed", "", true));
        }
        var closed = WorkingCalendar.of("closed", VIETNAM, Week.mondayToFriday(ALWAYS, Offices.MORNING), days);

        assertThatThrownBy(() -> closed.nextWorkingDay(LocalDate.of(2026, 6, 1)))
                .isInstanceOf(NoWorkingTime.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_closure_of_a_year_is_still_bridged() {
        var first = LocalDate.of(2026, 1, 1);
        var days = new ArrayList<Day>();
        for (int i = 0; i < WorkingCalendar.LONGEST_CLOSURE_DAYS; i++) {
            days.add(new Day(first.plusDays(i), Day.Kind.HOLIDAY, "closed", "", true));
        }
        var week = new EnumMap<DayOfWeek, List<Session>>(DayOfWeek.class);
        for (var weekday : DayOfWeek.values()) {
            week.put(weekday, List.of(Offices.MORNING));
        }
        var calendar = WorkingCalendar.of("long", VIETNAM, new Week(ALWAYS, week), days);

        assertThat(calendar.workingDayFrom(first)).isEqualTo(first.plusDays(WorkingCalendar.LONGEST_CLOSURE_DAYS));
    }

    @Test
    void sessions_that_contradict_themselves_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Session.parse("11:30-07:30"));
        assertThatIllegalArgumentException().isThrownBy(() -> Session.parse("07:30-07:30"));
        assertThatIllegalArgumentException().isThrownBy(() -> Session.parse("0730"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Week.mondayToFriday(ALWAYS, Session.parse("08:00-12:00"), Session.parse("11:59-17:00")));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Week.mondayToFriday(ALWAYS, Session.parse("08:00-00:00"), Session.parse("22:00-23:00")));
        assertThatIllegalArgumentException().isThrownBy(() -> Week.mondayToFriday(ALWAYS));
        assertThat(Week.mondayToFriday(ALWAYS, Session.parse("12:00-17:00"), Session.parse("08:00-12:00"))
                        .on(DayOfWeek.MONDAY))
                .first()
                .hasToString("08:00-12:00");
    }

    @Test
    void two_entries_for_one_day_are_refused() {
        var day = new Day(LocalDate.of(2026, 1, 1), Day.Kind.HOLIDAY, "", "", true);
        var week = Week.mondayToFriday(ALWAYS, Offices.MORNING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> WorkingCalendar.of("twice", VIETNAM, week, List.of(day, day)));
    }

    @Test
    void a_holiday_with_sessions_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Day(LocalDate.of(2026, 1, 1), Day.Kind.HOLIDAY, "", "", true, List.of(Offices.MORNING)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "day,kind",
                "date,kind,name,source,confirmed\n2026-01-01,HOLIDAY,Tết",
                "date,kind,name,source,confirmed\n2026-02-30,HOLIDAY,a,b,yes",
                "date,kind,name,source,confirmed\n2026-01-01,PARTY,a,b,yes",
                "date,kind,name,source,confirmed\n2026-01-01,HOLIDAY,a,b,maybe"
            })
    void a_list_of_days_that_cannot_be_read_is_refused_with_its_line(String csv) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PublishedDays.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8))))
                .withMessageMatching("(Line 2|The first line).*");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20 10:00, 2026-11-30 17:00, 5, WORKING_DAY, false",
        "2026-11-20 10:00, 2026-11-23 17:00, 1, WORKING_DAY, false",
        "2026-11-20 10:00, 2026-11-20 17:00, 5, WORKING_HOUR, false", // five and a half
        "2026-11-20 17:00, 2026-11-20 17:00, 0, WORKING_HOUR, false",
        "2026-11-20 16:00, 2026-11-20 14:00, 2, WORKING_HOUR, true",
        "2026-11-23 08:00, 2026-11-20 17:00, 1, WORKING_DAY, true",
        "2026-11-21 12:00, 2026-11-20 17:00, 0, WORKING_HOUR, true"
    })
    void what_remains_is_told_in_working_days_and_then_in_hours(
            String now, String due, int amount, BudgetUnit unit, boolean overdue) {
        assertThat(Remaining.between(ward, at(now), at(due))).isEqualTo(new Remaining(amount, unit, overdue));
    }
}
