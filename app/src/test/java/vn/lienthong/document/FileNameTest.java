package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.document.inspection.FileType;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Giấy báo tử.PDF             | Giấy báo tử.pdf
                    scan.exe                    | scan.pdf
                    scan                        | scan.pdf
                    C:\\Users\\Ha\\Giấy tờ.pdf  | Giấy tờ.pdf
                    ../../etc/passwd            | passwd.pdf
                    ..                          | giay-to.pdf
                    .pdf                        | giay-to.pdf
                    CON.pdf                     | giay-to.pdf
                    a<b>:"c*d?.pdf              | a b c d.pdf
                    Số 12/GBT; bản chính.pdf    | GBT bản chính.pdf
                    ảnh   chụp.jpeg             | ảnh chụp.pdf
                    """)
    void a_name_keeps_its_words_and_loses_what_could_do_harm(String sent, String kept) {
        assertThat(FileName.of(sent, FileType.PDF)).isEqualTo(kept);
    }

    @Test
    void marks_that_turn_the_reading_direction_and_line_ends_are_gone() {
        assertThat(FileName.of("anh\u202Egpj.exe", FileType.JPEG)).isEqualTo("anhgpj.jpg");
        assertThat(FileName.of("a\r\nSet-Cookie: x=y.pdf", FileType.PDF)).isEqualTo("aSet-Cookie x=y.pdf");
    }

    @Test
    void a_name_typed_with_separate_marks_is_the_same_name() {
        String decomposed = Normalizer.normalize("Giấy báo tử", Normalizer.Form.NFD);

        assertThat(FileName.of(decomposed + ".pdf", FileType.PDF)).isEqualTo("Giấy báo tử.pdf");
    }

    @Property
    void no_name_whatsoever_is_dangerous_or_endless(@ForAll String sent) {
        String kept = FileName.of(sent, FileType.PNG);

        assertThat(kept).matches("[^\\p{Cntrl}/\\\\<>:\"|?*]+\\.png").doesNotStartWith(".");
        assertThat(kept.codePointCount(0, kept.length())).isLessThanOrEqualTo(104);
    }
}
