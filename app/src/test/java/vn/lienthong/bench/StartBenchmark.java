package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long the packaged product takes from its start until it says that it is ready, on a data folder that exists, and how
 * much memory it holds then: as it is, and with the classes of an earlier start mapped as in the image. Package it first;
 * {@code -Dbench.rounds} (5) of each, in turn.
 */
class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Path FOLDER = Path.of("target", "bench", "start").toAbsolutePath();
    private static final String READY = "Liên Thông đã sẵn sàng";

    /** @param megabytes resident, without PostgreSQL */
    private record Start(double seconds, double megabytes) {}

    @Test
    void measure() throws Exception {
        Files.createDirectories(FOLDER);
        run(List.of("-Djarmode=tools", "-jar", jar().toString(), "extract", "--force", "--destination", "extracted"));
        Path extracted = FOLDER.resolve("extracted");
        Path program = extracted.resolve(jar().getFileName());
        Path archive = FOLDER.resolve("lienthong.jsa");
        start(List.of("-jar", program.toString()));
        run(List.of(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-Dserver.port=0",
                "-Dlienthong.home=" + FOLDER.resolve("home"),
                "-jar",
                program.toString()));

        List<Start> packaged = new ArrayList<>();
        List<Start> mapped = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            packaged.add(start(List.of("-jar", jar().toString())));
            mapped.add(start(List.of("-XX:SharedArchiveFile=" + archive, "-jar", program.toString())));
        }

        System.out.printf("%n| | ready after, s | resident, MB |%n|---|---|---|%n");
        report("java -jar", packaged);
        report("extracted, classes mapped", mapped);
    }

    private static Start start(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-Dserver.port=0"));
        command.addAll(program);
        command.addAll(List.of(
                "--lienthong.home=" + FOLDER.resolve("home"),
                "--spring.boot.admin.client.enabled=false",
                "--lienthong.demonstration.dossiers=false"));
        Path log = FOLDER.resolve("start.log");
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!Files.readString(log).contains(READY)) {
                assertThat(process.isAlive()).as("see " + log).isTrue();
                Thread.sleep(20);
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            return new Start(seconds, resident(process.pid()) / 1024.0);
        } finally {
            process.destroy();
            process.waitFor(1, TimeUnit.MINUTES);
        }
    }

    private static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        Path log = FOLDER.resolve("run.log");
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0)
                .as("see " + log)
                .isTrue();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.getFileName().toString().matches("lienthong-app-[^-]*(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("package the product first: mvn -DskipTests package"));
        }
    }

    /** Kilobytes, as Linux tells them. */
    private static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void report(String name, List<Start> starts) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s |%n",
                name,
                spread(starts.stream().mapToDouble(Start::seconds).toArray()),
                spread(starts.stream().mapToDouble(Start::megabytes).toArray()));
    }

    private static String spread(double[] values) {
        Arrays.sort(values);
        return String.format(
                Locale.ROOT, "%.1f (%.1f-%.1f)", values[values.length / 2], values[0], values[values.length - 1]);
    }
}
