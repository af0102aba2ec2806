package vn.lienthong.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.LienThong;

/** The application as a process of its own, as a user starts it: demonstration profile, own data folder, own port. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Liên Thông đã sẵn sàng: (http://\\S+/)");
    private static final long PATIENCE_SECONDS = 420;

    private static final List<String> THIS_VERSION =
            List.of("-cp", System.getProperty("java.class.path"), LienThong.class.getName());

    private static final AtomicInteger LAUNCHED = new AtomicInteger();

    private final Process process;
    private final Path log;

    private ApplicationProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts and does not wait. The log goes to {@code target/application-process-*.log}. */
    public static ApplicationProcess launch(Path home, String... arguments) {
        return start(home, Map.of(), THIS_VERSION, settings(home, arguments));
    }

    /** The same of another version of the product. */
    public static ApplicationProcess launchJar(Path jar, Path home, String... arguments) {
        return start(home, Map.of(), List.of("-jar", jar.toString()), settings(home, arguments));
    }

    private static List<String> settings(Path home, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--lienthong.home=" + home,
                "--spring.boot.admin.client.enabled=false",
                "--lienthong.demonstration.dossiers=false"));
        all.addAll(List.of(arguments));
        return all;
    }

    /** Starts one of an operator's commands, such as {@code verify-log}, and does not wait. */
    public static ApplicationProcess command(Path home, String... words) {
        return command(home, Map.of(), words);
    }

    /** @param environment besides what this process has */
    public static ApplicationProcess command(Path home, Map<String, String> environment, String... words) {
        return start(home, environment, THIS_VERSION, List.of(words));
    }

    /** The same of another version of the product. */
    public static ApplicationProcess commandOfJar(
            Path jar, Path home, Map<String, String> environment, String... words) {
        return start(home, environment, List.of("-jar", jar.toString()), List.of(words));
    }

    private static ApplicationProcess start(
            Path home, Map<String, String> environment, List<String> program, List<String> arguments) {
        try {
            Path log = Path.of("target", "application-process-" + LAUNCHED.incrementAndGet() + ".log");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    // Arguments win over it.
                    "-Dserver.port=0"));
            command.addAll(program);
            command.addAll(arguments);
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("LIENTHONG_HOME", home.toString());
            builder.environment().putAll(environment);
            return new ApplicationProcess(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until it says that it is ready, and returns the address that it says. */
    public URI address() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (System.nanoTime() < end && process.isAlive()) {
                Matcher ready = READY.matcher(output());
                if (ready.find()) {
                    return URI.create(ready.group(1));
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("not ready: " + output());
    }

    /** Waits for its end. */
    public int exitCode() {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("still running: " + output());
    }

    /** What {@code kill -9} does: no hook runs, nothing is said good-bye to. */
    public int kill() {
        process.destroyForcibly();
        return exitCode();
    }

    /** What {@code kill} and Ctrl-C do. */
    public int stop() {
        process.destroy();
        return exitCode();
    }

    public String output() {
        try (BufferedReader reader = Files.newBufferedReader(log, StandardCharsets.UTF_8)) {
            return String.join("\n", reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
