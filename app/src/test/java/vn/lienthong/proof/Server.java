package vn.lienthong.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.operations.EmbeddedPostgreSql.Durability;

/** The one PostgreSQL of several nodes, behind a line: it is restarted, dies and is out of reach, and keeps its address. */
final class Server implements AutoCloseable {

    private final Path folder;
    private final TcpLine line;
    private EmbeddedPostgreSql postgreSql;

    Server(Path folder) {
        this.folder = folder.resolve("postgresql");
        postgreSql = EmbeddedPostgreSql.start(this.folder, Durability.FULL);
        line = new TcpLine(port());
    }

    private int port() {
        return URI.create(postgreSql.jdbcUrl().substring("jdbc:".length())).getPort();
    }

    private String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + line.port() + "/lienthong";
    }

    /** What a node is told about it. */
    List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + jdbcUrl(),
                "--spring.datasource.username=" + postgreSql.username(),
                "--spring.datasource.password=" + postgreSql.password());
    }

    /** What a command is told about it. */
    Map<String, String> environment() {
        return Map.of(
                "LIENTHONG_DATABASE_URL", jdbcUrl(),
                "LIENTHONG_DATABASE_USERNAME", postgreSql.username(),
                "LIENTHONG_DATABASE_PASSWORD", postgreSql.password());
    }

    JdbcClient jdbc() {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl(), postgreSql.username(), postgreSql.password()));
    }

    /** In order: sessions are ended, what is committed is on the disk. */
    void restart() {
        postgreSql.close();
        comeBack();
    }

    /** What {@code pg_ctl stop -m immediate} does: everybody is thrown out, the next start recovers from the log. */
    void fall() throws IOException, InterruptedException {
        String pid =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim();
        new ProcessBuilder("kill", "-QUIT", pid).start().waitFor();
        ProcessHandle.of(Long.parseLong(pid))
                .ifPresent(process -> process.onExit().join());
        postgreSql.close();
        comeBack();
    }

    private void comeBack() {
        postgreSql = EmbeddedPostgreSql.start(folder, Durability.FULL);
        line.leadTo(port());
    }

    void outOfReach(Duration time) throws InterruptedException {
        line.cut();
        Thread.sleep(time.toMillis());
        line.mend();
    }

    /** Until it is closed nobody can look at a worklist, and whoever tries keeps a connection while waiting. */
    Connection worklistsHeld() throws SQLException {
        Connection holding = DriverManager.getConnection(jdbcUrl(), postgreSql.username(), postgreSql.password());
        holding.setAutoCommit(false);
        holding.createStatement().execute("lock table worklist.line in access exclusive mode");
        return holding;
    }

    @Override
    public void close() {
        line.close();
        postgreSql.close();
    }
}
