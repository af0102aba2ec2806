package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Promised for Monday 30 November 2026, 17:00; the police do not come to an end. */
@ModuleTest
class SendingAnApologyTest {

    private static final String REASON = "Việc xác minh nơi cư trú trước đây chưa có kết quả.";

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final List<Object> heard = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> ear = event -> heard.add(event.getPayload());

    private Walk walk;

    @BeforeEach
    void aPromiseInDanger() {
        database.empty();
        multicaster.addApplicationListener(ear);
        walk = Walk.of(context, "01-two-items-morning");
        walk.register();
        time.passUntil(at("2026-11-30 07:31"));
    }

    @AfterEach
    void now() {
        multicaster.removeApplicationListener(ear);
        time.reset();
    }

    @Test
    void the_supervisor_words_it_the_head_signs_it_and_the_promise_moves_through_the_ledger() throws Exception {
        var id = draft();

        var approved = answer(posted(id, "approve", "{\"reason\": \"" + REASON + "\", \"days\": 2}"), "giamsat");
        assertThat(this.<String>read(approved, "$.state")).isEqualTo("approved");
        assertThat(walk.dossier().promisedAt()).as("approval moves nothing").isEqualTo(at("2026-11-30 17:00"));
        var signed = answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");

        assertThat(signed.getStatus()).isEqualTo(200);
        assertThat(this.<String>read(signed, "$.state")).isEqualTo("sent");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(walk.dossier().originalPromisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(jdbc.sql("select actor || ' ' || approver || ' ' || amount || ' ' || unit || ' ' || reason"
                                + " from deadline.entry where kind = 'EXTEND'")
                        .query(String.class)
                        .list())
                .containsExactly("giamsat lanhdao 2 WORKING_DAY " + REASON);
        assertThat(jdbc.sql("select what || ' ' || coalesce(actor, '-') from dossier.event where what like 'apology%'"
                                + " order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "apology-drafted -", "apology-approved giamsat", "apology-signed lanhdao", "apology-sent -");
        assertThat(heard(ApologySent.class)).singleElement().satisfies(sent -> {
            assertThat(sent.number()).isEqualTo(walk.number);
            assertThat(sent.promisedBefore()).isEqualTo(at("2026-11-30 17:00"));
            assertThat(sent.promisedAt()).isEqualTo(at("2026-12-02 17:00"));
            assertThat(sent.how()).isEqualTo(ApologySent.How.MESSAGE);
        });
    }

    @Test
    void the_letter_on_paper_says_who_was_late_why_and_until_when() throws Exception {
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"" + REASON + "\", \"days\": 2}"), "giamsat");

        var preview = text(answer(get("/api/v1/apologies/" + id + "/letter"), "lanhdao"));
        var signed = answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");
        var document = this.<String>read(signed, "$.document");
        var letter = text(answer(get("/api/v1/documents/" + document), "hotich"));

        assertThat(letter)
                .contains("VĂN BẢN XIN LỖI", walk.number.value(), "Nguyễn Thị Thanh Hà", REASON)
                .contains("Đến nay, Công an phường An Hòa chưa hoàn thành phần việc của mình")
                .contains("17 giờ 00 phút, ngày 30 tháng 11 năm 2026", "17 giờ 00 phút, ngày 02 tháng 12 năm 2026")
                .contains("CHỦ TỊCH", "Nguyễn Hữu Phước", this.<String>read(signed, "$.symbol"));
        assertThat(preview).contains(REASON).doesNotContain("Nguyễn Hữu Phước");
    }

    @Test
    void the_citizen_reads_it_with_number_and_secret() throws Exception {
        var secret = walk.dossier().secret();
        var address = "/api/v1/public/dossiers/" + walk.number;
        assertThat(anonymous(get(address + "/apology").param("secret", secret)).getStatus())
                .isEqualTo(404);
        signed();

        var tracked = anonymous(get(address).param("secret", secret));
        assertThat(this.<String>read(tracked, "$.letter.promisedAt")).startsWith("2026-12-02T17:00");
        assertThat(this.<String>read(tracked, "$.apology")).contains("30/11/2026 17:00");
        assertThat(text(anonymous(get(address + "/apology").param("secret", secret))))
                .contains(REASON);
        assertThat(anonymous(get(address + "/apology").param("secret", "AAAAAAAAAA"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void the_citizen_is_told_once_by_message() throws Exception {
        jdbc.sql("delete from notification.message").update();

        signed();

        assertThat(jdbc.sql("select notice || ' ' || channel from notification.message")
                        .query(String.class)
                        .list())
                .as("the letter says that the promise moved; no second message does")
                .containsExactly("apology EMAIL");
    }

    @Test
    void whoever_approved_it_does_not_sign_it() throws Exception {
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamdoc");

        var answer = answer(post("/api/v1/apologies/" + id + "/sign"), "giamdoc");

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(this.<String>read(answer, "$.code")).isEqualTo("letter-of-ones-own");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "hotich, approve, 403",
        "thanhtra, approve, 403",
        "congan, approve, 403",
        "giamsat2, approve, 404",
        "giamsat, sign, 403",
        "hotich, sign, 403",
        "lanhdao2, sign, 404",
        "congan, sign, 403"
    })
    void it_takes_the_power_to_go_on_with_it(String who, String what, int status) throws Exception {
        var id = draft();

        assertThat(answer(posted(id, what, "{\"reason\": \"x\"}"), who).getStatus())
                .isEqualTo(status);
    }

    @Test
    void a_draft_is_not_signed_and_a_signed_letter_not_approved_again() throws Exception {
        var id = draft();

        assertThat(answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao").getStatus())
                .isEqualTo(409);
        answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamsat");
        answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");
        assertThat(answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamsat")
                        .getStatus())
                .isEqualTo(409);
        assertThat(answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao").getStatus())
                .isEqualTo(409);
    }

    @Test
    void the_head_gives_it_back_with_a_reason() throws Exception {
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamsat");

        assertThat(answer(posted(id, "return", "{}"), "lanhdao").getStatus()).isEqualTo(422);
        var back = answer(posted(id, "return", "{\"reason\": \"Nêu rõ cơ quan nào chậm\"}"), "lanhdao");

        assertThat(this.<String>read(back, "$.state")).isEqualTo("draft");
        assertThat(this.<String>read(back, "$.returnedBecause")).isEqualTo("Nêu rõ cơ quan nào chậm");
    }

    @Test
    void a_date_that_has_passed_is_promised_to_nobody() throws Exception {
        var id = draft();
        time.passUntil(at("2026-12-04 10:00"));

        var answer = answer(posted(id, "approve", "{\"reason\": \"x\", \"days\": 1}"), "giamsat");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(this.<List<String>>read(answer, "$.problems[*].field")).containsExactly("days");
    }

    @Test
    void a_citizen_without_address_and_telephone_gets_it_on_paper() throws Exception {
        jdbc.sql("update dossier.dossier set applicant_phone = null, applicant_email = null")
                .update();
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamsat");

        var signed = answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");
        assertThat(this.<String>read(signed, "$.state")).isEqualTo("signed");
        assertThat(heard(ApologySent.class)).isEmpty();
        var sent = answer(post("/api/v1/apologies/" + id + "/sent"), "tiepnhan");

        assertThat(this.<String>read(sent, "$.state")).isEqualTo("sent");
        assertThat(this.<String>read(sent, "$.sentHow")).isEqualTo("paper");
        assertThat(heard(ApologySent.class)).extracting(ApologySent::how).containsExactly(ApologySent.How.PAPER);
    }

    @Test
    void a_result_that_is_there_in_time_needs_no_letter() throws Exception {
        var id = draft();
        time.passUntil(at("2026-11-30 16:00"));

        walk.finish(walk.linked("police"));

        assertThat(this.<String>read(answer(get("/api/v1/apologies/" + id), "giamsat"), "$.state"))
                .isEqualTo("dropped");
        assertThat(owed()).isEmpty();
    }

    @Test
    void lateness_never_holds_up_a_result_and_the_letter_is_owed_all_the_same() throws Exception {
        var id = draft();
        time.passUntil(at("2026-12-01 09:00"));

        walk.finish(walk.linked("police"));
        assertThat(walk.dossier().state()).isEqualTo(DossierState.READY);
        assertThat(owed()).containsExactly(walk.number.value());
        walk.finish(walk.number);
        assertThat(walk.dossier().state()).isEqualTo(DossierState.RETURNED);
        answer(posted(id, "approve", "{\"reason\": \"" + REASON + "\"}"), "giamsat");
        var signed = answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");

        assertThat(this.<String>read(signed, "$.state")).isEqualTo("sent");
        assertThat(this.<Object>read(signed, "$.newDueAt")).isNull();
        assertThat(walk.dossier().promisedAt()).as("history stays").isEqualTo(at("2026-11-30 17:00"));
        assertThat(text(answer(get("/api/v1/apologies/" + id + "/letter"), "lanhdao")))
                .contains("Kết quả đã có để trả cho Ông/Bà từ 09 giờ 00 phút, ngày 01 tháng 12 năm 2026")
                .doesNotContain("sẽ được trả");
        assertThat(owed()).isEmpty();
    }

    @Test
    void a_broken_promise_without_a_letter_is_an_alarm_of_its_own() throws Exception {
        assertThat(owed()).isEmpty();

        time.passUntil(at("2026-12-01 07:31"));

        assertThat(owed()).containsExactly(walk.number.value());
        assertThat(walk.rungs()).contains("dossier due agency-head");
        time.passUntil(at("2026-12-02 07:31"));
        assertThat(walk.rungs()).contains("dossier +1 WORKING_DAY centre-director");
        assertThat(answer(posted(draft(), "drop", "{\"reason\": \"x\"}"), "giamsat")
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void nobody_is_called_about_a_letter_that_the_citizen_has() throws Exception {
        signed();

        time.passUntil(at("2026-12-02 16:59"));

        assertThat(owed()).isEmpty();
        assertThat(walk.rungs()).doesNotContain("dossier due agency-head");
        assertThat(jdbc.sql("select count(*) from deadline.escalation where does in ('APOLOGISE', 'LETTER')"
                                + " and state = 'OPEN'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_second_date_that_is_broken_too_owes_a_second_letter_and_moves_nothing() throws Exception {
        signed();
        time.passUntil(at("2026-12-03 07:31"));
        assertThat(owed()).containsExactly(walk.number.value());

        var second =
                this.<Integer>read(answer(post("/api/v1/dossiers/" + walk.number + "/apologies"), "giamsat"), "$.id");
        answer(posted(second, "approve", "{\"reason\": \"x\", \"days\": 3}"), "giamsat");
        answer(post("/api/v1/apologies/" + second + "/sign"), "lanhdao");

        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(jdbc.sql("select moves from deadline.apology order by id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
        assertThat(owed()).isEmpty();
        time.passUntil(at("2026-12-08 07:31"));
        assertThat(owed()).as("the third date is broken").containsExactly(walk.number.value());
    }

    @Test
    void an_extension_that_is_granted_turns_the_open_draft_into_its_letter() throws Exception {
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"x\"}"), "giamsat");
        var wish = this.<Integer>read(
                answer(
                        post("/api/v1/dossiers/" + walk.number + "/extensions")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"amount\": 4, \"reason\": \"" + REASON + "\"}"),
                        "congan"),
                "$.id");
        answer(post("/api/v1/extensions/" + wish + "/grant"), "lanhdao");

        var letter = answer(get("/api/v1/apologies/" + id), "giamsat");
        assertThat(this.<String>read(letter, "$.state")).isEqualTo("draft");
        assertThat(this.<String>read(letter, "$.newDueAt")).startsWith("2026-12-04T17:00");
        answer(posted(id, "approve", "{\"reason\": \"" + REASON + "\", \"days\": 9}"), "giamsat");
        answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");

        assertThat(walk.dossier().promisedAt()).as("moved once").isEqualTo(at("2026-12-04 17:00"));
    }

    private void signed() throws Exception {
        var id = draft();
        answer(posted(id, "approve", "{\"reason\": \"" + REASON + "\", \"days\": 2}"), "giamsat");
        answer(post("/api/v1/apologies/" + id + "/sign"), "lanhdao");
    }

    private int draft() throws Exception {
        return this.<List<Integer>>read(answer(get("/api/v1/apologies"), "giamsat"), "$.items[*].id")
                .get(0);
    }

    private List<String> owed() throws Exception {
        return read(answer(get("/api/v1/apologies/owed"), "giamsat"), "$.items[*].dossier");
    }

    private static MockHttpServletRequestBuilder posted(int id, String what, String body) {
        return post("/api/v1/apologies/" + id + "/" + what)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, String who) throws Exception {
        return anonymous(request.with(httpBasic(who, "demo")));
    }

    private MockHttpServletResponse anonymous(MockHttpServletRequestBuilder request) throws Exception {
        var response = web.perform(request).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private <T> T read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path);
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getContentType()).startsWith("application/pdf");
        return ReadingAloud.of(answer.getContentAsByteArray());
    }

    private <T> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
