package vn.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.calendar.Day;
import vn.lienthong.agency.calendar.PublishedDays;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.testing.ModuleTest;

/** The calendars in the database are the published ones, and stay as people changed them. */
@ModuleTest
class ThePublicServiceCalendarTest {

    private final Calendars calendars;
    private final PublicServiceCalendar loader;
    private final JdbcClient jdbc;

    @Autowired
    ThePublicServiceCalendarTest(Calendars calendars, PublicServiceCalendar loader, JdbcClient jdbc) {
        this.calendars = calendars;
        this.loader = loader;
        this.jdbc = jdbc;
    }

    @AfterEach
    void forgetWhatWasTried() {
        jdbc.sql("delete from agency.calendar_day where calendar like 'tried%'").update();
        jdbc.sql("delete from agency.calendar_session where calendar like 'tried%'")
                .update();
        jdbc.sql("delete from agency.calendar where key like 'tried%'").update();
        jdbc.sql("delete from agency.calendar_day where calendar = 'vn-public-service' and on_date >= '2030-01-01'")
                .update();
        loader.load(PublishedDays.ofPublicService());
    }

    @Test
    void a_ward_works_from_monday_to_friday_but_for_the_published_days() throws IOException {
        Map<LocalDate, String> published = published();

        WorkingCalendar ward = calendars.of("ward");

        assertThat(published).hasSizeGreaterThan(40);
        for (LocalDate day = LocalDate.parse("2024-01-01");
                day.isBefore(LocalDate.parse("2028-01-01"));
                day = day.plusDays(1)) {
            String kind = published.get(day);
            boolean weekday = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
            boolean works = kind == null ? weekday : kind.equals("MAKE_UP");
            assertThat(ward.isWorkingDay(day)).as("%s", day).isEqualTo(works);
            assertThat(ward.sessionsOn(day))
                    .as("%s", day)
                    .isEqualTo(works ? List.of(Session.parse("07:30-11:30"), Session.parse("13:00-17:00")) : List.of());
        }
    }

    @Test
    void the_days_that_nobody_has_confirmed_are_told_apart() {
        WorkingCalendar ward = calendars.of("ward");

        assertThat(ward.confirmed(2026)).isTrue();
        assertThat(ward.confirmed(2027)).isFalse();
        assertThat(ward.dayInfo(LocalDate.parse("2026-08-22")))
                .satisfies(day ->
                        assertThat(Objects.requireNonNull(day).confirmed()).isFalse());
        assertThat(ward.dayInfo(LocalDate.parse("2026-11-24"))).satisfies(day -> {
            assertThat(Objects.requireNonNull(day).confirmed()).isTrue();
            assertThat(day.name()).isEqualTo("Ngày Văn hóa Việt Nam");
        });
    }

    @Test
    void loading_again_changes_nothing() {
        assertThat(loader.load(PublishedDays.ofPublicService())).isZero();
    }

    @Test
    void what_a_person_confirmed_stays_and_what_nobody_confirmed_follows_the_release() {
        LocalDate byPerson = LocalDate.parse("2030-01-01");
        LocalDate provisional = LocalDate.parse("2030-09-02");
        LocalDate withdrawn = LocalDate.parse("2030-09-03");
        loader.load(List.of(day(byPerson, false), day(provisional, false), day(withdrawn, false)));
        jdbc.sql("update agency.calendar_day set confirmed = true, source = '1/TB-BNV' where on_date = :day")
                .param("day", byPerson)
                .update();

        int changed = loader.load(List.of(day(byPerson, false), day(provisional, true)));

        assertThat(changed).isEqualTo(2);
        WorkingCalendar ward = calendars.of("ward");
        assertThat(Objects.requireNonNull(ward.dayInfo(byPerson)).source()).isEqualTo("1/TB-BNV");
        assertThat(Objects.requireNonNull(ward.dayInfo(provisional)).confirmed())
                .isTrue();
        assertThat(ward.dayInfo(withdrawn)).isNull();
    }

    @Test
    void an_agency_has_days_and_hours_of_its_own() {
        jdbc.sql("insert into agency.calendar values ('tried', 'Thử', 'Tried', 'vn-public-service')")
                .update();
        jdbc.sql("""
                insert into agency.calendar_session values
                  ('tried', 1, '07:00', '11:30', '2000-01-01', '2026-05-31'),
                  ('tried', 1, '08:00', '12:00', '2026-06-01', null),
                  ('tried', 6, '08:00', '11:00', '2026-06-01', null)
                """).update();
        jdbc.sql("""
                insert into agency.calendar_day (calendar, on_date, kind, name, source, confirmed) values
                  ('tried', '2026-06-08', 'HOLIDAY', 'Chuyển trụ sở', '7/TB', true),
                  ('tried', '2026-11-24', 'MAKE_UP', 'Trực', '8/TB', true)
                """).update();
        jdbc.sql("insert into agency.calendar_day_session values ('tried', '2026-11-24', '09:00', '10:00')")
                .update();
        calendars.forget();

        WorkingCalendar tried = calendars.of("tried");

        assertThat(tried.sessionsOn(LocalDate.parse("2026-05-25"))).containsExactly(Session.parse("07:00-11:30"));
        assertThat(tried.sessionsOn(LocalDate.parse("2026-06-01"))).containsExactly(Session.parse("08:00-12:00"));
        assertThat(tried.sessionsOn(LocalDate.parse("2026-06-06"))).containsExactly(Session.parse("08:00-11:00"));
        assertThat(tried.isWorkingDay(LocalDate.parse("2026-06-08"))).isFalse();
        assertThat(tried.isWorkingDay(LocalDate.parse("2026-02-16")))
                .as("Tết holds here too")
                .isFalse();
        assertThat(tried.sessionsOn(LocalDate.parse("2026-11-24"))).containsExactly(Session.parse("09:00-10:00"));
        assertThat(tried.confirmed(2027)).isFalse();
        assertThat(calendars.of("ward").isWorkingDay(LocalDate.parse("2026-06-08")))
                .isTrue();
    }

    @Test
    void a_local_day_off_does_not_confirm_the_national_year() {
        jdbc.sql("insert into agency.calendar values ('tried', 'Thử', 'Tried', 'vn-public-service')")
                .update();
        jdbc.sql("""
                insert into agency.calendar_day (calendar, on_date, kind, name, source, confirmed) values
                  ('tried', '2027-06-08', 'HOLIDAY', 'Chuyển trụ sở', '7/TB', true)
                """).update();
        calendars.forget();

        assertThat(calendars.of("tried").confirmed(2027)).isFalse();
    }

    @Test
    void the_police_of_the_ward_close_at_five() {
        assertThat(calendars.ofUnit("an-hoa-cong-an").closeOf(LocalDate.parse("2026-11-30")))
                .isEqualTo(Instant.parse("2026-11-30T10:00:00Z"));
        assertThat(calendars.ofUnit("an-hoa-tu-phap").key()).isEqualTo("ward");
    }

    private static Day day(LocalDate date, boolean confirmed) {
        return new Day(date, Day.Kind.HOLIDAY, "Thử", "Thử", confirmed);
    }

    /** Read with other code than the product's own. */
    private static Map<LocalDate, String> published() throws IOException {
        try (var csv = ThePublicServiceCalendarTest.class.getResourceAsStream("/calendars/vn-public-service.csv")) {
            Map<LocalDate, String> days = new HashMap<>();
            Arrays.stream(new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8).split("\\R"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> days.put(LocalDate.parse(cells[0]), cells[1]));
            return days;
        }
    }
}
