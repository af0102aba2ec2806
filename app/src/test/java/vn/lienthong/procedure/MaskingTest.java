package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stays to be seen of a number or an address by which somebody can be found, called or paid. */
class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "001183000123, •••• 0123",
        "'001 183 000 123', •••• 0123",
        "0912000123, •••• 0123",
        "'19.036.000.123', •••• 0123",
        "1234567, ••••",
        "ha.nguyen@vidu.vn, h••••@vidu.vn",
        "'h\u00e0@vidu.vn', h••••@vidu.vn",
        "@vidu.vn, ••••",
        "•••• 0123, •••• 0123",
    })
    void the_end_of_a_number_and_the_house_of_a_mail_address(String whole, String shown) {
        assertThat(Masking.partly(whole)).isEqualTo(shown);
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(Masking.partly(null)).isNull();
        assertThat(Masking.partly("")).isEmpty();
    }

    @Test
    void of_a_dossier_the_numbers_are_shown_in_part_the_sensitive_answers_not_at_all_and_the_rest_as_it_is() {
        Map<String, Object> content = Map.of(
                "applicant",
                        Map.of("fullName", "Nguyễn Thị Hà", "identityNumber", "001183000123", "email", "ha@vidu.vn"),
                "deathNotice", Map.of("cause", "bệnh tim", "place", "nhà riêng"),
                "beneficiary", Map.of("bankAccount", "19036000123", "amount", 5_000_000),
                "members", List.of(Map.of("phone", "0912000123", "fullName", "Trần Văn Nam")),
                "package", List.of("RESIDENCE"));

        assertThat(Masking.content(content))
                .isEqualTo(Map.of(
                        "applicant",
                        Map.of("fullName", "Nguyễn Thị Hà", "identityNumber", "•••• 0123", "email", "h••••@vidu.vn"),
                        "deathNotice",
                        Map.of("cause", "••••", "place", "nhà riêng"),
                        "beneficiary",
                        Map.of("bankAccount", "•••• 0123"),
                        "members",
                        List.of(Map.of("phone", "•••• 0123", "fullName", "Trần Văn Nam")),
                        "package",
                        List.of("RESIDENCE")));
    }
}
