package vn.lienthong.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.command.NotFound;
import vn.lienthong.workflow.ProcessRef;

class ReadingTheCatalogueTest {

    /** An ordinary name with everything that gets into the way of addresses; the product may lie anywhere. */
    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({"2025-07-01, 2025-07-01", "2026-08-31, 2025-07-01", "2026-09-01, 2026-09-01", "2030-01-01, 2026-09-01"})
    void the_edition_of_a_day_is_the_latest_that_took_effect(LocalDate on, String edition) throws IOException {
        Path folder = aFolder("thủ tục/processes");
        write(folder, "2025-07-01", "probe.bpmn", BPMN);
        write(folder, "2025-07-01", "procedure.yml", YAML);
        write(folder, "2026-09-01", "probe.bpmn", BPMN);
        write(folder, "2026-09-01", "procedure.yml", YAML);

        var catalogue = Catalogue.read(classPath(folder), null);

        assertThat(catalogue.edition("probe", on).ref()).isEqualTo(new ProcessRef("probe", edition));
        assertThat(catalogue.inForce(on)).extracting(Edition::ref).containsExactly(new ProcessRef("probe", edition));
        assertThat(catalogue.editions("probe")).containsExactly(LocalDate.of(2025, 7, 1), LocalDate.of(2026, 9, 1));
    }

    @Test
    void before_the_first_edition_there_is_no_procedure() throws IOException {
        var catalogue = Catalogue.read(classPath(aProcedure("processes")), null);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> catalogue.edition("probe", LocalDate.of(2025, 6, 30)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> catalogue.edition("unheard-of", LocalDate.of(2026, 1, 1)));
        assertThat(catalogue.inForce(LocalDate.of(2025, 6, 30))).isEmpty();
    }

    @Test
    void the_same_folder_in_a_jar_and_in_a_directory_is_refused() throws IOException {
        Path directory = aProcedure("procedures/target/classes");
        Path jar = jar(directory);

        assertThatExceptionOfType(CatalogueRefused.class)
                .isThrownBy(() -> Catalogue.read(classPath(directory, jar), null))
                .satisfies(refused -> {
                    assertThat(refused.faults()).extracting(Fault::code).contains("duplicate");
                    assertThat(refused.text())
                            .contains("stale.jar", "procedures/probe/2025-07-01/procedure.yml")
                            .contains("Tệp này có ở hai nơi");
                });
    }

    @Test
    void procedures_are_read_from_a_jar_too() throws IOException {
        var catalogue = Catalogue.read(classPath(jar(aProcedure("processes"))), null);

        assertThat(catalogue.edition("probe", LocalDate.of(2026, 1, 1)).code()).isEqualTo("1.000001");
    }

    @Test
    void a_directory_outside_the_application_adds_procedures() throws IOException {
        var catalogue = Catalogue.read(classPath(), aProcedure("our procedures & forms"));

        assertThat(catalogue.all()).hasSize(1);
    }

    @Test
    void every_fault_of_every_folder_is_told_with_its_file() throws IOException {
        Path folder = aProcedure("processes");
        write(
                folder,
                "2025-07-01",
                "procedure.yml",
                YAML.replace("1.000001", "one").replace("application: []", "application: [missing]"));
        write(folder, "2025-07-01", "fee.groovy", "def fee = 0\nSystem.exit(1)\n");
        write(folder, "2026-09-01", "probe.bpmn", "<no bpmn");
        write(folder, "2026-09-01", "procedure.yml", YAML);
        Files.createDirectories(folder.resolve("forms/probe/2025-07-01"));
        Files.writeString(folder.resolve("forms/probe/2025-07-01/topic.form"), "{}");

        assertThatExceptionOfType(CatalogueRefused.class)
                .isThrownBy(() -> Catalogue.read(classPath(folder), null))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::where)
                        .contains(
                                "probe/2025-07-01/procedure.yml:code",
                                "probe/2025-07-01/fee.groovy:2",
                                "probe/2025-07-01/topic.form",
                                "probe/2026-09-01/probe.bpmn"));
    }

    @Test
    void names_come_from_the_folder_then_from_the_diagram() throws IOException {
        Path folder = aProcedure("processes");
        write(folder, "2025-07-01", "messages_vi.properties", "UserTask_Check=Kiểm tra hồ sơ\nleg.own=Việc của xã\n");
        write(folder, "2025-07-01", "messages_en.properties", "UserTask_Check=Check the dossier\n");
        var procedure = Catalogue.read(classPath(folder), null).procedure(new ProcessRef("probe", "2025-07-01"));

        assertThat(procedure.name("UserTask_Check", Locale.forLanguageTag("vi-VN")))
                .isEqualTo("Kiểm tra hồ sơ");
        assertThat(procedure.name("UserTask_Check", Locale.ENGLISH)).isEqualTo("Check the dossier");
        assertThat(procedure.name("EndEvent_Done", Locale.ENGLISH)).isEqualTo("Đã xong");
        assertThat(procedure.name("Nowhere", Locale.ENGLISH)).isEqualTo("Nowhere");
        assertThat(procedure.nameOfLeg("own", Locale.ENGLISH)).isEqualTo("Việc của xã");
    }

    @Test
    void the_real_folders_are_read() {
        var catalogue = Catalogue.read(getClass().getClassLoader(), null);

        assertThat(catalogue.inForce(LocalDate.of(2026, 11, 20)))
                .extracting(Edition::key)
                .contains("death-registration", "residence-deregistration", "funeral-allowance", "survivor-benefit");
    }

    private static final String YAML = """
            code: "1.000001"
            names: {vi: "Thử", en: "Probe"}
            sector: {vi: "Hộ tịch", en: "Civil status"}
            agencies:
              reception: {vi: "Một cửa", en: "Desk"}
            channels: [COUNTER]
            results: [COUNTER]
            application: []
            legalLimit: {amount: 1, unit: WORKING_DAY}
            legs:
              - {id: own, agency: reception, founding: true, budget: {amount: 1, unit: WORKING_DAY}}
            """;

    private static final String BPMN = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
              <process id="probe" isExecutable="true">
                <startEvent id="StartEvent_Begun"/>
                <sequenceFlow id="Flow_1" sourceRef="StartEvent_Begun" targetRef="UserTask_Check"/>
                <userTask id="UserTask_Check" name="Kiểm tra"/>
                <sequenceFlow id="Flow_2" sourceRef="UserTask_Check" targetRef="EndEvent_Done"/>
                <endEvent id="EndEvent_Done" name="Đã xong"/>
              </process>
            </definitions>
            """;

    private Path aFolder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private Path aProcedure(String name) throws IOException {
        Path folder = aFolder(name);
        write(folder, "2025-07-01", "procedure.yml", YAML);
        write(folder, "2025-07-01", "probe.bpmn", BPMN);
        return folder;
    }

    private static void write(Path root, String edition, String file, String text) throws IOException {
        Path folder = Files.createDirectories(root.resolve("procedures/probe").resolve(edition));
        Files.writeString(folder.resolve(file), text);
    }

    private Path jar(Path directory) throws IOException {
        Path jar = root.resolve("stale.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                String name = directory.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file) && !name.isEmpty()) {
                    out.putNextEntry(new JarEntry(name + "/"));
                } else if (Files.isRegularFile(file)) {
                    out.putNextEntry(new JarEntry(name));
                    out.write(Files.readAllBytes(file));
                }
            }
        }
        return jar;
    }

    /** Only these places; the procedures of the build are not in sight. */
    private static ClassLoader classPath(Path... places) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path place : places) {
            urls.add(place.toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
