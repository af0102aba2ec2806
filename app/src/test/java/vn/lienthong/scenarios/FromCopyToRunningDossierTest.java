package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.design.VerifyingFolders;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.TimeMachine;

/**
 * The walk that docs/for-designers promises: one command makes a procedure out of the template; it passes the verifier
 * without a word; an application that brings it along starts; its stories run on the real engine, from a received dossier
 * to a returned result, and together see all of it. Prints how long the machine takes; the rest of the hour is the
 * designer's.
 *
 * <p>The application that brings the new procedure along is one of its own, with a database of its own.
 */
@ModuleTest
@TestPropertySource(properties = {"test.database=walk", "lienthong.home=target/walk/home"})
class FromCopyToRunningDossierTest {

    private static final Path FOLDER = Path.of("target", "walk", "procedures-of-mine");
    private static final ProcessRef PROCESS = new ProcessRef("walk-through", "2026-06-01");
    private static final String NAME = "Cấp giấy xác nhận \"đi thử\" & kiểm tra";

    private static Duration creating = Duration.ZERO;
    private static long begun;

    @Autowired
    Telling telling;

    @Autowired
    Witness witness;

    @Autowired
    TimeMachine time;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Dossiers dossiers;

    @DynamicPropertySource
    static void created(DynamicPropertyRegistry properties) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
        begun = System.nanoTime();
        assertThat(command(PROCESS.procedure(), PROCESS.edition(), NAME, "--to=" + FOLDER.toAbsolutePath())
                        .code())
                .isZero();
        creating = since(begun);
        properties.add("lienthong.procedures.directory", () -> FOLDER.toString());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_copy_of_the_template_runs_before_it_is_touched() throws IOException {
        Duration starting = since(begun).minus(creating);
        long from = System.nanoTime();

        List<String> findings = VerifyingFolders.findings(catalogue, PROCESS, Locale.forLanguageTag("vi"));
        Duration verifying = since(from);
        Scenario.Book book =
                Scenario.book(PROCESS, Files.readString(FOLDER.resolve("procedures/" + PROCESS + "/scenarios.yml")));

        var coverage = new Coverage(catalogue, number -> dossiers.get(number).process());
        for (Scenario story : book.stories()) {
            telling.tell(story);
            coverage.told(story, witness.visited(), witness.rungs(), null);
        }

        coverage.write(Path.of("target", "walk", "pages"), List.of(PROCESS));

        assertThat(findings).isEmpty();
        assertThat(book.faults()).isEmpty();
        assertThat(book.stories()).hasSizeGreaterThan(5);
        assertThat(coverage.gaps(List.of(PROCESS))).isEmpty();
        assertThat(catalogue.procedure(PROCESS).edition().names().vi()).isEqualTo(NAME);
        System.out.printf(
                "From an empty folder: created in %d ms, application started with it in %d ms, verified in %d ms, "
                        + "%d stories told in %d ms%n",
                creating.toMillis(),
                starting.toMillis(),
                verifying.toMillis(),
                book.stories().size(),
                since(from).minus(verifying).toMillis());
    }

    @Test
    void what_is_there_stays_and_everything_wrong_is_told_at_once() throws IOException {
        String before = everything();

        Said taken = command(PROCESS.procedure(), "2027-01-01", "Tên khác", "--to=" + FOLDER.toAbsolutePath());
        Said nonsense = command("Walk_Through", "2027-02-30", " ", "--fast", "--to=" + FOLDER.toAbsolutePath());
        Said nothing = command();

        assertThat(taken.code()).isOne();
        assertThat(taken.words()).contains("Đã có", "is there already", "forms/walk-through");
        assertThat(nonsense.words())
                .contains("chữ thường không dấu", "“2027-02-30” không đúng", "từ 1 đến 200 ký tự", "--fast");
        assertThat(nothing.words()).contains("Cần đúng ba mục", "Three things are needed");
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> file + "\n" + text(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Said(int code, String words) {}

    /** As a designer types it in the root of the project. */
    private static Said command(String... args) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "processes/NewProcedure.java"));
        words.addAll(List.of(args));
        var builder =
                new ProcessBuilder(words).directory(Path.of("..").toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
