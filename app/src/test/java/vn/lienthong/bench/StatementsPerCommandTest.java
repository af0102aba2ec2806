package vn.lienthong.bench;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.testing.Statements;
import vn.lienthong.workflow.TimeMachine;

/**
 * How often a click asks the database: a number, not a time, so that a loop around a query is found on any machine. Who makes
 * a command need fewer lowers its number here.
 */
@ModuleTest
class StatementsPerCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is looked up again after two seconds: organisation, calendars, procedures, the database's time. */
    private static final int REFRESHED = 4;

    private static final Map<String, Integer> MOST = Map.ofEntries(
            entry("receive", 28),
            entry("list of a team", 5),
            entry("page with the list", 18),
            entry("dossier", 7),
            entry("page of the dossier", 42),
            entry("step", 7),
            entry("page of the step", 28),
            entry("take", 16),
            entry("decide", 31),
            entry("decide a step that is free", 38),
            entry("decide, and the next agencies begin", 67));

    @Autowired
    MockMvc web;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final Map<String, Integer> counted = new LinkedHashMap<>();

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @Test
    void no_click_asks_the_database_more_often_than_before() throws Exception {
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        walk(sample);
        counted.clear();

        walk(sample);

        assertThat(counted).containsOnlyKeys(MOST.keySet());
        counted.forEach((click, statements) ->
                assertThat(statements).as(click).isLessThanOrEqualTo(requireNonNull(MOST.get(click)) + REFRESHED));
    }

    private void walk(SampleDossier sample) throws Exception {
        JsonNode dossier = send("receive", json(post("/api/v1/dossiers"), sample.request()), "tiepnhan");
        String number = dossier.path("number").asString();
        String task = dossier.path("openSteps").path(0).path("taskId").asString();
        send("list of a team", get("/api/v1/worklist?queue=team"), "hotich");
        send("page with the list", get("/worklist"), "hotich");
        send("dossier", get("/api/v1/dossiers/" + number), "hotich");
        send("page of the dossier", get("/dossiers/" + number), "hotich");
        send("step", get("/api/v1/tasks/" + task), "hotich");
        send("page of the step", get("/tasks/" + task), "hotich");
        send("take", post("/api/v1/tasks/" + task + "/claim"), "hotich");
        JsonNode done = send(
                "decide", json(post("/api/v1/tasks/" + task + "/complete"), Map.of("outcome", "register")), "hotich");
        task = done.path("openSteps").path(0).path("taskId").asString();
        done = send(
                "decide a step that is free",
                json(post("/api/v1/tasks/" + task + "/complete"), Map.of("outcome", "sign")),
                "lanhdao");
        task = done.path("openSteps").path(0).path("taskId").asString();
        send(
                "decide, and the next agencies begin",
                json(post("/api/v1/tasks/" + task + "/complete"), Map.of()),
                "vanthu");
    }

    private JsonNode send(String click, MockHttpServletRequestBuilder request, String officer) throws Exception {
        JsonNode[] answer = new JsonNode[1];
        int statements = Statements.of(() -> {
            var response = web.perform(
                            request.with(click.startsWith("page") ? user(officer) : httpBasic(officer, "demo")))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus())
                    .as(click + response.getContentAsString())
                    .isBetween(200, 299);
            answer[0] = String.valueOf(response.getContentType()).contains("json")
                    ? JSON.readTree(response.getContentAsString())
                    : JSON.nullNode();
            return null;
        });
        counted.put(click, statements);
        return answer[0];
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Object body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
    }
}
