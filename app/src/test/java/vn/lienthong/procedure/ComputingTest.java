package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.workflow.ProcessRef;

/** The fee of the lead procedure: nothing within fifteen days, then what the province set, nothing for the exempt. */
class ComputingTest {

    private static final ProcessRef DEATH = new ProcessRef("death-registration", "2025-07-01");
    private static final Computing COMPUTING =
            new Computing(Catalogue.read(ComputingTest.class.getClassLoader(), null));

    @ParameterizedTest
    @CsvSource({
        "2026-11-17, 2026-12-02, '', false, 0",
        "2026-11-17, 2026-12-03, '', true, 8000",
        "2026-11-17, 2026-12-03, POOR_HOUSEHOLD, true, 0",
        "2026-11-17, 2026-11-17, '', false, 0",
    })
    void the_late_fee_follows_the_days(LocalDate died, LocalDate on, String exemption, boolean late, int amount) {
        Object result = COMPUTING.run(
                DEATH,
                "late-registration-fee.groovy",
                Map.of(
                        "dossier",
                        Map.of(
                                "deceased", Map.of("diedAt", died + "T21:40:00+07:00"),
                                "fee", Map.of("exemption", exemption)),
                        "on",
                        on));

        assertThat(result)
                .extracting("fee")
                .satisfies(fee -> assertThat((Map<?, ?>) fee)
                        .extracting("late", "amount", "exemption")
                        .containsExactly(late, amount, exemption));
    }

    @Test
    void a_failure_names_script_and_line_and_no_data() {
        assertThatExceptionOfType(ScriptRefused.class)
                .isThrownBy(() -> COMPUTING.run(
                        DEATH,
                        "late-registration-fee.groovy",
                        Map.of(
                                "dossier",
                                Map.of("deceased", Map.of("diedAt", "Nguyễn Văn Bình")),
                                "on",
                                LocalDate.of(2026, 11, 20))))
                .satisfies(refused -> {
                    assertThat(refused.fault().where()).matches("late-registration-fee.groovy:\\d+");
                    assertThat(refused.getMessage()).doesNotContain("Bình");
                    assertThat(refused.fault().sentence(Locale.forLanguageTag("vi")))
                            .contains("Không tính được");
                });
    }
}
