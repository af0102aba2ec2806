package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Delegating;
import vn.lienthong.agency.Duty;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Received on Friday 20 November 2026, 10:05; the first step has two working hours, so it is due at 13:35. */
@ModuleTest
class LaddersOfAgenciesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final String OWN = """
            {"rungs": [{"at": "50%", "to": "supervisor", "does": "ADVISE"},
                       {"at": "due", "to": "agency-head", "does": "ACT"}]}
            """;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Delegating delegating;

    @Autowired
    OwnLadders own;

    @BeforeEach
    void nobodyHasALadderOfTheirOwn() {
        database.empty();
        own.forget();
    }

    @AfterEach
    void now() {
        database.empty();
        own.forget();
        time.reset();
    }

    @Test
    void clocks_climb_the_ladder_of_the_agency_that_owes_them() throws Exception {
        assertThat(changed("STEP", OWN, "nghiepvu").getStatus()).isEqualTo(200);
        var walk = Walk.of(context, "01-two-items-morning");

        time.passUntil(at("2026-11-23 13:36"));

        assertThat(walk.rungs())
                .filteredOn(rung -> rung.startsWith("UserTask"))
                .containsExactly(
                        "UserTask_VerifyAndRegister 50% supervisor", "UserTask_VerifyAndRegister due agency-head");
        assertThat(walk.rungs()).as("other levels keep the usual ladder").contains("civil-status due unit-head");
    }

    @Test
    void other_agencies_keep_theirs() throws Exception {
        changed("STEP", OWN, "nghiepvu");
        var walk = Walk.of(context, "01-two-items-morning");
        walk.register();

        time.passUntil(at("2026-11-26 12:00"));

        assertThat(walk.rungs()).contains("UserTask_AcceptHandover due unit-head");
    }

    @Test
    void a_clock_that_runs_climbs_the_new_ladder_from_its_next_rung_on_and_none_twice() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        time.passUntil(at("2026-11-20 13:12"));
        assertThat(walk.rungs()).containsExactly("UserTask_VerifyAndRegister 80% assignee");

        changed("STEP", """
                {"rungs": [{"at": "80%", "to": "assignee", "does": "ADVISE"}, {"at": "due", "to": "supervisor", "does": "ADVISE"}]}
                """, "nghiepvu");
        time.passUntil(at("2026-11-20 16:00"));

        assertThat(walk.rungs())
                .containsExactly(
                        "UserTask_VerifyAndRegister 80% assignee", "UserTask_VerifyAndRegister due supervisor");
    }

    @Test
    void the_usual_ladder_comes_back_and_who_changed_what_stays_known() throws Exception {
        changed("STEP", OWN, "nghiepvu");

        var back = answer(delete("/api/v1/agencies/an-hoa/ladders/STEP"), "nghiepvu");

        assertThat(this.<Boolean>read(back, "$.ladders[0].own")).isFalse();
        assertThat(this.<List<String>>read(back, "$.ladders[0].rungs[*].at"))
                .containsExactly("80%", "due", "+1 WORKING_DAY", "+1 WORKING_DAY");
        assertThat(jdbc.sql(
                                "select changed_by || ' ' || coalesce(cardinality(rungs), -1) from deadline.ladder order by id")
                        .query(String.class)
                        .list())
                .containsExactly("nghiepvu 2", "nghiepvu -1");
    }

    @Test
    void every_fault_of_a_ladder_is_told_at_once() throws Exception {
        var answer = changed("LEG", """
                {"rungs": [{"at": "soon", "to": "mayor", "does": "SHOUT"}, {"at": "due", "to": "assignee", "does": "ACT"},
                           {"at": "due", "to": "unit-head", "does": "APOLOGISE"}, {"at": "due", "to": "unit-head", "does": "ACT"},
                           {}]}
                """, "nghiepvu");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(this.<List<String>>read(answer, "$.problems[*].field"))
                .containsExactly(
                        "rungs[0].at",
                        "rungs[0].to",
                        "rungs[0].does",
                        "rungs[1].to",
                        "rungs[2].does",
                        "rungs[3].at",
                        "rungs[4].at",
                        "rungs[4].to",
                        "rungs[4].does");
        assertThat(this.<List<String>>read(answer, "$.problems[*].message"))
                .noneMatch(message -> message.startsWith("problem."));
    }

    @ParameterizedTest
    @CsvSource({"giamsat, 403", "lanhdao, 403", "hotich, 404", "congan, 404", "giamsat2, 404", "quantri, 404"})
    void only_the_agencys_business_administrator_changes_its_ladders(String who, int status) throws Exception {
        assertThat(changed("STEP", OWN, who).getStatus()).isEqualTo(status);
    }

    @Test
    void whoever_stands_in_on_that_day_is_called_too() throws Exception {
        time.set(at("2026-11-20 08:00"));
        var id = callers.as(
                "lanhdao",
                () -> delegating.delegate(new Delegating.Delegation(
                        "lanhdao",
                        "vanthu",
                        "an-hoa",
                        Duty.AGENCY_HEAD,
                        LocalDate.parse("2026-11-23"),
                        LocalDate.parse("2026-11-23"),
                        "05/UQ-UBND")));
        try {
            var walk = Walk.of(context, "01-two-items-morning");

            time.passUntil(at("2026-11-25 12:00"));

            assertThat(officers(walk, "due unit-head", "STEP"))
                    .as("on Friday the 20th")
                    .isEqualTo("{lanhdao}");
            assertThat(officers(walk, "+1 WORKING_DAY agency-head", "STEP"))
                    .as("on Monday the 23rd")
                    .isEqualTo("{lanhdao,vanthu}");
            assertThat(officers(walk, "+1 WORKING_DAY agency-head", "LEG"))
                    .as("on Wednesday the 25th")
                    .isEqualTo("{lanhdao}");
        } finally {
            // Before it began, so that other tests' Mondays have none.
            time.set(at("2026-11-20 08:00"));
            callers.as("lanhdao", () -> {
                delegating.revoke(id);
                return "";
            });
        }
    }

    @Test
    void what_has_to_be_acted_about_stands_out_and_what_was_only_told_does_not() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");

        time.passUntil(at("2026-11-20 13:12"));
        assertThat(priority(walk)).as("advice").isZero();
        time.passUntil(at("2026-11-20 13:40"));
        assertThat(priority(walk)).as("the unit's head was called").isEqualTo(2);
        time.passUntil(at("2026-11-23 13:40"));
        assertThat(priority(walk)).as("the agency's head was called").isEqualTo(3);
    }

    @Test
    void whoever_has_the_step_is_asked_to_explain_until_the_next_working_day() throws Exception {
        Walk.of(context, "01-two-items-morning");
        time.passUntil(at("2026-11-20 13:40"));

        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");
        assertThat(page.innerText("section[aria-labelledby=explain-title]"))
                .contains("Cần giải trình", "Giải trình trước", "23/11/2026 17:00");
        assertThat(page.innerText("main")).contains("Ưu tiên");
        browser.look(page, "worklist-explain");
        page.click("section[aria-labelledby=explain-title] a");
        page.waitForSelector("#explanation");
        page.selectOption("#reasonCode", "OVERLOAD");
        page.fill("#explanation", "Cùng lúc có 14 hồ sơ khai tử; đã xử lý xong trong buổi chiều.");
        page.click("main form:has(#explanation) button[type=submit]");
        page.waitForURL("**/worklist");
        page.navigate("/worklist");

        assertThat(page.isVisible("section[aria-labelledby=explain-title]")).isFalse();
    }

    @Test
    void the_chain_tells_who_was_called_in_order_and_what_they_said() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        time.passUntil(at("2026-11-23 13:40"));
        var due = jdbc.sql("select id from deadline.escalation where rung = 'due unit-head' and of_level = 'STEP'")
                .query(Integer.class)
                .single();
        var explained = answer(
                post("/api/v1/escalations/" + due + "/acknowledge")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"explanation\": \"Mạng hỏng cả buổi\", \"reasonCode\": \"SYSTEM_FAULT\"}"),
                "hotich");

        var chain = answer(get("/api/v1/dossiers/" + walk.number + "/escalations"), "giamsat");

        assertThat(explained.getStatus()).isEqualTo(200);
        assertThat(this.<List<String>>read(chain, "$.items[?(@.of == 'STEP')].to"))
                .containsExactly("assignee", "unit-head", "agency-head", "supervisor");
        assertThat(this.<List<String>>read(chain, "$.items[?(@.reasonCode == 'SYSTEM_FAULT')].explanation"))
                .containsExactly("Mạng hỏng cả buổi");
        assertThat(answer(get("/api/v1/dossiers/" + walk.number + "/escalations"), "hotich2")
                        .getStatus())
                .isEqualTo(404);
        Page page = browser.as("giamsat");
        page.navigate("/dossiers/" + walk.number + "/deadline");
        page.click("summary:has-text('Cảnh báo đã gửi')");
        assertThat(page.innerText("main")).contains("Mạng hỏng cả buổi", "Hệ thống gặp lỗi");
        browser.look(page, "deadline-chain");
        page.navigate("/board/escalations/" + due);
        browser.look(page, "escalation-chain");
    }

    @Test
    void an_explanation_always_belongs_to_a_kind_of_reason() throws Exception {
        Walk.of(context, "01-two-items-morning");
        time.passUntil(at("2026-11-20 13:40"));
        var id = jdbc.sql("select max(id) from deadline.escalation")
                .query(Integer.class)
                .single();
        var address = "/api/v1/escalations/" + id + "/acknowledge";

        var blank = answer(
                post(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"explanation\": \"x\", \"reasonCode\": \"\"}"),
                "lanhdao");
        var unnamed = answer(
                post(address).contentType(MediaType.APPLICATION_JSON).content("{\"explanation\": \"x\"}"), "lanhdao");

        assertThat(blank.getStatus()).isEqualTo(422);
        assertThat(this.<String>read(unnamed, "$.reasonCode")).isEqualTo("OTHER");
    }

    @Test
    void a_ladder_is_changed_on_a_page() throws Exception {
        Page page = browser.as("nghiepvu");
        page.navigate("/ladders");
        browser.look(page, "ladders");
        var steps = page.locator("form[aria-labelledby=STEP-title]");

        steps.locator("input[name=at]").nth(0).fill("bao giờ");
        steps.locator("button[value=save]").click();
        page.waitForSelector("[data-error-summary]");
        browser.look(page, "ladders-error");
        steps.locator("input[name=at]").nth(0).fill("60%");
        steps.locator("button[value=save]").click();
        page.waitForSelector(".banner:has-text('Đã lưu thang nhắc việc')");

        assertThat(steps.locator("input[name=at]").nth(0).inputValue()).isEqualTo("60%");
        assertThat(this.<List<String>>read(
                        answer(get("/api/v1/agencies/an-hoa/ladders"), "giamsat"), "$.ladders[0].rungs[*].at"))
                .containsExactly("60%", "due", "+1 WORKING_DAY", "+1 WORKING_DAY");
    }

    private String officers(Walk walk, String rung, String level) {
        return jdbc.sql(
                        "select to_officers::text from deadline.escalation where root = ? and rung = ? and of_level = ?")
                .params(walk.number.value(), rung, level)
                .query(String.class)
                .single();
    }

    private int priority(Walk walk) {
        return jdbc.sql("select priority from worklist.line where origin = ?")
                .param(walk.number.value())
                .query(Integer.class)
                .single();
    }

    private MockHttpServletResponse changed(String of, String ladder, String who) throws Exception {
        return answer(
                put("/api/v1/agencies/an-hoa/ladders/" + of)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(ladder),
                who);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        var response =
                web.perform(request.with(httpBasic(who, "demo"))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private <T> T read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path);
    }
}
