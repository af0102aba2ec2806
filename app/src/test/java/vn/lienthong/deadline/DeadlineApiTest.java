package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static vn.lienthong.agency.calendar.Offices.at;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class DeadlineApiTest {

    @Autowired
    MockMvc web;

    @Autowired
    ApplicationContext context;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "5, WORKING_DAY, '', 2026-11-20T10:05:00+07:00, 2026-11-30T17:00:00+07:00",
        "1, SAME_DAY, 15:00, 2026-11-20T15:20:00+07:00, 2026-11-23T17:00:00+07:00",
        "1, SAME_DAY, 15:00, 2026-02-13T15:20:00+07:00, 2026-02-23T17:00:00+07:00",
        "4, WORKING_HOUR, '', 2026-11-20T07:30:00+07:00, 2026-11-20T11:30:00+07:00",
        "4, WORKING_HOUR, '', 2026-11-20T00:30:00Z, 2026-11-20T11:30:00+07:00",
        "2, CALENDAR_DAY, '', 2026-11-19T10:00, 2026-11-23T17:00:00+07:00",
        "24, HOUR, '', 2026-11-20T16:00:00+07:00, 2026-11-21T16:00:00+07:00"
    })
    void a_date_is_computed_for_whoever_asks(int amount, String unit, String cutOff, String startedAt, String dueAt)
            throws Exception {
        var answer = asked("""
                {"calendar": "ward", "startedAt": "%s", "budget": {"amount": %d, "unit": "%s"}, "cutOff": %s}
                """.formatted(startedAt, amount, unit, cutOff.isEmpty() ? "null" : "\"" + cutOff + "\""));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(this.<String>read(answer, "$.dueAt")).isEqualTo(dueAt);
        assertThat(this.<Boolean>read(answer, "$.provisional")).isFalse();
        assertThat(this.<List<Object>>read(answer, "$.lines")).isNotEmpty();
    }

    @Test
    void an_agency_stands_for_its_calendar_and_pauses_are_taken_out() throws Exception {
        var answer = asked("""
                {"agency": "an-hoa-tu-phap", "startedAt": "2026-11-02T10:00:00+07:00",
                 "budget": {"amount": 5, "unit": "WORKING_DAY"},
                 "pauses": [{"from": "2026-11-04T09:00:00+07:00", "to": "2026-11-12T15:30:00+07:00"}]}
                """);

        assertThat(instant(answer, "$.dueAt")).isEqualTo(at("2026-11-17 17:00"));
    }

    @Test
    void a_date_in_a_year_that_nobody_has_confirmed_is_provisional() throws Exception {
        var answer = asked("""
                {"calendar": "ward", "startedAt": "2026-12-30T10:00:00+07:00", "budget": {"amount": 5, "unit": "WORKING_DAY"}}
                """);

        assertThat(this.<Boolean>read(answer, "$.provisional")).isTrue();
        assertThat(this.<List<String>>read(answer, "$.lines[*].why"))
                .contains("Lịch nghỉ năm 2027 chưa được xác nhận.");
    }

    @Test
    void every_fault_of_a_question_is_told_at_once() throws Exception {
        var answer = asked("""
                {"calendar": "moon", "startedAt": "yesterday", "budget": {"amount": 0, "unit": "FORTNIGHT"}, "cutOff": "25:00",
                 "pauses": [{"from": "2026-11-05T10:00:00+07:00", "to": "2026-11-04T10:00:00+07:00"}, {}, null]}
                """);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(this.<List<String>>read(answer, "$.problems[*].field"))
                .containsExactly(
                        "calendar",
                        "startedAt",
                        "budget.unit",
                        "budget.amount",
                        "cutOff",
                        "pauses[0].to",
                        "pauses[1].from",
                        "pauses[2].from");
        assertThat(this.<List<String>>read(answer, "$.problems[*].message"))
                .allSatisfy(message -> assertThat(message).doesNotStartWith("problem."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422",
                "{\"budget\": 5} | 400",
                "[] | 400",
                "nonsense | 400",
                "{\"calendar\":\"ward\",\"startedAt\":\"+999999999-12-31T00:00:00Z\",\"budget\":{\"amount\":1,\"unit\":\"HOUR\"}} | 422",
                "{\"calendar\":\"ward\",\"startedAt\":\"2026-11-20T10:00:00Z\",\"budget\":{\"amount\":99999999999,\"unit\":\"HOUR\"}} | 422",
                "{\"calendar\":\"ward\",\"startedAt\":\"2026-11-20T10:00:00Z\",\"budget\":{\"amount\":1.5,\"unit\":\"WORKING_DAY\"}} | 422",
                "{\"calendar\":\"ward\",\"startedAt\":\"2026-11-20T10:00:00Z\",\"budget\":{\"amount\":-1,\"unit\":\"WORKING_DAY\"}} | 422"
            })
    void nonsense_is_refused_kindly(String question, int status) throws Exception {
        var answer = asked(question);

        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    @Test
    void a_dossiers_date_is_explained_line_by_line_in_both_languages() throws Exception {
        var walk = Walk.of(context, "02-after-cut-off");

        var vi = answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "hotich");
        var en = answer(get("/api/v1/dossiers/" + walk.number + "/deadline").header("Accept-Language", "en"), "hotich");

        assertThat(instant(vi, "$.dueAt")).isEqualTo(at("2026-12-01 17:00"));
        assertThat(instant(vi, "$.originalDueAt")).isEqualTo(at("2026-12-01 17:00"));
        assertThat(this.<List<String>>read(vi, "$.lines[*].what"))
                .containsExactly(
                        "Phần việc: Đăng ký khai tử",
                        "Tiếp nhận",
                        "Không tính",
                        "Hạn giải quyết: 23/11/2026 17:00",
                        "Phần việc: Xóa đăng ký thường trú",
                        "Dự kiến nhận từ khâu trước",
                        "Không tính",
                        "Tính 3 ngày làm việc",
                        "Không tính",
                        "Tính 2 ngày làm việc",
                        "Hạn giải quyết: 01/12/2026 17:00");
        assertThat(this.<List<String>>read(vi, "$.lines[*].why"))
                .contains(
                        "Nhận từ 15:00 trở đi nên tính như nhận vào ngày làm việc tiếp theo, 23/11/2026.",
                        "Ngày nghỉ: Ngày Văn hóa Việt Nam (28/2026/QH16).",
                        "Từ ngày thứ 1 đến ngày thứ 3 trong thời hạn 5 ngày.");
        assertThat(this.<List<String>>read(en, "$.lines[*].why"))
                .contains("Received at 15:00 or later, so it counts as received on the next working day, 23/11/2026.");
        assertThat(this.<List<String>>read(vi, "$.legs[*].leg")).containsExactly("civil-status", "police");
        assertThat(this.<String>read(vi, "$.remaining.text")).startsWith("Còn ");
    }

    @Test
    void a_pause_is_explained_with_its_reason_its_law_and_who_answers_for_it() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        walk.supplementAsked(walk.number, "hotich");
        time.set(at("2026-11-25 09:00"));
        walk.supplemented(walk.number, "tiepnhan");

        var answer = answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "hotich");

        assertThat(this.<List<String>>read(answer, "$.lines[?(@.what == 'Tạm dừng tính thời hạn')].why"))
                .singleElement()
                .asString()
                .startsWith("Thời hạn đã sang ngày cuối, nên kết thúc vào ngày 25/11/2026.")
                .contains("Lý do: Thiếu bản chính giấy báo tử.", "Căn cứ: 118/2025/NĐ-CP.", "Người ghi nhận: ");
        assertThat(this.<List<String>>read(answer, "$.ledger[*].kind")).contains("PAUSE", "RESUME");
        assertThat(instant(answer, "$.originalDueAt")).isEqualTo(at("2026-11-30 17:00"));
        assertThat(instant(answer, "$.dueAt")).isEqualTo(at("2026-12-02 17:00"));
    }

    @Test
    void an_agency_sees_the_account_of_its_own_leg() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        walk.register();

        var answer = answer(get("/api/v1/dossiers/" + walk.linked("police") + "/deadline"), "congan");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(instant(answer, "$.dueAt")).isEqualTo(at("2026-11-30 17:00"));
        assertThat(this.<List<Object>>read(answer, "$.legs")).isEmpty();
    }

    @Test
    void whom_a_dossier_does_not_concern_finds_none() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");

        assertThat(answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "hotich2")
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/api/v1/dossiers/" + walk.number + "/deadline"), "quantri")
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(get("/api/v1/dossiers/none/deadline"), "hotich").getStatus())
                .isEqualTo(404);
    }

    @Test
    void a_supervisor_sees_what_runs_late_and_takes_the_explanation() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        walk.register();
        time.passUntil(at("2026-11-26 12:00"));

        var board = answer(get("/api/v1/escalations?state=open&level=3"), "giamsat");
        assertThat(this.<List<String>>read(board, "$.items[*].unit")).contains("an-hoa-cong-an");
        assertThat(this.<List<String>>read(board, "$.items[*].dossier")).containsOnly(walk.number.value());
        var id = this.<Integer>read(board, "$.items[0].id");
        assertThat(answer(posted("/api/v1/escalations/" + id + "/acknowledge", "{}"), "giamsat")
                        .getStatus())
                .isEqualTo(422);
        var explained = answer(
                posted(
                        "/api/v1/escalations/" + id + "/acknowledge",
                        "{\"explanation\": \"Công an phường đang xác minh nơi ở\", \"reasonCode\": \"WAITING_FOR_COORDINATION\"}"),
                "giamsat");
        assertThat(explained.getStatus()).isEqualTo(200);
        assertThat(this.<String>read(explained, "$.state")).isEqualTo("acknowledged");
        var again =
                answer(posted("/api/v1/escalations/" + id + "/acknowledge", "{\"explanation\": \"Nữa\"}"), "giamsat");
        assertThat(again.getStatus()).isEqualTo(409);
        assertThat(this.<List<Integer>>read(
                        answer(get("/api/v1/escalations?state=open&level=3"), "giamsat"), "$.items[*].id"))
                .doesNotContain(id);
    }

    @Test
    void the_board_shows_what_is_the_callers_business_only() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        walk.register();
        time.passUntil(at("2026-11-26 12:00"));

        assertThat(this.<List<String>>read(answer(get("/api/v1/escalations"), "congan"), "$.items[*].unit"))
                .isNotEmpty()
                .containsOnly("an-hoa-cong-an");
        assertThat(this.<List<Object>>read(answer(get("/api/v1/escalations"), "giamsat2"), "$.items"))
                .isEmpty();
        assertThat(this.<List<Object>>read(answer(get("/api/v1/escalations"), "quantri"), "$.items"))
                .isEmpty();
        var id = this.<Integer>read(answer(get("/api/v1/escalations"), "giamsat"), "$.items[0].id");
        assertThat(answer(posted("/api/v1/escalations/" + id + "/acknowledge", "{\"explanation\": \"x\"}"), "giamsat2")
                        .getStatus())
                .isEqualTo(404);
        assertThat(answer(posted("/api/v1/escalations/" + id + "/acknowledge", "{\"explanation\": \"x\"}"), "thanhtra")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void the_board_is_paged_by_a_cursor() throws Exception {
        Walk.of(context, "01-two-items-morning");
        time.passUntil(at("2026-12-03 12:00"));
        var all = this.<List<Integer>>read(answer(get("/api/v1/escalations"), "giamsat"), "$.items[*].id");

        var first = answer(get("/api/v1/escalations?limit=2"), "giamsat");
        var second = answer(
                get("/api/v1/escalations?limit=200").param("after", this.<String>read(first, "$.next")), "giamsat");

        assertThat(all).hasSizeGreaterThan(3);
        assertThat(this.<List<Integer>>read(first, "$.items[*].id")).isEqualTo(all.subList(0, 2));
        assertThat(this.<List<Integer>>read(second, "$.items[*].id")).isEqualTo(all.subList(2, all.size()));
        assertThat(this.<Object>read(second, "$.next")).isNull();
    }

    @Test
    void a_board_asked_for_nonsense_says_all_that_is_wrong() throws Exception {
        var answer =
                answer(get("/api/v1/escalations?level=x&state=lost&after=%21%21&limit=100000&unit=nowhere"), "giamsat");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(this.<List<String>>read(answer, "$.problems[*].field"))
                .containsExactly("level", "state", "after", "limit", "unit");
    }

    private MockHttpServletResponse asked(String question) throws Exception {
        return answer(posted("/api/v1/deadlines/compute", question), "hotich");
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

    private java.time.Instant instant(MockHttpServletResponse answer, String path) throws Exception {
        return OffsetDateTime.parse(this.<String>read(answer, path)).toInstant();
    }

    private <T> T read(MockHttpServletResponse answer, String path) throws Exception {
        return JsonPath.read(answer.getContentAsString(), path);
    }
}
