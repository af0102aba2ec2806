package vn.lienthong.interconnection.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Deployments;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** The protocol, field by field, as the engine's own REST API speaks it. */
@ModuleTest
class ExternalTaskProtocolTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ProcessRef PROBE = new ProcessRef("pull-probe", "2025-07-01");
    private static final byte[] PAPER = SampleFiles.pdf("x");
    private static final String POLICE = "police";
    private static final String TOPIC = "an-hoa-cong-an";

    private final MockMvcTester http;

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    Processes processes;

    @Autowired
    Deployments deployments;

    @Autowired
    Documents documents;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private DossierNumber number = new DossierNumber("none");
    private String linked = "";

    @Autowired
    ExternalTaskProtocolTest(MockMvc mvc) {
        this.http = MockMvcTester.create(mvc);
    }

    @BeforeEach
    void aLegIsOffered() throws IOException {
        database.empty();
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        documents.store(NewDocument.paper("giay-bao-tu", "Giấy báo tử.pdf", PAPER, number.value(), "tiepnhan"));
        for (String officer : List.of("hotich", "lanhdao", "vanthu")) {
            String task = processes.openSteps(number.value()).get(0).taskId();
            caller.as(officer, () -> completing.complete(task, ordinary(task), null, null));
        }
        linked = Objects.requireNonNull(police().number());
        try (InputStream in = getClass().getResourceAsStream("/interconnection/pull-probe.bpmn")) {
            deployments.deploy(
                    PROBE, Map.of("pull-probe.bpmn", Objects.requireNonNull(in).readAllBytes()));
        }
        processes.start(PROBE, linked, Map.of());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_worker_gets_what_the_leg_names_and_nothing_else() throws IOException {
        JsonNode task = fetched("w1").get(0);

        JsonNode variables = task.get("variables");
        assertThat(task.get("topicName").asString()).isEqualTo(TOPIC);
        assertThat(task.get("businessKey").asString()).isEqualTo(linked);
        assertThat(task.get("workerId").asString()).isEqualTo("w1");
        assertThat(task.get("lockExpirationTime").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0700");
        assertThat(variables.propertyNames())
                .contains("deceased", "household", "applicant", "registration", "origin", "leg", "dueAt", "sender")
                .doesNotContain("deathNotice", "beneficiary", "package", "linked");
        assertThat(variables.at("/origin/value").asString()).isEqualTo(number.value());
        assertThat(variables.at("/procedure/value").asString()).isEqualTo("2.002913");
        assertThat(variables.at("/dueAt/type").asString()).isEqualTo("Date");
        assertThat(json(variables, "deceased").at("/fullName").asString()).isNotEmpty();
        assertThat(json(variables, "sender").at("/names/vi").asString()).isNotEmpty();
        JsonNode paper = json(variables, "papers").get(0);
        assertThat(paper.at("/code").asString()).isEqualTo("giay-bao-tu");
        assertThat(paper.at("/form").asString()).isEqualTo("ORIGINAL");

        assertThat(body(get(POLICE, paper.at("/path").asString()))).isEqualTo(PAPER);
        assertThat(get("insurance", paper.at("/path").asString())).hasStatus(404);
    }

    @Test
    void a_file_variable_is_loaded_where_the_public_workers_ask_for_it() throws IOException {
        JsonNode task = fetched("w1").get(0);
        JsonNode file = task.at("/variables/paper-giay-bao-tu");

        assertThat(file.at("/type").asString()).isEqualTo("File");
        assertThat(file.at("/value").isNull()).isTrue();
        assertThat(file.at("/valueInfo/mimeType").asString()).isEqualTo("application/pdf");
        String instance = task.get("processInstanceId").asString();
        assertThat(body(get(POLICE, "/execution/" + instance + "/localVariables/paper-giay-bao-tu/data")))
                .isEqualTo(PAPER);
        String execution = task.get("executionId").asString();
        assertThat(body(get(POLICE, "/process-instance/" + execution + "/variables/paper-giay-bao-tu/data")))
                .isEqualTo(PAPER);
        assertThat(get("insurance", "/execution/" + instance + "/localVariables/paper-giay-bao-tu/data"))
                .hasStatus(404);
    }

    @Test
    void only_the_variables_that_are_asked_for_are_sent() {
        JsonNode task = tasks(post(
                        POLICE,
                        "/fetchAndLock",
                        Map.of(
                                "workerId",
                                "w1",
                                "maxTasks",
                                1,
                                "topics",
                                List.of(Map.of(
                                        "topicName", TOPIC, "lockDuration", 60_000, "variables", List.of("origin"))))))
                .get(0);

        assertThat(task.get("variables").propertyNames()).containsExactly("origin");
    }

    @Test
    void what_one_worker_has_nobody_else_gets_until_the_lock_runs_out() {
        assertThat(fetched("w1")).hasSize(1);
        assertThat(fetched("w2")).isEmpty();

        time.set(time.now().plus(Duration.ofMinutes(2)));

        assertThat(fetched("w2")).hasSize(1);
    }

    @Test
    void a_result_comes_into_the_dossier_and_the_process_goes_on() throws IOException {
        String id = id(fetched("w1"));

        MvcTestResult answer = post(
                POLICE,
                "/" + id + "/complete",
                Map.of(
                        "workerId",
                        "w1",
                        "variables",
                        Map.of(
                                "number",
                                Map.of("type", "String", "value", "77/TB-CAP"),
                                "residence-deregistration-notice",
                                Map.of(
                                        "type",
                                        "File",
                                        "value",
                                        Base64.getEncoder().encodeToString(SampleFiles.pdf("result")),
                                        "valueInfo",
                                        Map.of("filename", "thong-bao.pdf", "mimeType", "application/pdf")))));

        assertThat(answer).hasStatus(204);
        assertThat(police().state()).isEqualTo(LegState.DONE);
        StoredDocument result = documents.of(number.value()).stream()
                .filter(document -> document.kind() == DocumentKind.RESULT
                        && document.code().equals("residence-deregistration-notice"))
                .findFirst()
                .orElseThrow();
        assertThat(result.createdBy()).isEqualTo(TOPIC);
        assertThat(post(POLICE, "/" + id + "/complete", Map.of("workerId", "w1")))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("External task with id " + id + " does not exist");
    }

    @Test
    void results_may_come_as_a_list_too() throws IOException {
        String results = JSON.writeValueAsString(List.of(Map.of(
                "code",
                "residence-deregistration-notice",
                "number",
                "12/TB",
                "content",
                Base64.getEncoder().encodeToString(SampleFiles.pdf("result")))));

        assertThat(post(
                        POLICE,
                        "/" + id(fetched("w1")) + "/complete",
                        Map.of(
                                "workerId",
                                "w1",
                                "variables",
                                Map.of("results", Map.of("type", "Json", "value", results)))))
                .hasStatus(204);

        assertThat(documents.of(linked)).anyMatch(document -> "12/TB".equals(document.number()));
    }

    @Test
    void what_the_leg_does_not_name_or_nobody_should_open_is_told_and_nothing_happens() {
        String id = id(fetched("w1"));

        assertThat(completedWith(id, "verdict", Map.of("type", "String", "value", "x")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("does not ask for 'verdict'", "residence-deregistration-notice");
        assertThat(completedWith(
                        id,
                        "residence-deregistration-notice",
                        Map.of(
                                "type",
                                "file",
                                "value",
                                Base64.getEncoder().encodeToString("MZ".getBytes(StandardCharsets.US_ASCII)))))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("InvalidRequestException");
        assertThat(documents.of(linked)).noneMatch(document -> document.kind() == DocumentKind.RESULT);
        assertThat(police().state()).isEqualTo(LegState.RUNNING);
    }

    @Test
    void a_leg_is_returned_or_refused_with_reasons_and_by_no_other_code() {
        String id = id(fetched("w1"));

        assertThat(error(id, "TOO_LATE", "x")).hasStatus(400).bodyText().contains("RETURNED", "REFUSED");
        assertThat(error(id, "REFUSED", " ")).hasStatus(400).bodyText().contains("errorMessage");
        assertThat(error(id, "REFUSED", "Người chết không đăng ký thường trú tại địa bàn"))
                .hasStatus(204);

        assertThat(police().state()).isEqualTo(LegState.REFUSED);
    }

    @Test
    void a_failure_offers_it_again_later_and_without_retries_no_more() {
        String id = id(fetched("w1"));
        assertThat(post(
                        POLICE,
                        "/" + id + "/failure",
                        Map.of("workerId", "w1", "errorMessage", "db", "retries", 1, "retryTimeout", 60_000)))
                .hasStatus(204);
        assertThat(fetched("w1")).isEmpty();

        time.set(time.now().plus(Duration.ofMinutes(2)));
        JsonNode again = fetched("w2").get(0);
        assertThat(again.get("retries").asInt()).isEqualTo(1);
        assertThat(again.get("errorMessage").asString()).isEqualTo("db");
        assertThat(post(POLICE, "/" + id + "/failure", Map.of("workerId", "w2", "errorMessage", "db", "retries", 0)))
                .hasStatus(204);

        time.set(time.now().plus(Duration.ofMinutes(20)));
        assertThat(fetched("w2")).isEmpty();
    }

    @Test
    void a_lock_is_extended_given_back_and_taken_by_hand() {
        String id = id(fetched("w1"));
        assertThat(post(POLICE, "/" + id + "/extendLock", Map.of("workerId", "w1", "newDuration", 600_000)))
                .hasStatus(204);
        time.set(time.now().plus(Duration.ofMinutes(5)));
        assertThat(fetched("w2")).isEmpty();
        assertThat(post(POLICE, "/" + id + "/extendLock", Map.of("workerId", "w2", "newDuration", 600_000)))
                .hasStatus(400);

        // The Java worker sends the word null, the JavaScript worker nothing.
        assertThat(http.post()
                        .uri("/engine-rest/external-task/" + id + "/unlock")
                        .with(httpBasic(POLICE, secret(POLICE)))
                        .exchange())
                .hasStatus(204);
        assertThat(post(POLICE, "/" + id + "/lock", Map.of("workerId", "w3", "lockDuration", 60_000)))
                .hasStatus(204);
        assertThat(fetched("w2")).isEmpty();
    }

    @Test
    void an_answer_of_somebody_who_does_not_have_it_is_refused() {
        String id = id(fetched("w1"));

        assertThat(post(POLICE, "/" + id + "/complete", Map.of("workerId", "w2")))
                .hasStatus(400)
                .bodyText()
                .contains("locked by worker 'w1'");
        assertThat(post("insurance", "/" + id + "/complete", Map.of("workerId", "w1")))
                .hasStatus(404);
        assertThat(post("insurance", "/" + id + "/unlock", Map.of())).hasStatus(404);
    }

    @Test
    void another_agencys_topic_is_forbidden_and_a_wrong_secret_too() {
        MvcTestResult foreign = fetch("insurance", "w1", null);
        assertThat(foreign).hasStatus(403);
        assertThat(foreign).bodyJson().extractingPath("$.type").isEqualTo("AuthorizationException");

        MvcTestResult wrong = http.post()
                .uri("/engine-rest/external-task/fetchAndLock")
                .with(httpBasic(POLICE, "guess"))
                .with(from -> {
                    from.setRemoteAddr("10.9.9.1");
                    return from;
                })
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}")
                .exchange();
        assertThat(wrong).hasStatus(401);
        assertThat(wrong).bodyJson().extractingPath("$.message").isEqualTo("Unknown client or wrong secret");
    }

    @Test
    void guessing_is_slowed_down() {
        int last = 0;
        for (int i = 0; i < 7; i++) {
            last = http.get()
                    .uri("/engine-rest/external-task/x/papers/y")
                    .with(httpBasic("insurance", "guess" + i))
                    .with(from -> {
                        from.setRemoteAddr("10.9.9.2");
                        return from;
                    })
                    .exchange()
                    .getResponse()
                    .getStatus();
        }

        assertThat(last).isEqualTo(429);
    }

    @Test
    void officers_have_no_business_there_and_programs_none_elsewhere() {
        assertThat(http.get()
                        .uri("/engine-rest/external-task/x/papers/y")
                        .with(httpBasic("congan", "demo"))
                        .exchange())
                .hasStatus(401);
        assertThat(http.get()
                        .uri("/engine-rest/process-definition")
                        .with(httpBasic(POLICE, secret(POLICE)))
                        .exchange())
                .hasStatus(403);
        assertThat(http.get()
                        .uri("/api/v1/worklist")
                        .with(httpBasic(POLICE, secret(POLICE)))
                        .exchange())
                // 401, or 429 when it has tried every door before.
                .hasStatus4xxClientError();
    }

    @Test
    void a_question_that_makes_no_sense_is_answered_in_the_engines_shape() {
        assertThat(post(POLICE, "/fetchAndLock", Map.of("maxTasks", 1)))
                .hasStatus(400)
                .bodyText()
                .contains("workerId is null");
        assertThat(fetch(POLICE, "w1", 1_800_001L)).hasStatus(400).bodyText().contains("1800000");
        assertThat(http.post()
                        .uri("/engine-rest/external-task/fetchAndLock")
                        .with(httpBasic(POLICE, secret(POLICE)))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{")
                        .exchange())
                .hasStatus(400);
    }

    @Test
    void the_protocol_is_described_for_whoever_writes_a_worker() throws Exception {
        JsonNode described = JSON.readTree(
                http.get().uri("/v3/api-docs").exchange().getResponse().getContentAsString(StandardCharsets.UTF_8));
        JsonNode fetch = described
                .path("paths")
                .path("/engine-rest/external-task/fetchAndLock")
                .path("post");

        assertThat(fetch.path("summary").asString()).startsWith("Fetch work");
        assertThat(fetch.path("parameters").isMissingNode()).isTrue();
        assertThat(fetch.at("/requestBody").toString()).contains("ExternalTaskFetch");
        assertThat(described.at("/components/schemas").propertyNames())
                .contains("ExternalTaskVariable", "LockedExternalTask", "ExternalTaskCompletion");
    }

    private MvcTestResult completedWith(String id, String name, Map<String, Object> value) {
        return post(POLICE, "/" + id + "/complete", Map.of("workerId", "w1", "variables", Map.of(name, value)));
    }

    private MvcTestResult error(String id, String code, String message) {
        return post(
                POLICE, "/" + id + "/bpmnError", Map.of("workerId", "w1", "errorCode", code, "errorMessage", message));
    }

    private JsonNode fetched(String worker) {
        return tasks(fetch(POLICE, worker, null));
    }

    private MvcTestResult fetch(String client, String worker, @org.jspecify.annotations.Nullable Long patience) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "workerId",
                worker,
                "maxTasks",
                10,
                "usePriority",
                true,
                "topics",
                List.of(Map.of("topicName", TOPIC, "lockDuration", 60_000))));
        if (patience != null) {
            body.put("asyncResponseTimeout", patience);
        }
        return post(client, "/fetchAndLock", body);
    }

    private MvcTestResult post(String client, String path, Map<String, ?> body) {
        return http.post()
                .uri("/engine-rest/external-task" + path)
                .with(httpBasic(client, secret(client)))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body))
                .exchange();
    }

    private MvcTestResult get(String client, String path) {
        return http.get()
                .uri("/engine-rest" + path)
                .with(httpBasic(client, secret(client)))
                .exchange();
    }

    private static byte[] body(MvcTestResult result) {
        MockHttpServletResponse response = result.getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsByteArray();
    }

    private static JsonNode tasks(MvcTestResult result) {
        try {
            assertThat(result).hasStatusOk();
            return JSON.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(JsonNode variables, String name) {
        return JSON.readTree(variables.at("/" + name + "/value").asString());
    }

    private static String id(JsonNode tasks) {
        return tasks.get(0).get("id").asString();
    }

    private static String secret(String client) {
        return "for-tests-only-" + client + "-0123456789abcdef";
    }

    private String ordinary(String task) {
        return tasks.open(task, Locale.ENGLISH).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Leg police() {
        return dossiers.get(number).legs().stream()
                .filter(leg -> leg.leg().equals("police"))
                .findFirst()
                .orElseThrow();
    }
}
