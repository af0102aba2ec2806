package vn.lienthong.document.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseNumeralsTest {

    /** The rules of the language (of "bốn" and "tư", both right after "mươi", the first): mốt, lăm, linh, mươi, empty places spoken after a larger group. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0             | không
                    4             | bốn
                    5             | năm
                    10            | mười
                    11            | mười một
                    14            | mười bốn
                    15            | mười lăm
                    20            | hai mươi
                    21            | hai mươi mốt
                    24            | hai mươi bốn
                    25            | hai mươi lăm
                    100           | một trăm
                    101           | một trăm linh một
                    105           | một trăm linh năm
                    110           | một trăm mười
                    111           | một trăm mười một
                    115           | một trăm mười lăm
                    121           | một trăm hai mươi mốt
                    1000          | một nghìn
                    1001          | một nghìn không trăm linh một
                    1010          | một nghìn không trăm mười
                    8000          | tám nghìn
                    10500         | mười nghìn năm trăm
                    100005        | một trăm nghìn không trăm linh năm
                    1000000       | một triệu
                    1000021       | một triệu không trăm hai mươi mốt
                    10000000      | mười triệu
                    23400000      | hai mươi ba triệu bốn trăm nghìn
                    25000000      | hai mươi lăm triệu
                    1234567       | một triệu hai trăm ba mươi bốn nghìn năm trăm sáu mươi bảy
                    1000000000    | một tỷ
                    1000000001    | một tỷ không trăm linh một
                    2500000000    | hai tỷ năm trăm triệu
                    1000000000000 | một nghìn tỷ
                    -5            | âm năm
                    """)
    void a_number_in_words(long number, String words) {
        assertThat(VietnameseNumerals.inWords(number)).isEqualTo(words);
    }
}
