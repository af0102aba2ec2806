package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.ApplicationProcess;
import vn.lienthong.testing.Guards;
import vn.lienthong.testing.SharedPostgreSql;

/** The profile {@code prod} as processes of its own: with an identity provider, and with accounts of the office's own. */
@Tag("process")
class ProductionTest {

    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(180);
    private static final String SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final Pattern ONE_TIME = Pattern.compile("[a-z0-9]{4}(-[a-z0-9]{4}){3}");
    private static final String CHOSEN = "một mật khẩu đủ dài và lạ";

    @TempDir
    Path folder;

    private final EmbeddedPostgreSql server = SharedPostgreSql.server();

    @Test
    void an_officer_logs_in_with_the_provider_and_in_an_office_without_one_with_the_slip() throws Exception {
        var provider = new SmallProvider();
        sql("postgres", "drop database if exists production with (force)");
        sql("postgres", "create database production owner lienthong");
        int port = freePort();
        int other = freePort();
        try (ApplicationProcess production = production(
                port,
                "--LIENTHONG_ISSUER_URI=" + provider.issuer(),
                "--LIENTHONG_CLIENT_SECRET=" + SmallProvider.SECRET)) {
            var browser = new Proxied(port);
            untilReady(browser, production);
            try (ApplicationProcess office = production(
                    other,
                    "--LIENTHONG_LOCAL_ACCOUNTS=true",
                    // Nobody waits here as long as an officer would.
                    "--spring.datasource.hikari.connection-timeout=1000")) {
                logsInWithTheProvider(browser, provider);
                String slip = firstAccount();

                var officer = new Proxied(other);
                untilReady(officer, office);
                changesThePasswordFirst(officer, slip);
                saysWhenTheDatabaseIsAway(officer, office);
            }
        }
        aCommandOnAnOlderDatabaseSaysWhatToDo();
        sql("postgres", "drop database production with (force)");
    }

    private ApplicationProcess production(int port, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.profiles.active=prod",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--LIENTHONG_DATABASE_URL=" + server.jdbcUrl("production"),
                "--LIENTHONG_DATABASE_USERNAME=" + server.username(),
                "--LIENTHONG_DATABASE_PASSWORD=" + server.password(),
                "--lienthong.secret=" + SECRET));
        all.addAll(List.of(arguments));
        return ApplicationProcess.launch(folder.resolve("node-" + port), all.toArray(String[]::new));
    }

    private void logsInWithTheProvider(Proxied browser, SmallProvider provider) throws SQLException {
        sql("production", "insert into agency.officer (username, full_name) values ('lan', 'Nguyễn Thị Lan')");
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

    /** By the command on the machine, beside nodes that run. */
    private String firstAccount() {
        try (ApplicationProcess command =
                command("create-account", "nghiepvu", "Nguyễn Thị Lan", "an-hoa", "UBND phường An Hòa")) {
            assertThat(command.exitCode()).as(command.output()).isZero();
            Matcher shown = ONE_TIME.matcher(command.output());
            assertThat(shown.find()).as(command.output()).isTrue();
            return shown.group();
        }
    }

    private static void changesThePasswordFirst(Proxied officer, String slip) {
        HttpResponse<String> in = officer.submit("/login", Map.of("username", "nghiepvu", "password", slip));
        assertThat(in.headers().firstValue("Location")).hasValue("https://ward.example.vn/");
        assertThat(officer.get("/accounts").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/account/password"));

        officer.submit("/account/password", Map.of("present", slip, "next", CHOSEN, "repeated", CHOSEN));

        assertThat(officer.get("/accounts").body()).contains("Nguyễn Thị Lan");
    }

    /** Gets no work, and is not restarted either, which would help nobody. */
    private void saysWhenTheDatabaseIsAway(Proxied officer, ApplicationProcess office) throws Exception {
        sql("postgres", "alter database production allow_connections false");
        sql("postgres", "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'production'");

        assertThat(officer.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(officer.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(officer.get("/accounts").statusCode()).isEqualTo(503);

        sql("postgres", "alter database production allow_connections true");
        untilReady(officer, office);
        assertThat(officer.get("/accounts").statusCode()).isEqualTo(200);
    }

    private void aCommandOnAnOlderDatabaseSaysWhatToDo() throws SQLException {
        sql("production", "delete from flyway_schema_history where version = '101'");
        try (ApplicationProcess command = command("verify-log")) {
            assertThat(command.exitCode()).isEqualTo(1);
            assertThat(command.output())
                    .containsOnlyOnce("V101__guess.sql). Hãy khởi động một nút của phiên bản này")
                    .doesNotContain("Exception");
        }
    }

    private ApplicationProcess command(String... words) {
        return ApplicationProcess.command(
                folder.resolve("command"),
                Map.of(
                        "SPRING_PROFILES_ACTIVE",
                        "prod",
                        "LIENTHONG_SECRET",
                        SECRET,
                        "LIENTHONG_LOCAL_ACCOUNTS",
                        "true",
                        "LIENTHONG_DATABASE_URL",
                        server.jdbcUrl("production"),
                        "LIENTHONG_DATABASE_USERNAME",
                        server.username(),
                        "LIENTHONG_DATABASE_PASSWORD",
                        server.password()),
                words);
    }

    private static void untilReady(Proxied browser, ApplicationProcess production) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (!browser.isReady()) {
            assertThat(System.currentTimeMillis()).as(production.output()).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void sql(String database, String statement) throws SQLException {
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
            return known(path, visitor.get(path, headers()));
        }

        /** Fills in a form that was opened on the page of the same address. */
        HttpResponse<String> submit(String path, Map<String, String> fields) {
            Map<String, String> all = new HashMap<>(fields);
            all.put("_csrf", Visitor.token(get(path).body()));
            String body = all.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return known(path, visitor.post(path, body, headers("Content-Type", "application/x-www-form-urlencoded")));
        }

        private String[] headers(String... more) {
            List<String> all = new ArrayList<>(List.of(
                    "X-Forwarded-Proto",
                    "https",
                    "X-Forwarded-Host",
                    "ward.example.vn",
                    "X-Forwarded-Port",
                    "443",
                    "Cookie",
                    cookies));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        private HttpResponse<String> known(String path, HttpResponse<String> answer) {
            assertThat(Guards.missing(path, true, answer.headers()::allValues))
                    .as(path)
                    .isEmpty();
            List<String> set = answer.headers().allValues("Set-Cookie");
            if (!set.isEmpty()) {
                assertThat(set).allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; Path=/;"));
                assertThat(set).noneSatisfy(cookie -> assertThat(cookie).startsWith("JSESSIONID"));
                cookies = set.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
            }
            return answer;
        }
    }
}
