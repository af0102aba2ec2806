package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;

/** Every procedure that ships has passed the verifier. */
class TheFoldersOfTheBuildTest {

    private static final Catalogue CATALOGUE = Catalogue.read(TheFoldersOfTheBuildTest.class.getClassLoader(), null);

    static List<Procedure> procedures() {
        return CATALOGUE.all();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void has_no_errors(Procedure procedure) {
        LocalDate on = procedure.edition().effectiveOn();

        List<Finding> findings =
                Verifier.verify(procedure.folder(), new PublishedSurroundings(CATALOGUE, on, role -> true, Set.of()));

        assertThat(findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding ->
                                finding.rule() + " at " + finding.element() + ": " + finding.message(Locale.ENGLISH))
                        .collect(Collectors.toList()))
                .as(procedure.edition().ref().toString())
                .isEmpty();
    }

    @Test
    void there_are_procedures_to_look_at() {
        assertThat(procedures()).hasSizeGreaterThan(4);
    }
}
