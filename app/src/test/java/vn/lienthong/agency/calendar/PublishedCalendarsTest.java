package vn.lienthong.agency.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The years as the government announced them: notices 5015 and 1570/TB-LĐTBXH (2024), 6150/TB-BLĐTBXH (2025),
 * 12729/VPCP-KGVX, 9441/TB-BNV, 3383/BNV-CVL and resolution 28/2026/QH16 (2026); of 2027 only what the labour code
 * fixes.
 */
class PublishedCalendarsTest {

    private final WorkingCalendar ward = Offices.ward();

    @ParameterizedTest
    @CsvSource({
        "2024, 1/1 8/2 9/2 12/2 13/2 14/2 18/4 29/4 30/4 1/5 2/9 3/9, 4/5, 251",
        "2025, 1/1 27/1 28/1 29/1 30/1 31/1 7/4 30/4 1/5 2/5 1/9 2/9, 26/4, 250",
        "2026, 1/1 2/1 16/2 17/2 18/2 19/2 20/2 27/4 30/4 1/5 31/8 1/9 2/9 24/11, 10/1 22/8, 249",
        "2027, 1/1 16/4 30/4 3/5 2/9 24/11, '', 255"
    })
    void a_year_has_the_days_off_and_the_worked_saturdays_that_were_announced(
            int year, String off, String worked, int workingDays) {
        var weekdaysOff = new TreeSet<LocalDate>();
        var weekendsWorked = new TreeSet<LocalDate>();
        for (var date = LocalDate.of(year, 1, 1); date.getYear() == year; date = date.plusDays(1)) {
            var weekend = date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
            if (!weekend && !ward.isWorkingDay(date)) {
                weekdaysOff.add(date);
            } else if (weekend && ward.isWorkingDay(date)) {
                weekendsWorked.add(date);
            }
        }

        assertThat(weekdaysOff).isEqualTo(dates(year, off));
        assertThat(weekendsWorked).isEqualTo(dates(year, worked));
        assertThat(ward.workingDays(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                .isEqualTo(workingDays);
        assertThat(ward.confirmed(year)).isEqualTo(year < 2027);
    }

    private static Set<LocalDate> dates(int year, String written) {
        var dates = new TreeSet<LocalDate>();
        for (var date : written.split(" ")) {
            if (!date.isEmpty()) {
                var parts = date.split("/");
                dates.add(LocalDate.of(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[0])));
            }
        }
        return dates;
    }
}
