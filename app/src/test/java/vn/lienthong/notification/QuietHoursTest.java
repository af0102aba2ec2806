package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Organisation;
import vn.lienthong.notification.Message.Channel;
import vn.lienthong.notification.NotificationSettings.Quiet;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class QuietHoursTest {

    private static final LocalTime NINE = LocalTime.of(21, 0);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    private final Organisation organisation;
    private final Calendars calendars;

    @Autowired
    QuietHoursTest(Organisation organisation, Calendars calendars) {
        this.organisation = organisation;
        this.calendars = calendars;
    }

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
        assertThat(new Quiet(Channel.SMS, null, from, until, false, "why").holdsAt(at))
                .isEqualTo(quiet);
    }

    /** 20 November 2026 is a Friday; 24 November, a Tuesday, is a holiday. */
    @ParameterizedTest(name = "{0} from {1}: at {2} it may go at {3}")
    @CsvSource({
        "SMS, an-hoa-mot-cua, 2026-11-20T20:59+07:00, 2026-11-20T20:59+07:00",
        "SMS, an-hoa-mot-cua, 2026-11-20T21:00+07:00, 2026-11-21T07:00+07:00",
        "SMS, an-hoa-mot-cua, 2026-11-21T03:00+07:00, 2026-11-21T07:00+07:00",
        "SMS, an-hoa-mot-cua, 2026-11-22T10:00+07:00, 2026-11-22T10:00+07:00",
        "SMS, phu-loc-mot-cua, 2026-11-20T18:00+07:00, 2026-11-20T18:00+07:00",
        "SMS, phu-loc-mot-cua, 2026-11-20T22:00+07:00, 2026-11-23T07:00+07:00",
        "SMS, phu-loc-mot-cua, 2026-11-22T10:00+07:00, 2026-11-23T07:00+07:00",
        "SMS, phu-loc-mot-cua, 2026-11-23T21:30+07:00, 2026-11-25T07:00+07:00",
        "EMAIL, phu-loc-mot-cua, 2026-11-22T03:00+07:00, 2026-11-22T03:00+07:00",
    })
    void a_message_goes_when_citizens_of_that_agency_may_be_disturbed(
            Channel channel, String unit, String now, String then) {
        assertThat(quiet().earliest(channel, unit, "result-ready", at(now))).isEqualTo(at(then));
    }

    @Test
    void what_is_urgent_goes_at_once() {
        assertThat(quiet().earliest(Channel.SMS, "an-hoa-mot-cua", "draft-to-confirm", at("2026-11-21T03:00+07:00")))
                .isEqualTo(at("2026-11-21T03:00+07:00"));
    }

    private QuietHours quiet() {
        return new QuietHours(
                new NotificationSettings(
                        "khong-tra-loi@lienthong.invalid",
                        Duration.ofMinutes(15),
                        new NotificationSettings.Sms(null, "", Duration.ofSeconds(5)),
                        List.of(
                                new Quiet(Channel.SMS, null, NINE, SEVEN, false, "night"),
                                new Quiet(Channel.SMS, "phu-loc", NINE, SEVEN, true, "and days of rest")),
                        Map.of("draft-to-confirm", "one day to answer")),
                organisation,
                calendars);
    }

    private static Instant at(String local) {
        return OffsetDateTime.parse(local).toInstant();
    }
}
