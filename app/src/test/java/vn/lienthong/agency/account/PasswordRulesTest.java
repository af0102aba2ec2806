package vn.lienthong.agency.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.command.Problem;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "con mèo nhà bên thích cá khô",
                "thứ hai đầu tuần",
                "correct horse battery staple",
                "k7mpx2wq9hdt4ncv",
                "ềềồồẫẫựựợợịị"
            })
    void a_long_sentence_will_do_whatever_its_characters(String password) {
        assertThat(PasswordRules.fault("next", password, "hotich")).isEmpty();
    }

    @Test
    void eleven_characters_are_too_few_counted_as_people_count() {
        assertThat(code("mườimộtchữc")).isEqualTo("password-short");
        assertThat(code("mườimộtchữc".repeat(12))).isEqualTo("too-long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456qwerty",
                "Password12345",
                "Mật khẩu 12345",
                "matkhau@2026!!",
                "LienThong2026",
                "hotich2026@@@@",
                "001085012345",
                "aaaaaaaaaaaa",
                "abc1abc1abc1",
                "1qaz2wsx3edc"
            })
    void what_is_tried_first_is_refused(String password) {
        assertThat(code(password)).isEqualTo("password-frequent");
    }

    private static String code(String password) {
        return PasswordRules.fault("next", password, "hotich")
                .map(Problem::code)
                .orElse("");
    }
}
