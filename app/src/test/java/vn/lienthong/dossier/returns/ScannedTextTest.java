package vn.lienthong.dossier.returns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H99.12-261120-0001",
                " h99.12-261120-0001\n",
                "https://dichvucong.vidu.vn/public/t/H99.12-261120-0001/ABCDEFGHJK",
                "HTTP://127.0.0.1:8080/PUBLIC/T/H99.12-261120-0001/ABCDEFGHJK",
                "https://dichvucong.vidu.vn/public/track?number=H99.12-261120-0001&secret=X"
            })
    void a_number_is_read_from_what_scanners_and_people_type(String text) {
        assertThat(ScannedText.number(text)).contains("H99.12-261120-0001");
    }

    @Test
    void the_number_of_another_agencys_part_is_one_too() {
        assertThat(ScannedText.number("G01.H99.12-261120-0001")).contains("G01.H99.12-261120-0001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị Thanh Hà", "001183000123", "", "H99", "https://example.vn/"})
    void names_and_identity_numbers_are_none(String text) {
        assertThat(ScannedText.number(text)).isEmpty();
    }
}
