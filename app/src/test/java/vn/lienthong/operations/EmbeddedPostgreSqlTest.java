package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.operations.EmbeddedPostgreSql.Durability;

/** What was committed to the database of the default start is still there, whatever happened in between. */
class EmbeddedPostgreSqlTest {

    private static final int KILLED = 137;

    @TempDir
    Path home;

    @Test
    void survives_the_death_of_its_process_and_an_interrupted_first_start() throws Exception {
        Path folder = Files.createDirectory(home.resolve(nameAsPeopleUseThem()));
        anInterruptedFirstStart(folder);

        int exit = inAnotherProcess(folder);

        assertThat(exit).isEqualTo(KILLED);
        assertThat(folder.resolve("data/postmaster.pid")).exists();
        try (EmbeddedPostgreSql server = EmbeddedPostgreSql.start(folder, Durability.FULL)) {
            assertThat(ask(server, "select string_agg(word, ' ') from kept")).isEqualTo("một hồ sơ");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("localhost");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), server.username(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> EmbeddedPostgreSql.start(folder.resolve("password"), Durability.FULL))
                    .isInstanceOf(EmbeddedPostgreSqlFailed.class);
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    /** With a space and Vietnamese letters, unless this machine's locale has none. */
    private static String nameAsPeopleUseThem() {
        return "UTF-8".equals(System.getProperty("sun.jnu.encoding")) ? "Dữ liệu" : "du lieu";
    }

    /** Killed in the middle of unpacking the server and of creating its files. */
    private static void anInterruptedFirstStart(Path folder) throws IOException, NoSuchAlgorithmException {
        Files.createFile(folder.resolve("unfinished"));
        Path programs =
                folder.resolve("binaries").resolve("PG-" + digestOfTheArchive()).resolve("bin");
        Files.createDirectories(programs);
        Files.createFile(programs.resolve("postgres"));
        Files.createDirectories(folder.resolve("data"));
        Files.createFile(folder.resolve("data/postgresql.conf"));
    }

    /** The library unpacks into a folder of this name, and leaves alone what it finds there. */
    private static String digestOfTheArchive() throws IOException, NoSuchAlgorithmException {
        String processor = System.getProperty("os.arch").replace("amd64", "x86_64");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), processor)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive.readAllBytes()));
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "Windows" : name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static int inAnotherProcess(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingOwner.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/dying-owner.log"))
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static String ask(EmbeddedPostgreSql server, String query) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Commits a row and dies as if somebody had typed {@code kill -9}. */
    static final class DyingOwner {

        private DyingOwner() {}

        public static void main(String[] args) throws Exception {
            EmbeddedPostgreSql server = EmbeddedPostgreSql.start(Path.of(args[0]), Durability.FULL);
            try (Connection connection =
                            DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (word text)");
                statement.execute("insert into kept values ('một hồ sơ')");
            }
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start();
            Thread.sleep(60_000);
        }
    }
}
