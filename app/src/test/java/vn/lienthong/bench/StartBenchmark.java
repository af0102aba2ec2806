package vn.lienthong.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How long the packaged product takes from its start until it says that it is ready, on a data folder that exists, and how
 * much memory it holds then: as it is; with the classes of an earlier start mapped as in the image, also with a small heap and
 * with the quick compiler only; and, where {@code -Dbench.java25} names the folder of a JDK 25, with its cache. Package it
 * first; {@code -Dbench.rounds} (5) of each, in turn.
 */
class StartBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final Path FOLDER = Path.of("target", "bench", "start").toAbsolutePath();
    private static final String SERIAL = "-XX:+UseSerialGC";
    private static final String SMALL = "-Xmx512m";
    private static final String QUICK = "-XX:TieredStopAtLevel=1";
    private static final String READY = "Liên Thông đã sẵn sàng";

    /** @param megabytes resident, without PostgreSQL */
    private record Start(double seconds, double megabytes) {}

    @Test
    void measure() throws Exception {
        Files.createDirectories(FOLDER);
        String java = java(System.getProperty("java.home"));
        run(List.of(
                java, "-Djarmode=tools", "-jar", jar().toString(), "extract", "--force", "--destination", "extracted"));
        String program =
                FOLDER.resolve("extracted").resolve(jar().getFileName()).toString();
        start(List.of(java, "-jar", program));
        Path archive = FOLDER.resolve("lienthong.jsa");
        train(java, "-XX:ArchiveClassesAtExit=" + archive, program);
        String mapped = "-XX:SharedArchiveFile=" + archive;

        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("java -jar", List.of(java, "-jar", jar().toString()));
        ways.put("extracted, classes mapped", List.of(java, mapped, "-jar", program));
        ways.put("the same, small heap", List.of(java, mapped, SERIAL, SMALL, "-jar", program));
        ways.put("the same, quick compiler only", List.of(java, mapped, SERIAL, SMALL, QUICK, "-jar", program));
        String folder = System.getProperty("bench.java25");
        if (folder != null) {
            String java25 = java(folder);
            Path cache = FOLDER.resolve("lienthong.aot");
            train(java25, "-XX:AOTCacheOutput=" + cache, program);
            String cached = "-XX:AOTCache=" + cache;
            ways.put("JDK 25, java -jar", List.of(java25, "-jar", jar().toString()));
            ways.put("JDK 25, extracted, with its cache", List.of(java25, cached, "-jar", program));
            ways.put("JDK 25, the same, small heap", List.of(java25, cached, SERIAL, SMALL, "-jar", program));
        }

        Map<String, List<Start>> seen = new LinkedHashMap<>();
        for (int i = 0; i < ROUNDS; i++) {
            for (var way : ways.entrySet()) {
                seen.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(start(way.getValue()));
            }
        }

        System.out.printf("%n| | ready after, s | resident, MB |%n|---|---|---|%n");
        seen.forEach(StartBenchmark::report);
    }

    private static Start start(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(
                "--server.port=0",
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

    /** One start that notes which classes a start needs. */
    private static void train(String java, String noting, String program) throws IOException, InterruptedException {
        run(List.of(
                java,
                noting,
                "-Dspring.context.exit=onRefresh",
                "-Dserver.port=0",
                "-Dlienthong.home=" + FOLDER.resolve("home"),
                "-jar",
                program));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
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

    private static String java(String folder) {
        return Path.of(folder, "bin", "java").toString();
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
