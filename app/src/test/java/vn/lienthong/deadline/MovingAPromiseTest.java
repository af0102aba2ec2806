package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Received on Friday 20 November 2026 and promised for Monday the 30th, 17:00. */
@ModuleTest
class MovingAPromiseTest {

    private static final String WISH = """
            {"amount": 3, "reason": "Chờ xác minh của cơ quan khác", "approver": "lanhdao", "document": "12/QĐ-UBND"}
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

    private Walk walk;

    @BeforeEach
    void aReceivedDossier() {
        database.empty();
        walk = Walk.of(context, "01-two-items-morning");
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_proposal_moves_nothing_even_when_it_names_who_should_grant_it() throws Exception {
        var answer = proposed(WISH, "hotich");

        assertThat(answer.getStatus()).isEqualTo(202);
        assertThat(this.<String>read(answer, "$.state")).isEqualTo("proposed");
        assertThat(instant(answer, "$.dueAt")).isEqualTo(at("2026-11-30 17:00"));
        assertThat(instant(answer, "$.wouldBeDueAt")).isEqualTo(at("2026-12-03 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.ledger(walk.number.value())).doesNotContain("EXTEND");
    }

    @Test
    void somebody_else_who_holds_the_power_grants_it() throws Exception {
        var id = id(proposed(WISH, "hotich"));

        var granted = answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");
        var deadline = answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "hotich");

        assertThat(granted.getStatus()).isEqualTo(200);
        assertThat(this.<String>read(granted, "$.state")).isEqualTo("granted");
        assertThat(instant(deadline, "$.dueAt")).isEqualTo(at("2026-12-03 17:00"));
        assertThat(instant(deadline, "$.originalDueAt")).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-03 17:00"));
        assertThat(walk.leg("police").dueAt())
                .as("the agency owes what it owed")
                .isEqualTo(at("2026-11-30 17:00"));
        assertThat(jdbc.sql("select actor || ' ' || approver || ' ' || amount || ' ' || document from deadline.entry"
                                + " where kind = 'EXTEND'")
                        .query(String.class)
                        .list())
                .containsExactly("hotich lanhdao 3 12/QĐ-UBND");
        assertThat(jdbc.sql("select what || ' ' || actor from dossier.event where what like '%exten%' order by id")
                        .query(String.class)
                        .list())
                .containsExactly("extension-proposed hotich", "deadline-extended lanhdao");
    }

    @Test
    void the_citizen_is_owed_a_letter_about_it() throws Exception {
        var id = id(proposed(WISH, "hotich"));

        answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");

        assertThat(jdbc.sql("select state || ' ' || moves || ' ' || coalesce(days, 0) || ' ' || reason"
                                + " from deadline.apology where extension = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("DRAFT false 0 Chờ xác minh của cơ quan khác");
    }

    @Test
    void nobody_grants_what_they_asked_for() throws Exception {
        var id = id(proposed("{\"amount\": 1, \"reason\": \"x\"}", "lanhdao"));

        var answer = answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(this.<String>read(answer, "$.code")).isEqualTo("extension-of-ones-own");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(answer(post("/api/v1/extensions/" + id + "/grant"), "giamdoc")
                        .getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"tiepnhan, 403", "giamsat, 403", "thanhtra, 403", "congan, 403", "lanhdao2, 404", "quantri, 404"})
    void whoever_lacks_the_power_grants_nothing(String who, int status) throws Exception {
        var id = id(proposed(WISH, "hotich"));

        assertThat(answer(post("/api/v1/extensions/" + id + "/grant"), who).getStatus())
                .isEqualTo(status);
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
    }

    @Test
    void a_refusal_says_why_and_leaves_the_way_open_for_another_proposal() throws Exception {
        var id = id(proposed(WISH, "hotich"));

        var silent = answer(posted("/api/v1/extensions/" + id + "/refuse", "{}"), "lanhdao");
        var refused =
                answer(posted("/api/v1/extensions/" + id + "/refuse", "{\"reason\": \"Chưa đủ căn cứ\"}"), "lanhdao");
        var late = answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");

        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(this.<String>read(refused, "$.state")).isEqualTo("refused");
        assertThat(this.<String>read(refused, "$.answer")).isEqualTo("Chưa đủ căn cứ");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(proposed(WISH, "hotich").getStatus()).isEqualTo(202);
    }

    @Test
    void there_is_one_proposal_at_a_time_and_one_extension() throws Exception {
        var id = id(proposed(WISH, "hotich"));

        var second = proposed(WISH, "tiepnhan");
        answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");
        var again = proposed(WISH, "hotich");

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(this.<String>read(second, "$.code")).isEqualTo("extension-is-open");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(this.<String>read(again, "$.code")).isEqualTo("extensions-used-up");
        assertThat(this.<String>read(again, "$.detail")).isEqualTo("Ngày hẹn trả kết quả chỉ được lùi 1 lần.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | amount reason",
                "{\"amount\": 0, \"unit\": \"HOUR\", \"reason\": \" \", \"approver\": \"hotich\"} | amount unit reason approver",
                "{\"amount\": 400, \"reason\": \"x\", \"approver\": \"vanthu\"} | amount approver",
                "{\"amount\": 1, \"reason\": \"x\", \"approver\": \"lanhdao2\"} | approver",
                "{\"amount\": 1, \"reason\": \"x\", \"approver\": \"nobody\"} | approver"
            })
    void a_proposal_without_its_grounds_is_refused(String wish, String fields) throws Exception {
        var answer = proposed(wish, "hotich");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(String.join(" ", this.<List<String>>read(answer, "$.problems[*].field")))
                .isEqualTo(fields);
        assertThat(jdbc.sql("select count(*) from deadline.extension")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"thanhtra, 403", "hotich2, 404"})
    void nobody_who_only_looks_asks_for_more_time(String who, int status) throws Exception {
        assertThat(proposed(WISH, who).getStatus()).isEqualTo(status);
    }

    @Test
    void what_is_over_is_not_decided_about() throws Exception {
        var id = id(proposed(WISH, "hotich"));
        walk.register();
        walk.finish(walk.linked("police"));

        var answer = answer(post("/api/v1/extensions/" + id + "/grant"), "lanhdao");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(this.<String>read(
                        answer(get("/api/v1/dossiers/" + walk.number + "/extensions"), "hotich"), "$.items[0].state"))
                .isEqualTo("lapsed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanhdao", "giamdoc", "giamsat"})
    void those_who_answer_for_the_agency_see_what_waits(String who) throws Exception {
        proposed(WISH, "hotich");

        assertThat(this.<List<String>>read(answer(get("/api/v1/extensions"), who), "$.items[*].dossier"))
                .containsExactly(walk.number.value());
        assertThat(this.<List<String>>read(answer(get("/api/v1/extensions"), "lanhdao2"), "$.items[*].dossier"))
                .isEmpty();
    }

    private MockHttpServletResponse proposed(String wish, String who) throws Exception {
        return answer(posted("/api/v1/dossiers/" + walk.number + "/extensions", wish), who);
    }

    private int id(MockHttpServletResponse answer) throws Exception {
        return this.<Integer>read(answer, "$.id");
    }

    private static MockHttpServletRequestBuilder posted(String address, String body) {
        return post(address).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        var response =
                web.perform(request.with(httpBasic(who, "demo"))).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private Instant instant(MockHttpServletResponse answer, String path) throws Exception {
        return OffsetDateTime.parse(this.<String>read(answer, path)).toInstant();
    }

    private <T> T read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path);
    }
}
