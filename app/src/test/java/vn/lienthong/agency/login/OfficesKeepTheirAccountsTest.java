package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.Organisation;
import vn.lienthong.testing.ModuleTest;

/** An office without an identity provider: its business administrator opens accounts, officers choose their passwords. */
@ModuleTest
class OfficesKeepTheirAccountsTest {

    private static final Pattern ONE_TIME = Pattern.compile("([a-z2-9]{4}(-[a-z2-9]{4}){3})</p>");
    private static final String CHOSEN = "con mèo nhà bên thích cá khô";

    private final int port;
    private final JdbcClient jdbc;
    private final Organisation organisation;

    @Autowired
    OfficesKeepTheirAccountsTest(@LocalServerPort int port, JdbcClient jdbc, Organisation organisation) {
        this.port = port;
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from agency.duty where officer like 'moi%'").update();
        jdbc.sql("delete from agency.officer where username like 'moi%'").update();
        jdbc.sql("delete from agency.login_failure").update();
        Changed.organisation(organisation);
    }

    @Test
    void a_new_officer_logs_in_with_the_slip_and_sees_nothing_before_the_password_is_changed() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");

        var officer = new Visitor(port);
        String before = cookieOf(officer);
        HttpResponse<String> in = officer.logIn("moi.lan", slip);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("JSESSIONID=") && !set.contains(before));
        assertThat(location(officer.get("/worklist"))).endsWith("/account/password");
        assertThat(officer.get("/api/v1/me").statusCode()).isEqualTo(403);

        assertThat(change(officer, slip, "password12345").body()).contains("dễ bị đoán");
        assertThat(change(officer, slip, CHOSEN).statusCode()).isEqualTo(302);

        assertThat(officer.get("/worklist").statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select password_hash from agency.officer where username = 'moi.lan'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).endsWith("/login?error");
    }

    @Test
    void changing_the_password_ends_the_other_sessions_and_not_this_one() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");
        var here = new Visitor(port);
        here.logIn("moi.lan", slip);
        var elsewhere = new Visitor(port);
        elsewhere.logIn("moi.lan", slip);

        change(here, slip, CHOSEN);

        assertThat(here.get("/worklist").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/worklist", "Accept", "text/html"))).endsWith("/login?ended");
    }

    @Test
    void whoever_finds_a_session_open_guesses_no_faster_than_at_the_login() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");
        var officer = new Visitor(port);
        officer.logIn("moi.lan", slip);

        for (int guess = 0; guess < LoginThrottle.PER_ACCOUNT_AND_ADDRESS; guess++) {
            assertThat(change(officer, "guess " + guess, CHOSEN).body()).contains("không đúng");
        }

        assertThat(change(officer, slip, CHOSEN).body()).contains("Vui lòng chờ 1 phút");
    }

    @Test
    void a_closed_account_ends_at_once_and_opens_again() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");
        var officer = new Visitor(port);
        officer.logIn("moi.lan", slip);

        act(administrator, "moi.lan", "closing", Map.of());

        assertThat(location(officer.get("/account/password", "Accept", "text/html")))
                .contains("/login");
        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).endsWith("/login?error");
        act(administrator, "moi.lan", "reopening", Map.of());
        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).doesNotContain("/login");
    }

    @Test
    void a_slip_that_nobody_used_in_time_opens_nothing() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");
        jdbc.sql("update agency.officer set password_expires_at = password_changed_at - interval '1 minute'"
                        + " where username = 'moi.lan'")
                .update();

        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).endsWith("/login?outdated");
        assertThat(location(new Visitor(port).logIn("moi.lan", "wrong"))).endsWith("/login?error");
    }

    @Test
    void an_administrator_unlocks_whoever_mistyped() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");
        String slip = handOver(administrator, "moi.lan");
        for (int i = 0; i < LoginThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            new Visitor(port).logIn("moi.lan", "wrong");
        }
        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).contains("?wait=");
        assertThat(administrator.get("/accounts/moi.lan").body()).contains("phải chờ 1 phút nữa");

        act(administrator, "moi.lan", "unlocking", Map.of());

        assertThat(location(new Visitor(port).logIn("moi.lan", slip))).doesNotContain("/login");
    }

    @Test
    void who_gives_duties_decides_nothing_else_and_nothing_of_the_own() {
        Visitor administrator = administrator();
        open(administrator, "moi.lan", "an-hoa-tu-phap", "case-officer");

        assertThat(act(administrator, "moi.lan", "duties", Map.of("unit", "an-hoa", "duty", "business-administrator"))
                        .body())
                .contains("không được kiêm nhiệm vụ khác");
        assertThat(act(administrator, "moi.lan", "duties", Map.of("unit", "phu-loc", "duty", "clerk"))
                        .body())
                .contains("Hãy chọn một đơn vị");
        assertThat(act(administrator, "nghiepvu", "password", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(administrator.get("/accounts/hotich2").statusCode()).isEqualTo(404);
        var supervisor = new Visitor(port);
        supervisor.logIn("giamsat", "demo");
        assertThat(supervisor.get("/accounts").statusCode()).isEqualTo(403);
    }

    private Visitor administrator() {
        var administrator = new Visitor(port);
        administrator.logIn("nghiepvu", "demo");
        return administrator;
    }

    private static void open(Visitor administrator, String username, String unit, String duty) {
        HttpResponse<String> answer = submit(
                administrator,
                "/accounts",
                Map.of("username", username, "fullName", "Trần Thị Lan", "unit", unit, "duty", duty));
        assertThat(location(answer)).endsWith("/accounts/" + username);
    }

    private static String handOver(Visitor administrator, String username) {
        HttpResponse<String> answer = act(administrator, username, "password", Map.of());
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        Matcher found = ONE_TIME.matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> change(Visitor officer, String present, String next) {
        return submit(officer, "/account/password", Map.of("present", present, "next", next, "repeated", next));
    }

    private static HttpResponse<String> act(
            Visitor administrator, String username, String act, Map<String, String> fields) {
        return submit(administrator, "/accounts/" + username + "/" + act, fields);
    }

    private static HttpResponse<String> submit(Visitor who, String address, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", Visitor.token(who.get("/account/password").body()));
        return who.submit(address, all);
    }

    private static String cookieOf(Visitor visitor) {
        return visitor.get("/login").headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("JSESSIONID="))
                .map(set -> set.substring("JSESSIONID=".length()).split(";", 2)[0])
                .findFirst()
                .orElse("none");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
