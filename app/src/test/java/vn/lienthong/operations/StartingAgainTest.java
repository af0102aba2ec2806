package vn.lienthong.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.testing.ApplicationProcess;

/** With real processes: the first start, a second one beside it, {@code kill -9}, the start after that, the end. */
@Tag("process")
class StartingAgainTest {

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;

    @TempDir
    Path folder;

    @Test
    void nothing_is_lost_however_the_process_ended() throws Exception {
        Path home = folder.resolve("data");
        try (ApplicationProcess first = ApplicationProcess.launch(home)) {
            URI address = first.address();
            assertThat(first.output()).contains("tiepnhan", "quantri", "demo", home.toString());
            assertThat(status(address)).isEqualTo(200);
            commit(home, "create table kept (word text)", "insert into kept values ('một hồ sơ')");

            int port = address.getPort();
            try (ApplicationProcess second = ApplicationProcess.launch(home, "--server.port=" + port)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output().strip().lines())
                        .hasSize(4)
                        .allMatch(
                                line -> line.startsWith("Không khởi động được: ") || line.startsWith("Cannot start: "))
                        .anyMatch(line -> line.contains("the data folder " + home + " is in use"))
                        .anyMatch(line -> line.contains("port " + port + " is in use"));
            }

            assertThat(first.kill()).isEqualTo(KILLED);
        }
        try (ApplicationProcess again = ApplicationProcess.launch(home)) {
            again.address();

            assertThat(ask(home, "select word from kept")).isEqualTo("một hồ sơ");
            assertThat(again.stop()).isEqualTo(TERMINATED);
        }
        assertThat(home.resolve("postgresql/data/postmaster.pid")).doesNotExist();
    }

    private static int status(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static void commit(Path home, String... statements) throws IOException, SQLException {
        try (Connection connection = database(home);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String ask(Path home, String query) throws IOException, SQLException {
        try (Connection connection = database(home);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Into the other process's database, by what lies in its data folder. */
    private static Connection database(Path home) throws IOException, SQLException {
        Path server = home.resolve("postgresql");
        String port = Files.readAllLines(server.resolve("data/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + port + "/lienthong",
                "lienthong",
                Files.readString(server.resolve("password")));
    }
}
