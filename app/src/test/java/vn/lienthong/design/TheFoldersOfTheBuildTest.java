package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;

/**
 * Every procedure that ships has passed the verifier; what it advises is printed. With {@code -Dprocedure=<key>} the
 * editions of one procedure only.
 */
class TheFoldersOfTheBuildTest {

    private static final Catalogue CATALOGUE = Catalogue.read(TheFoldersOfTheBuildTest.class.getClassLoader(), null);

    static List<Procedure> procedures() {
        String only = System.getProperty("procedure");
        return CATALOGUE.all().stream()
                .filter(procedure ->
                        only == null || only.equals(procedure.edition().key()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("procedures")
    void has_no_errors(Procedure procedure) {
        List<Finding> findings = VerifyingFolders.all(CATALOGUE, procedure);

        findings.forEach(finding -> System.out.println(
                procedure.edition().ref() + ": " + VerifyingFolders.sentence(finding, Locale.forLanguageTag("vi"))));
        assertThat(findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(finding -> VerifyingFolders.sentence(finding, Locale.forLanguageTag("vi")))
                        .collect(Collectors.toList()))
                .as(procedure.edition().ref().toString())
                .isEmpty();
    }

    @Test
    void there_are_procedures_to_look_at() {
        assertThat(CATALOGUE.all()).hasSizeGreaterThan(4);
        assertThat(procedures()).isNotEmpty();
    }
}
