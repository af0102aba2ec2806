package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    @ParameterizedTest(name = "{0}-{1}: at {2} quiet is {3}")
    @CsvSource({
        "21:00, 07:00, 20:59, false",
        "21:00, 07:00, 21:00, true",
        "21:00, 07:00, 00:00, true",
        "21:00, 07:00, 06:59, true",
        "21:00, 07:00, 07:00, false",
        "12:00, 13:00, 12:30, true",
        "12:00, 13:00, 13:00, false",
        "12:00, 13:00, 11:59, false",
        "00:00, 00:00, 03:00, false",
    })
    void hours_are_quiet_from_the_first_until_the_second(LocalTime from, LocalTime until, LocalTime at, boolean quiet) {
        assertThat(new NotificationSettings.Quiet(from, until).holdsAt(at)).isEqualTo(quiet);
    }
}
