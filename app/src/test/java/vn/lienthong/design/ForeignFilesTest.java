package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.workflow.ProcessRef;

/** Whatever somebody sends gets findings: never a crash, a hang or a look outside the file. */
@Timeout(5)
class ForeignFilesTest {

    private static final String HEAD =
            "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"probe\">";

    @Test
    void an_entity_bomb_is_refused() {
        assertThat(rules("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><definitions>&b;</definitions>"))
                .contains("unreadable-diagram");
    }

    @Test
    void a_file_of_the_machine_is_not_read() {
        assertThat(rules("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><definitions>&a;</definitions>"))
                .contains("unreadable-diagram");
    }

    @Test
    void sub_processes_inside_each_other_without_end_are_no_crash() {
        var deep = new StringBuilder(HEAD);
        for (int i = 0; i < 20_000; i++) {
            deep.append("<subProcess id=\"s").append(i).append("\">");
        }

        assertThat(rules(deep + "</subProcess>".repeat(20_000) + "</process></definitions>"))
                .isNotEmpty();
    }

    @Test
    void a_diagram_of_a_hundred_thousand_elements_is_no_hang() {
        var wide = new StringBuilder(HEAD);
        for (int i = 0; i < 100_000; i++) {
            wide.append("<task id=\"t").append(i).append("\"/>");
        }

        assertThat(rules(wide + "</process></definitions>")).isNotEmpty();
    }

    @Test
    void nothing_and_noise_are_told() {
        assertThat(rules("")).contains("unreadable-diagram");
        assertThat(rules("\u0000\u0001")).contains("unreadable-diagram");
    }

    private static List<String> rules(String bpmn) {
        var files = Map.of(
                "probe.bpmn", bpmn.getBytes(StandardCharsets.UTF_8),
                "procedure.yml", "code: x".getBytes(StandardCharsets.UTF_8));
        return Verifier.verify(
                        new ProcedureFolder(new ProcessRef("probe", "2026-01-01"), files, Map.of(), Map.of()),
                        Surroundings.none())
                .stream()
                .map(Finding::rule)
                .toList();
    }
}
