package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lienthong.testing.Guards;
import vn.lienthong.testing.ModuleTest;

/**
 * What no handler of ours answers: files, refusals before anybody is asked, the machinery's addresses, pages of libraries.
 * What ours answer is held against the same list in {@code EveryDoorTest}, door by door.
 */
@ModuleTest
class EveryAnswerIsGuardedTest {

    private final Visitor browser;

    @Autowired
    EveryAnswerIsGuardedTest(@LocalServerPort int port) {
        this.browser = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/login",
                "/login?error",
                "/login?wait=25",
                "/error",
                "/nothing-here",
                "/islands/app.js",
                "/islands/app.css",
                "/islands/nothing.js",
                "/favicon.svg",
                "/favicon.ico",
                "/robots.txt",
                "/public/track",
                "/public/nothing",
                "/verify",
                "/api/v1/me",
                "/api/v1/public/nothing",
                "/api/v1/interconnection/nothing",
                "/.well-known/lienthong/keys",
                "/engine-rest/external-task",
                "/engine-rest/version",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/swagger-ui/swagger-ui.css",
                "/actuator",
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/env",
                "/actuator/heapdump",
                "/ops",
                "/ops/",
                "/ops/nothing",
                "/dossiers;jsessionid=1",
                "/public//track",
                "/public/%2e%2e/login",
                "/login?x=%00",
                "/islands/..%2fapp.js"
            })
    void before_anybody_has_logged_in(String path) {
        assertGuarded(path, browser.get(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nothing-here",
                "/ops",
                "/ops/",
                "/ops/nothing",
                "/ops/instances",
                "/actuator/env",
                "/error"
            })
    void for_an_administrator_of_the_machinery(String path) {
        browser.logIn("quantri", "demo");

        assertGuarded(path, browser.get(path));
        assertGuarded(path, browser.get(path, "Accept", "text/html"));
    }

    @Test
    void a_login_that_fails_one_that_succeeds_and_the_way_out() {
        assertGuarded("/login", browser.submit("/login", Map.of("username", "hotich", "password", "demo")));
        assertGuarded("/login", browser.logIn("hotich", "wrong"));
        assertGuarded("/login", browser.logIn("hotich", "demo"));
        assertGuarded("/logout", browser.submit("/logout", Map.of()));
        assertGuarded("/api/v1/me", browser.post("/api/v1/me", "{}"));
    }

    private static void assertGuarded(String path, HttpResponse<String> answer) {
        assertThat(Guards.missing(path, false, answer.headers()::allValues))
                .as(path + " answers " + answer.statusCode())
                .isEmpty();
    }
}
