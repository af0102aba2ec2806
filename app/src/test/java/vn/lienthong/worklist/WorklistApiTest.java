package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Duty;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** What others build on: names and shapes of the API. */
@ModuleTest
class WorklistApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    MockMvc web;

    private final Work work;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    WorklistApiTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @Test
    void a_line_tells_what_the_contract_promises() throws Exception {
        DossierNumber number = work.received("01-two-items-morning");

        JsonNode page = ok(get("/api/v1/worklist?queue=team"), "hotich");

        assertThat(page.get("next").isNull()).isTrue();
        JsonNode line = page.get("items").get(0);
        assertThat(line.propertyNames())
                .contains(
                        "taskId",
                        "dossier",
                        "leg",
                        "legNumber",
                        "step",
                        "stepName",
                        "procedure",
                        "applicant",
                        "unit",
                        "assignee",
                        "dueAt",
                        "remaining",
                        "state",
                        "priority");
        assertThat(line.get("dossier").stringValue()).isEqualTo(number.value());
        assertThat(line.get("legNumber").stringValue()).isEqualTo(number.value());
        assertThat(line.get("leg").stringValue()).isEqualTo("civil-status");
        assertThat(line.get("dueAt").stringValue()).endsWith("+07:00");
        assertThat(line.get("remaining").get("unit").stringValue()).startsWith("WORKING_");
        assertThat(line.get("remaining").get("amount").isInt()).isTrue();
    }

    @Test
    void names_come_in_the_language_asked_for() throws Exception {
        work.received("01-two-items-morning");

        String vi = ok(get("/api/v1/worklist?queue=team"), "hotich")
                .at("/items/0/stepName")
                .stringValue();
        String en = ok(get("/api/v1/worklist?queue=team").header("Accept-Language", "en"), "hotich")
                .at("/items/0/stepName")
                .stringValue();

        assertThat(vi).isNotEqualTo(en);
        assertThat(en).isEqualTo("Verify and enter in the register of deaths");
    }

    @Test
    void pages_are_followed_by_their_cursor() throws Exception {
        work.at("an-hoa-cong-an", Duty.CASE_OFFICER, null);
        work.at("an-hoa-cong-an", Duty.CASE_OFFICER, null);

        JsonNode first = ok(get("/api/v1/worklist?queue=team&limit=1"), "congan");
        JsonNode second = ok(
                get("/api/v1/worklist?queue=team&limit=1")
                        .param("after", first.get("next").stringValue()),
                "congan");

        assertThat(second.at("/items/0/taskId")).isNotEqualTo(first.at("/items/0/taskId"));
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void counts_come_only_when_asked_for() throws Exception {
        work.at("an-hoa-cong-an", Duty.CASE_OFFICER, null);

        assertThat(ok(get("/api/v1/worklist?queue=team"), "congan")
                        .get("counts")
                        .isNull())
                .isTrue();
        assertThat(ok(get("/api/v1/worklist?queue=team&counts=true"), "congan")
                        .at("/counts/team")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void a_queue_or_a_cursor_that_does_not_exist_is_a_fault_of_the_input() throws Exception {
        assertThat(problems(get("/api/v1/worklist?queue=nonsense"), "congan")).containsExactly("queue queue-unknown");
        assertThat(problems(get("/api/v1/worklist?after=nonsense"), "congan")).containsExactly("after cursor-unknown");
        assertThat(problems(get("/api/v1/worklist?limit=many"), "congan")).containsExactly("limit malformed");
    }

    @Test
    void nobody_reads_a_list_without_logging_in() throws Exception {
        assertThat(web.perform(get("/api/v1/worklist"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(401);
    }

    @Test
    void a_task_tells_what_the_contract_promises() throws Exception {
        DossierNumber number = work.received("01-two-items-morning");
        String taskId = work.openStepOf(number).taskId();

        JsonNode task = ok(get("/api/v1/tasks/" + taskId), "hotich");

        assertThat(task.at("/dossier/number").stringValue()).isEqualTo(number.value());
        assertThat(task.at("/form/components").isArray()).isTrue();
        assertThat(task.at("/data/deceased/fullName").stringValue()).isEqualTo("Nguyễn Văn Bình");
        int defaults = 0;
        for (JsonNode outcome : task.get("outcomes")) {
            assertThat(outcome.propertyNames()).containsExactly("id", "label", "default", "requiresReason");
            assertThat(outcome.get("label").stringValue()).isNotBlank();
            defaults += outcome.get("default").booleanValue() ? 1 : 0;
        }
        assertThat(defaults).isEqualTo(1);
    }

    @Test
    void a_step_is_claimed_released_handed_on_and_completed() throws Exception {
        DossierNumber number = work.received("01-two-items-morning");
        String task = "/api/v1/tasks/" + work.openStepOf(number).taskId();

        assertThat(ok(post(task + "/claim"), "hotich").get("assignee").stringValue())
                .isEqualTo("hotich");
        assertThat(ok(post(task + "/release"), "hotich").get("assignee").isNull())
                .isTrue();
        assertThat(ok(json(post(task + "/assign"), Map.of("officer", "hotich", "reason", "Đúng chuyên môn")), "giamsat")
                        .get("assignee")
                        .stringValue())
                .isEqualTo("hotich");
        JsonNode data = ok(get(task), "hotich").get("data");
        JsonNode done = ok(json(post(task + "/complete"), Map.of("outcome", "register", "data", data)), "hotich");

        assertThat(done.at("/dossier/state/key").stringValue()).isEqualTo("processing");
        assertThat(done.at("/openSteps/0/step").stringValue()).isEqualTo("UserTask_SignExtract");
        assertThat(ok(get("/api/v1/dossiers/" + number.value() + "/timeline"), "hotich")
                        .toString())
                .contains("task-claimed", "task-released", "task-assigned", "step-completed");
    }

    @Test
    void a_repeated_command_answers_as_the_first_did_and_does_nothing_twice() throws Exception {
        String taskId = work.openStepOf(work.received("01-two-items-morning")).taskId();
        String key = UUID.randomUUID().toString();
        MockHttpServletRequestBuilder complete = json(
                        post("/api/v1/tasks/" + taskId + "/complete"), Map.of("outcome", "register"))
                .header("Idempotency-Key", key);

        JsonNode first = ok(complete, "hotich");
        JsonNode second = ok(complete, "hotich");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void whoever_comes_second_is_told_kindly_who_was_faster() throws Exception {
        String taskId = work.openStepOf(work.received("01-two-items-morning")).taskId();
        MockHttpServletRequestBuilder complete =
                json(post("/api/v1/tasks/" + taskId + "/complete"), Map.of("outcome", "register"));
        ok(complete, "hotich");

        MockHttpServletResponse second = answer(complete, "hotich");

        assertThat(second.getStatus()).isEqualTo(409);
        JsonNode problem = JSON.readTree(second.getContentAsByteArray());
        assertThat(problem.get("code").stringValue()).isEqualTo("task-finished");
        assertThat(problem.get("detail").stringValue())
                .contains("đã hoàn thành bước này lúc 10:05 ngày 20/11/2026")
                .doesNotContain("{");
        assertThat(problem.at("/state/assignee").stringValue()).isEqualTo("hotich");
    }

    @Test
    void faults_of_a_decision_are_told_field_by_field() throws Exception {
        String taskId = work.openStepOf(work.received("01-two-items-morning")).taskId();

        assertThat(problems(
                        json(
                                post("/api/v1/tasks/" + taskId + "/complete"),
                                Map.of("outcome", "refuse", "data", Map.of("nonsense", 1))),
                        "hotich"))
                .containsExactlyInAnyOrder("note required", "data.nonsense unknown-field");
    }

    @Test
    void a_bulk_command_answers_item_by_item_in_words() throws Exception {
        String ours = work.at("an-hoa-cong-an", Duty.CASE_OFFICER, null);
        String theirs = work.at("phu-loc-cong-an", Duty.CASE_OFFICER, null);

        JsonNode answer = ok(
                json(
                        post("/api/v1/worklist/bulk").header("Idempotency-Key", UUID.randomUUID()),
                        Map.of("action", "claim", "taskIds", List.of(ours, theirs))),
                "congan");

        assertThat(answer.at("/items/0/taskId").stringValue()).isEqualTo(ours);
        assertThat(answer.at("/items/0/done").booleanValue()).isTrue();
        assertThat(answer.at("/items/1/done").booleanValue()).isFalse();
        assertThat(answer.at("/items/1/status").intValue()).isEqualTo(404);
        assertThat(answer.at("/items/1/problem/detail").stringValue()).isNotBlank();
        assertThat(ok(get("/api/v1/tasks/" + ours), "congan").get("assignee").stringValue())
                .isEqualTo("congan");
    }

    private JsonNode ok(MockHttpServletRequestBuilder request, String officer) throws Exception {
        MockHttpServletResponse response = answer(request, officer);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return JSON.readTree(response.getContentAsByteArray());
    }

    private List<String> problems(MockHttpServletRequestBuilder request, String officer) throws Exception {
        MockHttpServletResponse response = answer(request, officer);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(422);
        return JSON.readTree(response.getContentAsByteArray())
                .get("problems")
                .valueStream()
                .map(problem -> problem.get("field").stringValue() + " "
                        + problem.get("code").stringValue())
                .toList();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String officer) throws Exception {
        return web.perform(request.with(httpBasic(officer, "demo"))).andReturn().getResponse();
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, Map<String, ?> body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
    }
}
