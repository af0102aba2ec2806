package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.Organisation;

/** As in production: an OpenID Connect provider says who somebody is, our own organisation what they may do. */
class OfficersComeFromAProviderTest extends WithAProvider {

    private final int port;
    private final Visitor browser;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    @Autowired
    OfficersComeFromAProviderTest(@LocalServerPort int port, Organisation organisation, JdbcClient jdbc) {
        this.port = port;
        this.browser = new Visitor(port);
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @Test
    void whoever_the_provider_vouches_for_works_with_the_duties_we_gave() {
        HttpResponse<String> answer = logIn("  HoTich ");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).doesNotContain("/login");
        assertThat(browser.get("/api/v1/me").body())
                .contains("\"username\":\"hotich\"", "\"duty\":\"case-officer\"")
                .doesNotContain("technical-administrator");
        assertThat(browser.get("/ops/").statusCode()).isEqualTo(403);
    }

    @Test
    void people_go_on_to_the_page_they_asked_for() {
        assertThat(location(browser.get("/organisation", "Accept", "text/html")))
                .endsWith("/login");
        assertThat(browser.get("/login").body())
                .contains("href=\"/oauth2/authorization/agency\"", "Đăng nhập bằng tài khoản công vụ")
                .doesNotContain("type=\"password\"");

        assertThat(location(logIn("nghiepvu"))).contains("/organisation");
    }

    @Test
    void a_technical_administrator_reaches_the_machinery() {
        logIn("quantri");

        assertThat(browser.get("/ops/", "Accept", "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void whoever_has_no_account_here_is_told_so() {
        assertThat(location(logIn("somebody-else"))).endsWith("/login?unknown");
        assertThat(browser.get("/login?unknown").body()).contains("chưa được giao nhiệm vụ");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_login_that_nobody_asked_for_is_refused() {
        assertThat(location(browser.get("/login/oauth2/code/agency?code=stolen&state=guessed")))
                .endsWith("/login?error");
        assertThat(browser.get("/login?error").body()).contains("Hệ thống định danh chưa xác nhận được");
    }

    @Test
    void a_password_opens_nothing() {
        HttpResponse<String> answer = browser.get("/api/v1/me", "Authorization", Visitor.basic("tiepnhan", "demo"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("Bearer"));
        assertThat(browser.get("/actuator/env", "Authorization", Visitor.basic("quantri", "demo"))
                        .statusCode())
                .isEqualTo(401);
        String token = Visitor.token(browser.get("/login").body());

        browser.submit("/login", Map.of("username", "tiepnhan", "password", "demo", "_csrf", token));

        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_program_comes_with_a_token_that_was_meant_for_us() {
        assertThat(me(PROVIDER.bearer("congan", "lienthong")).statusCode()).isEqualTo(200);
        assertThat(me(PROVIDER.bearer("congan", "lienthong")).body()).contains("\"username\":\"congan\"");

        assertThat(me(PROVIDER.bearer("congan", "another-application")).statusCode())
                .isEqualTo(401);
        assertThat(me(PROVIDER.bearer("congan", "lienthong", Instant.now().minus(Duration.ofMinutes(5))))
                        .statusCode())
                .isEqualTo(401);
        assertThat(me(PROVIDER.forged("congan")).statusCode()).isEqualTo(401);
        assertThat(me(PROVIDER.bearer("somebody-else", "lienthong")).statusCode())
                .isEqualTo(401);
        assertThat(me("nonsense").statusCode()).isEqualTo(401);
        assertThat(me("nonsense").headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void a_program_of_an_agency_fetches_with_its_token_or_its_secret_and_an_officer_does_not() {
        assertThat(fetch("Bearer " + PROVIDER.ofProgram("police-worker", "lienthong"), "an-hoa-cong-an"))
                .isEqualTo(200);
        assertThat(fetch(Visitor.basic("police", "for-tests-only-police-0123456789abcdef"), "an-hoa-cong-an"))
                .isEqualTo(200);
        assertThat(fetch("Bearer " + PROVIDER.ofProgram("police-worker", "lienthong"), "bhxh-co-so"))
                .isEqualTo(403);

        assertThat(fetch("Bearer " + PROVIDER.ofProgram("police-worker", "another-application"), "an-hoa-cong-an"))
                .isEqualTo(401);
        assertThat(fetch("Bearer " + PROVIDER.ofProgram("somebodys-worker", "lienthong"), "an-hoa-cong-an"))
                .isEqualTo(401);
        assertThat(fetch("Bearer " + PROVIDER.bearer("congan", "lienthong"), "an-hoa-cong-an"))
                .isEqualTo(401);
        assertThat(me(PROVIDER.ofProgram("police-worker", "lienthong")).statusCode())
                .isEqualTo(401);
    }

    private int fetch(String authorization, String topic) {
        return browser.post(
                        "/engine-rest/external-task/fetchAndLock",
                        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"" + topic
                                + "\",\"lockDuration\":1000}]}",
                        "Authorization",
                        authorization,
                        "Content-Type",
                        "application/json")
                .statusCode();
    }

    @Test
    void a_program_may_send_commands_without_a_form_token() {
        HttpResponse<String> answer = browser.post(
                "/api/v1/dossiers",
                "{}",
                "Authorization",
                "Bearer " + PROVIDER.bearer("tiepnhan", "lienthong"),
                "Content-Type",
                "application/json");

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void an_account_that_is_closed_ends_with_the_next_request() {
        logIn("giamsat2");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
        try {
            jdbc.sql("update agency.officer set active = false where username = 'giamsat2'")
                    .update();
            Changed.organisation(organisation);

            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
            assertThat(location(logIn("giamsat2"))).endsWith("/login?unknown");
        } finally {
            jdbc.sql("update agency.officer set active = true where username = 'giamsat2'")
                    .update();
            Changed.organisation(organisation);
        }
    }

    @Test
    void leaving_here_is_leaving_there() {
        logIn("giamsat");
        HttpResponse<String> page = browser.get("/board");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).endsWith("form-action 'self' " + PROVIDER.issuer()));

        HttpResponse<String> answer = browser.submit("/logout", Map.of("_csrf", Visitor.token(page.body())));

        assertThat(location(answer))
                .startsWith(PROVIDER.issuer() + "/leave?id_token_hint=")
                .contains("post_logout_redirect_uri="
                        + URLEncoder.encode("http://localhost:" + port, StandardCharsets.UTF_8)
                                .replace("%3A", ":")
                                .replace("%2F", "/"));
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    /** Through the provider and back. */
    private HttpResponse<String> logIn(String person) {
        PROVIDER.person = person;
        HttpResponse<String> sent = browser.get("/oauth2/authorization/agency");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(location(sent)).startsWith(PROVIDER.issuer() + "/authorize?");
        assertThat(SmallProvider.fields(URI.create(location(sent)).getRawQuery()))
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile");
        URI back = URI.create(location(Visitor.elsewhere(location(sent))));
        return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private HttpResponse<String> me(String token) {
        return browser.get("/api/v1/me", "Authorization", "Bearer " + token);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
