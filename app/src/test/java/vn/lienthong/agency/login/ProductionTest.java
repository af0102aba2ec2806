package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.ApplicationProcess;
import vn.lienthong.testing.SharedPostgreSql;

/** The profile {@code prod} as a process of its own, with an empty database and an identity provider. */
@Tag("process")
class ProductionTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(180);

    @TempDir
    Path folder;

    @Test
    void an_officer_logs_in_with_the_provider() throws Exception {
        var provider = new SmallProvider();
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        sql(server, "postgres", "drop database if exists production with (force)");
        sql(server, "postgres", "create database production owner lienthong");
        int port = freePort();

        try (ApplicationProcess production = ApplicationProcess.launch(
                folder,
                "--spring.profiles.active=prod",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--LIENTHONG_DATABASE_URL=" + server.jdbcUrl("production"),
                "--LIENTHONG_DATABASE_USERNAME=" + server.username(),
                "--LIENTHONG_DATABASE_PASSWORD=" + server.password(),
                "--lienthong.secret=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "--LIENTHONG_ISSUER_URI=" + provider.issuer(),
                "--LIENTHONG_CLIENT_SECRET=" + SmallProvider.SECRET)) {
            var browser = new Proxied(port);
            untilReady(browser, production);
            sql(
                    server,
                    "production",
                    "insert into agency.officer (username, full_name) values ('lan', 'Nguyễn Thị Lan')");
            provider.person = "lan";

            HttpResponse<String> sent = browser.get("/oauth2/authorization/agency");
            String there = sent.headers().firstValue("Location").orElseThrow();
            assertThat(SmallProvider.fields(URI.create(there).getRawQuery()))
                    .containsEntry("redirect_uri", "https://ward.example.vn/login/oauth2/code/agency");
            URI back = URI.create(
                    Visitor.elsewhere(there).headers().firstValue("Location").orElseThrow());
            browser.get(back.getRawPath() + "?" + back.getRawQuery());

            assertThat(browser.get("/api/v1/me").body()).contains("\"username\":\"lan\"", "Nguyễn Thị Lan");
            assertThat(browser.get("/login").body()).doesNotContain("type=\"password\"");
        }
        sql(server, "postgres", "drop database production with (force)");
    }

    private static void untilReady(Proxied browser, ApplicationProcess production) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!browser.isReady()) {
            assertThat(System.currentTimeMillis()).as(production.output()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static void sql(EmbeddedPostgreSql server, String database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        server.jdbcUrl(database), EmbeddedPostgreSql.superuser(), server.password());
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** A browser behind the reverse proxy: it speaks TLS with that, and so gets its cookies back. */
    private static final class Proxied {

        private final Visitor visitor;
        private String cookies = "";

        Proxied(int port) {
            this.visitor = new Visitor(port);
        }

        boolean isReady() {
            try {
                return get("/actuator/health/readiness").statusCode() == 200;
            } catch (AssertionError notYet) {
                return false;
            }
        }

        HttpResponse<String> get(String path) {
            HttpResponse<String> answer = visitor.get(
                    path,
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "ward.example.vn",
                    "X-Forwarded-Port",
                    "443",
                    "Cookie",
                    cookies);
            List<String> set = answer.headers().allValues("Set-Cookie");
            if (!set.isEmpty()) {
                assertThat(set).allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
                cookies = set.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
            }
            return answer;
        }
    }
}
