package vn.lienthong.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.ApplicationProcess;

/**
 * One installation of the product as an administration runs it: a process of its own, a data folder with a PostgreSQL of its
 * own, an address that stays. It can be killed and started again as often as somebody likes.
 */
final class Installation implements AutoCloseable {

    private final String name;
    private final Path home;
    private final Map<String, String> environment;
    private final int port;
    private final List<String> settings = new ArrayList<>();

    private @Nullable ApplicationProcess process;
    private @Nullable Path program;

    Installation(String name, Path folder) {
        this(name, folder.resolve(name), Map.of());
    }

    /** @param environment of its operator's commands: where the database is, when it has none of its own */
    Installation(String name, Path home, Map<String, String> environment) {
        this.name = name;
        this.home = home;
        this.environment = environment;
        this.port = freePort();
        set("--server.port=" + port);
    }

    /** Starts one of its operator's commands, of the version that it runs. */
    ApplicationProcess command(String... words) {
        return program == null
                ? ApplicationProcess.command(home, environment, words)
                : ApplicationProcess.commandOfJar(program, home, environment, words);
    }

    Installation set(String... more) {
        return set(List.of(more));
    }

    /** More settings, from the next start on. */
    Installation set(List<String> more) {
        settings.addAll(more);
        return this;
    }

    String name() {
        return name;
    }

    Path home() {
        return home;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Starts it and waits until it says that it is ready. */
    synchronized void start() {
        String[] arguments = settings.toArray(String[]::new);
        ApplicationProcess started = program == null
                ? ApplicationProcess.launch(home, arguments)
                : ApplicationProcess.launchJar(program, home, arguments);
        process = started;
        started.address();
    }

    /** From the next start on it is another version: its jar, or null for this one. */
    void runs(@Nullable Path jar) {
        program = jar;
    }

    /** What {@code kill} does: it finishes what it holds.
     *
     * @return its exit code
     */
    synchronized int stop() {
        return Objects.requireNonNull(process).stop();
    }

    /** {@code kill -9} of the application; its PostgreSQL lives on until the next start. */
    synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** As when the power fails: {@code kill -9} of the application and of its PostgreSQL. */
    synchronized void cutPower() {
        kill();
        postgreSql().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Ends it in order, so that nothing runs on when the test is over. */
    @Override
    public synchronized void close() {
        if (process != null && process.isAlive()) {
            process.stop();
        }
        if (postgreSql().isPresent()) {
            EmbeddedPostgreSql.start(home.resolve("postgresql"), EmbeddedPostgreSql.Durability.FULL)
                    .close();
        }
    }

    private Optional<ProcessHandle> postgreSql() {
        Path pidFile = home.resolve("postgresql/data/postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(pidFile).get(0).trim()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
