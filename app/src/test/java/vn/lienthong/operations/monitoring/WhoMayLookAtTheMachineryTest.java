package vn.lienthong.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class WhoMayLookAtTheMachineryTest {

    private static final String REGISTRATION = """
            {"name": "probe", "managementUrl": "http://127.0.0.1:1/actuator",
             "healthUrl": "http://127.0.0.1:1/actuator/health", "serviceUrl": "http://127.0.0.1:1/"}
            """;

    @Autowired
    MockMvcTester web;

    @Autowired
    Database database;

    /** What other tests left open is nothing to worry this node. */
    @BeforeEach
    void nothing_is_left() {
        database.empty();
    }

    @Value("${lienthong.node-password}")
    String nodePassword;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void anybody_may_ask_whether_the_node_lives_but_hears_no_details(String path) {
        assertThat(web.get().uri(path)).hasStatusOk().bodyJson().isLenientlyEqualTo("{\"status\": \"UP\"}");
        assertThat(web.get().uri(path)).body().asString().doesNotContain("components");
    }

    @Test
    void a_node_hears_how_database_and_job_executor_are() {
        assertThat(web.perform(get("/actuator/health").with(httpBasic("node", nodePassword))))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.components.db.status", status -> assertThat(status).isEqualTo("UP"))
                .hasPathSatisfying(
                        "$.components.jobExecutor.details.overdueJobs",
                        jobs -> assertThat(jobs).asNumber().isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/prometheus", "/actuator/loggers", "/actuator/env"})
    void strangers_see_no_endpoint(String path) {
        assertThat(web.get().uri(path)).hasStatus(401);
    }

    @Test
    void an_officer_sees_no_endpoint_and_a_technical_administrator_does() {
        assertThat(web.perform(get("/actuator/loggers").with(httpBasic("hotich", "demo"))))
                .hasStatus(403);
        assertThat(web.perform(get("/actuator/loggers").with(httpBasic("quantri", "demo"))))
                .hasStatusOk();
        assertThat(web.perform(get("/actuator/loggers").with(httpBasic("quantri", "guessed"))))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/heapdump", "/actuator/httpexchanges", "/actuator/shutdown"})
    void nobody_gets_what_holds_personal_data_or_ends_the_node(String path) {
        assertThat(web.perform(get(path).with(httpBasic("node", nodePassword)))).hasStatus(404);
    }

    @Test
    void a_node_is_no_officer() {
        assertThat(web.perform(get("/ops/applications").with(httpBasic("node", nodePassword))))
                .hasStatus(403);
    }

    @Test
    void strangers_at_spring_boot_admin_are_sent_to_the_login() {
        assertThat(web.get().uri("/ops").accept(MediaType.TEXT_HTML))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/login");
        assertThat(web.get().uri("/ops/applications").accept(MediaType.APPLICATION_JSON))
                .hasStatus(401);
    }

    @Test
    void officers_do_not_get_into_spring_boot_admin() {
        assertThat(web.perform(get("/ops").with(user("hotich").roles("CASE_OFFICER"))))
                .hasStatus(403);
    }

    @Test
    void technical_administrators_do() {
        assertThat(web.perform(get("/ops")
                        .accept(MediaType.TEXT_HTML)
                        .with(user("quantri").roles("TECHNICAL_ADMINISTRATOR"))))
                .hasStatusOk()
                .body()
                .asString()
                .contains("<title>Liên Thông</title>");
    }

    @Test
    void only_a_node_registers_itself() {
        assertThat(web.perform(post("/ops/instances")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REGISTRATION)
                        .with(user("quantri").roles("TECHNICAL_ADMINISTRATOR"))
                        .with(csrf())))
                .hasStatus(403);
        assertThat(web.post()
                        .uri("/ops/instances")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(REGISTRATION)
                        .with(httpBasic("node", nodePassword)))
                .hasStatus(201);
    }

    @Test
    void an_administrators_click_needs_the_pages_token() {
        assertThat(web.perform(post("/ops/instances/none/actuator/loggers/vn.lienthong")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(user("quantri").roles("TECHNICAL_ADMINISTRATOR"))))
                .hasStatus(403);
    }
}
