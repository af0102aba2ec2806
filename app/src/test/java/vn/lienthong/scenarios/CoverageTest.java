package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.deadline.Does;
import vn.lienthong.deadline.Level;
import vn.lienthong.deadline.RungReached;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessRef;

/** What no story has seen is told by name and painted so that it is seen. */
class CoverageTest {

    private static final ProcessRef PROCESS = new ProcessRef("residence-deregistration", "2025-07-01");
    private static final DossierNumber NUMBER = new DossierNumber("H99.12-261120-0001");

    @TempDir
    Path directory;

    private Catalogue catalogue;
    private Coverage coverage;

    @BeforeEach
    void a_procedure_with_a_ladder_of_its_own() throws IOException {
        for (String kind : List.of("processes/src/main/resources/procedures", "forms/src/main/resources/forms")) {
            copy(Path.of("..", kind, PROCESS.toString()), kind);
        }
        copy(Path.of("../forms/src/main/resources/forms/shared"), "forms/src/main/resources/forms");
        Path yml = directory.resolve("procedures/" + PROCESS + "/procedure.yml");
        Files.writeString(yml, Files.readString(yml) + """
                ladder:
                  - {at: "80%", of: LEG, to: unit-head, does: ADVISE}
                  - {at: "80%", of: LEG, to: unit-head, does: ACT, agency: police}
                """);
        catalogue = Catalogue.read(new URLClassLoader(new URL[0], null), directory);
        coverage = new Coverage(catalogue, number -> PROCESS);
    }

    @Test
    void an_element_that_no_story_passed_through_is_told_and_painted_red() throws IOException {
        Set<String> all = all();
        all.remove("EndEvent_Archived");

        coverage.told(story(), Map.of(PROCESS, all), List.of(), null);

        assertThat(coverage.gaps(List.of(PROCESS)))
                .contains(
                        "residence-deregistration/2025-07-01: chưa kịch bản nào đi qua EndEvent_Archived “Kết quả được lưu giữ”");
        String page = page();
        assertThat(page)
                .containsOnlyOnce("class=\"never\"")
                .contains("<a href=\"#EndEvent_Archived\" class=\"never\">");
        assertThat(page).contains("<a href=\"#UserTask_Examine\" class=\"seen\">");
    }

    @Test
    void a_rung_of_its_own_ladder_that_no_story_saw_is_told() {
        coverage.told(story(), Map.of(PROCESS, all()), List.of(rung(null)), null);

        assertThat(coverage.gaps(List.of(PROCESS)))
                .containsExactly(
                        "residence-deregistration/2025-07-01: chưa kịch bản nào thấy nấc LEG 80% báo unit-head của thang riêng (police)");
    }

    @Test
    void a_rung_of_one_agency_is_not_seen_by_another() {
        coverage.told(story(), Map.of(PROCESS, all()), List.of(rung("police")), null);

        assertThat(coverage.gaps(List.of(PROCESS)))
                .containsExactly(
                        "residence-deregistration/2025-07-01: chưa kịch bản nào thấy nấc LEG 80% báo unit-head của thang riêng");
    }

    @Test
    void with_everything_seen_there_is_nothing_to_tell_and_a_failed_story_stays_on_the_page() throws IOException {
        coverage.told(story(), Map.of(PROCESS, all()), List.of(rung(null), rung("police")), "lẽ ra <khác>");

        assertThat(coverage.gaps(List.of(PROCESS))).isEmpty();
        assertThat(page()).contains("<pre>lẽ ra &lt;khác&gt;</pre>").doesNotContain("http:", "https:", "src=");
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>();
        catalogue.procedure(PROCESS).model().nodes().stream()
                .map(ProcessModel.Node::id)
                .forEach(all::add);
        return all;
    }

    private String page() throws IOException {
        coverage.write(directory.resolve("pages"), List.of(PROCESS));
        return Files.readString(directory.resolve("pages/residence-deregistration-2025-07-01.html"))
                .replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    }

    private static Scenario story() {
        return new Scenario(
                PROCESS, "Mọi việc", Instant.EPOCH, "COUNTER", Map.of(), Map.of(), List.of(), List.of(), Map.of());
    }

    private static RungReached rung(@org.jspecify.annotations.Nullable String leg) {
        return new RungReached(
                1,
                2,
                Level.LEG,
                NUMBER,
                NUMBER,
                leg,
                null,
                null,
                "80% unit-head",
                Does.ADVISE,
                "an-hoa-cong-an",
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private void copy(Path from, String kind) throws IOException {
        Path root = directory.resolve(kind.substring(kind.lastIndexOf('/') + 1));
        Path to = root.resolve(Path.of("..", kind).relativize(from).toString());
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
