package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.Api;
import vn.lienthong.testing.ApplicationProcess;
import vn.lienthong.testing.SharedPostgreSql;

/** Two real processes on one database, hundreds of rungs due at once, and {@code kill -9} for one of them in the middle. */
@Tag("process")
class AStormOnTwoNodesTest {

    private static final int RUNGS = 400;
    private static final String DATABASE = "storm_nodes";

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void every_rung_is_told_exactly_once_although_a_node_is_killed_in_the_middle() throws Exception {
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        try (Connection admin = DriverManager.getConnection(
                server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password())) {
            admin.createStatement().execute("drop database if exists " + DATABASE + " with (force)");
            admin.createStatement().execute("create database " + DATABASE + " owner " + server.username());
        }
        try (ApplicationProcess surviving = node("surviving", server);
                Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(DATABASE), server.username(), server.password())) {
            URI address = surviving.address();
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            try (ApplicationProcess killed = node("killed", server)) {
                var one = new DossierNumber(new Api(address, "tiepnhan")
                        .post("dossiers", aDeathThreeDaysAgo())
                        .path("number")
                        .asString());
                killed.address();
                connection.setAutoCommit(false);
                new Storm(jdbc).dueAt(one, RUNGS, Instant.now().minus(Duration.ofMinutes(1)));
                connection.commit();
                connection.setAutoCommit(true);

                while (told(jdbc) < RUNGS / 10 || !killed.output().contains("escalated S-")) {
                    assertThat(told(jdbc)).as("too fast for this test").isLessThan(RUNGS);
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                killed.kill();
            }
            assertThat(told(jdbc)).as("in the middle").isBetween(RUNGS / 10, RUNGS - 1);
            while (told(jdbc) < RUNGS) {
                TimeUnit.MILLISECONDS.sleep(50);
            }

            assertThat(surviving.output()).contains("escalated S-");
            assertThat(jdbc.sql("select count(*) || ' ' || count(distinct clock) from deadline.escalation"
                                    + " where dossier like 'S-%'")
                            .query(String.class)
                            .single())
                    .isEqualTo(RUNGS + " " + RUNGS);
            assertThat(jdbc.sql("select count(*) || ' ' || count(distinct dossier) from dossier.event"
                                    + " where dossier like 'S-%' and what = 'escalated'")
                            .query(String.class)
                            .single())
                    .isEqualTo(RUNGS + " " + RUNGS);
            assertThat(jdbc.sql("select count(*) from deadline.clock where dossier like 'S-%' and missed")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(RUNGS);
            assertThat(jdbc.sql(
                                    "select count(*) from deadline.clock where dossier like 'S-%' and next_rung_at <= now()")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            dropped(server);
        }
    }

    /** Small batches, so that there is a middle to be killed in. */
    private ApplicationProcess node(String name, EmbeddedPostgreSql server) {
        return ApplicationProcess.launch(
                folder.resolve(name),
                "--spring.datasource.url=" + server.jdbcUrl(DATABASE),
                "--spring.datasource.username=" + server.username(),
                "--spring.datasource.password=" + server.password(),
                "--spring.datasource.hikari.maximum-pool-size=8",
                "--lienthong.deadline.batch=2",
                "--lienthong.deadline.threads=1",
                "--lienthong.deadline.idle=100ms");
    }

    private static int told(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from deadline.escalation where dossier like 'S-%'")
                .query(Integer.class)
                .single();
    }

    /** The first case of the collection, moved to today: these processes have the time of the machine. */
    private static ObjectNode aDeathThreeDaysAgo() throws IOException {
        try (InputStream file =
                AStormOnTwoNodesTest.class.getResourceAsStream("/cases/death-registration/01-two-items-morning.json")) {
            ObjectNode request =
                    (ObjectNode) JsonMapper.builder().build().readTree(file).path("request");
            ObjectNode data = (ObjectNode) request.path("data");
            ((ObjectNode) data.path("deceased"))
                    .put("diedAt", OffsetDateTime.now().minusDays(3).toString());
            ((ObjectNode) data.path("deathNotice"))
                    .put("issuedOn", LocalDate.now().minusDays(2).toString());
            return request;
        }
    }

    private static void dropped(EmbeddedPostgreSql server) throws SQLException {
        try (Connection admin = DriverManager.getConnection(
                server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password())) {
            admin.createStatement().execute("drop database if exists " + DATABASE + " with (force)");
        }
    }
}
