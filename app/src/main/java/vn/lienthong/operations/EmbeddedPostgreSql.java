package vn.lienthong.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.command.OwnerOnly;

/**
 * A real PostgreSQL in a folder of ours: the database of the default start and of the tests.
 *
 * <p>It listens on loopback at a free port, wants a password that only the owner of the folder can read, and keeps what
 * was committed even when this process or the machine dies. One process at a time may use a folder; the caller sees to
 * that.
 */
public final class EmbeddedPostgreSql implements AutoCloseable {

    /** Whether a committed transaction survives a power cut; only tests may do without. */
    public enum Durability {
        FULL,
        NONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgreSql.class);

    private static final String SUPERUSER = "postgres";
    private static final String NAME = "lienthong";

    /** Recovery after a crash may replay a long log on a slow disk. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    /** The server's own log is for the last few starts, not for ever. */
    private static final long MAX_LOG_BYTES = 10L * 1024 * 1024;

    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedPostgreSql(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server of a folder, creating it first when it is new.
     *
     * @param folder holds {@code data} (the database), {@code binaries} (the unpacked server), {@code password} and
     *     {@code server.log}
     * @throws EmbeddedPostgreSqlFailed when the server does not come up; nothing of an existing database is touched then
     */
    public static EmbeddedPostgreSql start(Path folder, Durability durability) {
        Path home = folder.toAbsolutePath().normalize();
        try {
            return startIn(home, durability);
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw new EmbeddedPostgreSqlFailed(home.resolve("server.log"), e);
        }
    }

    private static EmbeddedPostgreSql startIn(Path home, Durability durability) throws IOException, SQLException {
        Files.createDirectories(home);
        OwnerOnly.restrict(home);
        Path data = home.resolve("data");
        // Marks a folder whose first start never ended: half-unpacked programs or half a cluster, but no data yet.
        Path unfinished = home.resolve("unfinished");
        if (Files.exists(unfinished)) {
            FileSystemUtils.deleteRecursively(data);
            FileSystemUtils.deleteRecursively(home.resolve("binaries"));
        } else if (!Files.exists(data)) {
            Files.createFile(unfinished);
        }
        stopOrphan(data);
        String password = password(home.resolve("password"));
        EmbeddedPostgres server = builder(home, durability, password).start();
        try {
            createDatabase(server, password);
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
        Files.deleteIfExists(unfinished);
        LOG.info("PostgreSQL started on port {}, data in {}", server.getPort(), data);
        return new EmbeddedPostgreSql(server, password);
    }

    private static EmbeddedPostgres.Builder builder(Path home, Durability durability, String password)
            throws IOException {
        Path binaries = Files.createDirectories(home.resolve("binaries"));
        // Folders below the library's working directory that are older than ten minutes are deleted at start, a data
        // folder included: give it one of its own beside the data.
        System.setProperty("ot.epg.working-dir", binaries.toString());
        String sync = durability == Durability.FULL ? "on" : "off";
        Redirect log = Redirect.appendTo(freshLog(home.resolve("server.log")).toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(0)
                .setPGStartupWait(START_TIMEOUT)
                .setOutputRedirector(log)
                // These become options of initdb; they override the library's "trust".
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", home.resolve("password").toString())
                .setLocaleConfig("locale", "C")
                .setConnectConfig("password", password)
                // The library starts its server with -F, which switches this off.
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "100")
                .setServerConfig("timezone", "Asia/Ho_Chi_Minh")
                .setServerConfig("log_checkpoints", "off");
    }

    private static Path freshLog(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > MAX_LOG_BYTES) {
            Files.delete(log);
        }
        return log;
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            OwnerOnly.write(file, HexFormat.of().formatHex(secret));
        }
        return Files.readString(file).trim();
    }

    /** The application is no superuser here either, as it is none on a server of the administration. */
    private static void createDatabase(EmbeddedPostgres server, String password) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (isEmpty(statement, "select from pg_roles where rolname = '" + NAME + "'")) {
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (isEmpty(statement, "select from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean isEmpty(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return !found.next();
        }
    }

    /**
     * Ends the server that a killed process left behind. It would go on serving nobody and keep the next one from
     * starting.
     */
    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        String firstLine =
                Files.readString(pidFile).lines().findFirst().orElse("").trim();
        Optional<ProcessHandle> orphan = firstLine.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(firstLine)).filter(process -> serves(process, data))
                : Optional.empty();
        if (orphan.isPresent()) {
            LOG.warn("Stopping PostgreSQL {} that an earlier start left behind", firstLine);
            stop(orphan.get(), data);
        }
        // Otherwise the number belongs to somebody else by now, and the server would refuse to start because of it.
        Files.deleteIfExists(pidFile);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        boolean isPostgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.startsWith("postgres"))
                .isPresent();
        // Windows does not tell arguments; there the name has to do.
        boolean onThisFolder =
                info.commandLine().map(line -> line.contains(data.toString())).orElse(true);
        return isPostgres && onThisFolder;
    }

    private static void stop(ProcessHandle process, Path data) throws IOException {
        Optional<Path> pgCtl = process.info().command().map(Path::of).map(EmbeddedPostgreSql::pgCtlBeside);
        try {
            if (pgCtl.isPresent() && Files.isExecutable(pgCtl.get())) {
                // "fast" does not wait for clients, and ends only when every server process has gone.
                new ProcessBuilder(pgCtl.get().toString(), "stop", "-D", data.toString(), "-m", "fast", "-w")
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
            if (process.isAlive()) {
                process.destroy();
                process.onExit()
                        .orTimeout(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                        .join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL to stop", e);
        }
    }

    private static Path pgCtlBeside(Path postgres) {
        String name = postgres.getFileName().toString().replaceFirst("postgres", "pg_ctl");
        return postgres.resolveSibling(name);
    }

    /** The address for JDBC of the application's own database. */
    public String jdbcUrl() {
        return jdbcUrl(NAME);
    }

    /** The address for JDBC of another database of the same server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password;
    }

    /** The server's super-user, for tests that create databases. */
    public static String superuser() {
        return SUPERUSER;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
