package vn.lienthong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NumberPatternTest {

    private static final LocalDate DAY = LocalDate.parse("2026-02-03");
    private static final Function<String, @Nullable String> WORDS = Map.of("identifier", "H99.12", "abbr", "UBND")::get;

    @Test
    void a_dossier_number_is_identifier_day_and_running_number_of_the_day() {
        NumberPattern dossier = NumberPattern.usual("dossier");

        assertThat(dossier.write(7, DAY, WORDS)).isEqualTo("H99.12-260203-0007");
        assertThat(dossier.period(DAY)).isEqualTo("2026-02-03");
    }

    @Test
    void the_ten_thousandth_number_of_a_day_grows_instead_of_starting_over() {
        assertThat(NumberPattern.usual("dossier").write(10_000, DAY, WORDS)).isEqualTo("H99.12-260203-10000");
    }

    @Test
    void a_result_number_never_starts_again() {
        NumberPattern result = NumberPattern.usual("result");

        assertThat(result.write(34, DAY, Map.of("identifier", "G15")::get)).isEqualTo("KQ.G15.000034");
        assertThat(result.period(DAY)).isEqualTo(result.period(DAY.plusYears(3)));
    }

    @Test
    void an_official_paper_is_numbered_by_the_year_and_names_its_kind_and_agency() {
        NumberPattern decision = NumberPattern.usual("decision");

        assertThat(decision.write(5, DAY, WORDS)).isEqualTo("05/QĐ-UBND");
        assertThat(decision.period(DAY)).isEqualTo("2026");
    }

    @Test
    void every_register_counts_by_itself_and_by_the_year() {
        NumberPattern register = NumberPattern.usual("death-register");

        assertThat(register.write(45, DAY, WORDS)).isEqualTo("45/2026");
        assertThat(register.period(DAY)).isEqualTo("2026");
    }

    @Test
    void a_pattern_of_an_agency_may_write_any_date() {
        var own = new NumberPattern("{identifier}/{yyyy}/{MM}/{n:3}", NumberPattern.Restart.YEARLY);

        assertThat(own.write(1, DAY, Map.of("identifier", "H17.$1")::get)).isEqualTo("H17.$1/2026/02/001");
    }

    @Test
    void an_unknown_word_and_an_unknown_kind_are_mistakes_of_whoever_wrote_them() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberPattern.usual("decision").write(1, DAY, name -> null))
                .withMessageContaining("{abbr}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberPattern.usual("poem"))
                .withMessageContaining("poem");
    }
}
