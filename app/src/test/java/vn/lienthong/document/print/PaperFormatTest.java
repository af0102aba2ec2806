package vn.lienthong.document.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperFormatTest {

    private final PaperFormat vn = new PaperFormat();

    @Test
    void days_below_ten_and_months_below_three_get_a_zero() {
        assertThat(vn.longDate(LocalDate.parse("2026-02-05"))).isEqualTo("ngày 05 tháng 02 năm 2026");
        assertThat(vn.longDate(LocalDate.parse("2026-03-10"))).isEqualTo("ngày 10 tháng 3 năm 2026");
        assertThat(vn.longDate(LocalDate.parse("2026-11-20"))).isEqualTo("ngày 20 tháng 11 năm 2026");
    }

    @Test
    void a_date_of_birth_is_repeated_in_words() {
        assertThat(vn.dateInWords(LocalDate.parse("2026-11-15")))
                .isEqualTo("ngày mười lăm, tháng mười một, năm hai nghìn không trăm hai mươi sáu");
        assertThat(vn.dateInWords(LocalDate.parse("2025-04-01")))
                .isEqualTo("ngày một, tháng tư, năm hai nghìn không trăm hai mươi lăm");
    }

    @Test
    void moments_are_told_in_the_time_of_viet_nam() {
        assertThat(vn.moment(SamplePrints.at("2026-11-20T00:05:00")))
                .isEqualTo("00 giờ 05 phút, ngày 20 tháng 11 năm 2026");
        assertThat(vn.date(SamplePrints.at("2026-11-20T00:05:00"))).isEqualTo("20/11/2026");
    }

    @Test
    void sums_are_grouped_with_points_and_repeated_in_words() {
        assertThat(vn.money(1_234_567)).isEqualTo("1.234.567\u00a0đồng");
        assertThat(vn.moneyInWords(10_000_000)).isEqualTo("Mười triệu đồng");
        assertThat(vn.grouped("10 × 2340000 đồng, năm 2026")).isEqualTo("10\u00a0×\u00a02.340.000 đồng, năm 2026");
    }

    @Test
    void a_heading_may_end_a_line_before_a_locality_but_not_inside_it() {
        assertThat(vn.heading("Ủy ban nhân dân phường An Hòa")).isEqualTo("ỦY BAN NHÂN DÂN PHƯỜNG\u00a0AN\u00a0HÒA");
    }

    @Test
    void a_value_that_no_list_knows_is_printed_as_it_is() {
        assertThat(vn.word("gender", "FEMALE")).isEqualTo("Nữ");
        assertThat(vn.word("gender", "X")).isEqualTo("X");
        assertThat(vn.word("no-such-list", "X")).isEqualTo("X");
    }

    @Test
    void missing_facts_are_empty_and_never_an_error() {
        var facts = new Facts(Map.of("deceased", Map.of("diedAt", "2026-11-17", "package", List.of("DEATH"))));

        assertThat(facts.text("deceased.cause")).isEmpty();
        assertThat(facts.text("deceased.diedAt.hour")).isEmpty();
        assertThat(facts.or("deceased.cause", "không rõ")).isEqualTo("không rõ");
        assertThat(facts.money("allowance.amount")).isEmpty();
        assertThat(facts.moment("deceased.diedAt")).isEqualTo("ngày 17 tháng 11 năm 2026");
        assertThat(facts.is("deceased.package", "DEATH")).isTrue();
        assertThat(facts.is("deceased.package", "FUNERAL")).isFalse();
    }

    @Test
    void the_set_of_forms_is_that_of_the_day() {
        var sets = new PrintSets();

        assertThat(sets.on(LocalDate.parse("2025-09-14"), "receipt").key()).isEqualTo("tt01-2018");
        assertThat(sets.on(LocalDate.parse("2025-09-15"), "receipt").key()).isEqualTo("tt03-2025");
        assertThat(sets.on(LocalDate.parse("2015-01-01"), "receipt").key()).isEqualTo("tt01-2018");
        assertThat(sets.on(LocalDate.parse("2027-01-01"), "receipt").key()).isEqualTo("tt03-2025");
        assertThat(sets.on(LocalDate.parse("2027-01-01"), "fee-receipt").key()).isEqualTo("slips-2027");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets.of("tt99-1999"))
                .withMessageContaining("tt99-1999");
    }
}
