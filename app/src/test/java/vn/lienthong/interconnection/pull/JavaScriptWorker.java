package vn.lienthong.interconnection.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public JavaScript worker, installed from npm as it is, in a process of its own. Where there is no Node, or no npm
 * registry, its tests are skipped, which the build server does not accept.
 */
final class JavaScriptWorker implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "test", "external-task-worker");
    private static final Path FOLDER = Path.of("target", "external-task-worker");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "worker.mjs");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader lines;

    private JavaScriptWorker(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Installs it once, by the lock file. */
    private static void install() {
        try {
            Files.createDirectories(FOLDER);
            for (String file : FILES) {
                Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            assumeTrue(runs("node", "--version"), "there is no Node here");
            if (!Files.isDirectory(FOLDER.resolve("node_modules/camunda-external-task-client-js"))) {
                assumeTrue(runs("npm", "ci", "--no-audit", "--no-fund"), "the worker cannot be installed from npm");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one and waits until it is there. */
    static JavaScriptWorker start(Map<String, String> settings) {
        install();
        try {
            ProcessBuilder builder = new ProcessBuilder("node", "worker.mjs").directory(FOLDER.toFile());
            builder.environment().putAll(settings);
            builder.redirectError(new File("target/external-task-worker.log"));
            var worker = new JavaScriptWorker(builder.start());
            assertThat(worker.next().path("what").asString()).isEqualTo("waiting");
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it does next; waits for it. */
    JsonNode next() {
        try {
            String line;
            do {
                line = lines.readLine();
                assertThat(line).as("the worker says something").isNotNull();
            } while (!line.startsWith("{"));
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static boolean runs(String... command) throws IOException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target/external-task-worker.npm.log"))
                    .start();
            return process.waitFor(3, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException notThere) {
            return false;
        }
    }
}
