package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.Organisation;
import vn.lienthong.testing.ModuleTest;

/** A person logs in with the form, works with a session, and loses rights when they are taken, not when it ends. */
@ModuleTest
class OfficersLogInTest {

    private final Visitor browser;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    @Autowired
    OfficersLogInTest(@LocalServerPort int port, Organisation organisation, JdbcClient jdbc) {
        this.browser = new Visitor(port);
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiepnhan",
                "hotich",
                "lanhdao",
                "vanthu",
                "congan",
                "baotro",
                "noivu",
                "bhxh",
                "traketqua",
                "giamsat",
                "giamdoc",
                "thietke",
                "nghiepvu",
                "quantri",
                "thanhtra"
            })
    void every_demonstration_account_through_the_form(String username) {
        HttpResponse<String> answer = browser.logIn(username, "demo");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).doesNotContain("/login");
        HttpResponse<String> me = browser.get("/api/v1/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"username\":\"" + username + "\"");
    }

    @Test
    void whoever_is_not_logged_in_is_sent_to_the_login_page_and_back() {
        HttpResponse<String> sent = browser.get("/organisation?on=2026-11-20", "Accept", "text/html");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(location(sent)).endsWith("/login");

        assertThat(location(browser.logIn("nghiepvu", "demo"))).contains("/organisation?on=2026-11-20");
    }

    @Test
    void a_part_of_a_page_sends_the_whole_page_to_the_login() {
        HttpResponse<String> answer = browser.get("/organisation", "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/login");
    }

    @Test
    void a_wrong_password_comes_back_to_the_form() {
        HttpResponse<String> answer = browser.logIn("thietke", "wrong");

        assertThat(location(answer)).endsWith("/login?error");
        HttpResponse<String> form = browser.get("/login?error");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng");
        assertThat(browser.get("/login?error&lang=en").body()).contains("wrong");
    }

    @Test
    void too_many_wrong_passwords_have_to_wait() {
        for (int i = 0; i < LoginThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            browser.logIn("giamsat2", "wrong");
        }

        HttpResponse<String> answer = browser.logIn("giamsat2", "demo");

        assertThat(location(answer)).matches(".*/login\\?wait=\\d+");
        assertThat(browser.get("/login?wait=25").body()).contains("chờ 1 phút");
    }

    @Test
    void a_form_without_a_token_is_asked_to_start_again() {
        HttpResponse<String> answer = browser.submit("/login", Map.of("username", "hotich", "password", "demo"));

        assertThat(location(answer)).endsWith("/login?expired");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_of_before_this_login_is_told_so_and_can_be_sent_again_as_it_was_typed() {
        browser.logIn("hotich", "demo");
        String form = "_csrf=of-before&note=%3Cb%3E%22quoted%22+words&note=two&back=%2Fworklist";

        HttpResponse<String> refused = browser.post(
                "/agencies/an-hoa/nothing?on=1",
                form,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("biểu mẫu đã cũ", "action=\"/agencies/an-hoa/nothing?on=1\"")
                .contains("name=\"note\" value=\"&lt;b&gt;&quot;quoted&quot; words\"", "name=\"note\" value=\"two\"")
                .doesNotContain("of-before", "name=\"on\"");
        assertThat(browser.submit(
                                "/agencies/an-hoa/nothing?on=1",
                                Map.of("_csrf", Visitor.token(refused.body()), "note", "two"))
                        .statusCode())
                .as("gets as far as there being no such form")
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"note, words, cross-site", "note, words, ''", "password, words, same-origin"})
    void what_another_site_typed_or_nobody_may_see_is_not_kept(String name, String typed, String site) {
        browser.logIn("hotich", "demo");

        HttpResponse<String> refused = browser.post(
                "/worklist",
                name + "=" + typed,
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                site);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("biểu mẫu đã cũ").doesNotContain("value=\"words\"");
    }

    @Test
    void a_session_alone_commands_nothing_from_another_site() {
        browser.logIn("hotich", "demo");

        // No such command; the point is who gets as far as that.
        assertThat(browser.post("/api/v1/me", "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void logging_out_ends_the_session() {
        browser.logIn("nghiepvu", "demo");
        String token = Visitor.token(browser.get("/organisation").body());

        HttpResponse<String> answer = browser.submit("/logout", Map.of("_csrf", token));

        assertThat(location(answer)).endsWith("/login?logout");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void a_duty_that_ended_ends_in_the_running_session() {
        browser.logIn("baotro2", "demo");
        assertThat(browser.get("/api/v1/me").body()).contains("unit-head");

        jdbc.sql("update agency.duty set valid_to = '2025-07-01' where officer = 'baotro2' and duty = 'UNIT_HEAD'")
                .update();
        try {
            Changed.organisation(organisation);
            assertThat(browser.get("/api/v1/me").body())
                    .contains("case-officer")
                    .doesNotContain("unit-head");

            jdbc.sql("update agency.officer set active = false where username = 'baotro2'")
                    .update();
            Changed.organisation(organisation);
            assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        } finally {
            jdbc.sql("update agency.duty set valid_to = null where officer = 'baotro2'")
                    .update();
            jdbc.sql("update agency.officer set active = true where username = 'baotro2'")
                    .update();
            Changed.organisation(organisation);
        }
    }

    @Test
    void every_page_forbids_inline_scripts_and_foreign_frames() {
        var headers = browser.get("/login").headers();

        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("script-src 'self';", "style-src 'self' 'unsafe-inline'", "frame-ancestors 'self'")
                .contains("img-src 'self' data:", "font-src 'self'");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void the_login_page_has_no_inline_script() {
        assertThat(browser.get("/login").body()).doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
