package vn.lienthong.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.TimeMachine;

/** A story that fails says what was to be and what was, in words that a designer knows. */
@ModuleTest
class FailingStoriesTest {

    private static final ProcessRef PROCESS = new ProcessRef("residence-deregistration", "2025-07-01");

    @Autowired
    Telling telling;

    @Autowired
    TimeMachine time;

    @Autowired
    ProblemDetails details;

    @AfterEach
    void now() {
        time.reset();
    }

    /** What is spoilt in the first story: what is replaced, by what, what is told. */
    static Stream<Arguments> spoilt() {
        return Stream.of(
                // a wrong end, reached and not reached
                Arguments.of(
                        "end: EndEvent_ResultReturned",
                        "end: EndEvent_Refused",
                        "lẽ ra kết thúc ở EndEvent_Refused “Hồ sơ bị từ chối”, nhưng hồ sơ đã kết thúc ở EndEvent_ResultReturned “Kết quả đã trả”"),
                Arguments.of(
                        "      - {step: UserTask_ReturnResults, by: traketqua}\n",
                        "",
                        "lẽ ra kết thúc ở EndEvent_ResultReturned “Kết quả đã trả”, nhưng hồ sơ còn chờ ở bước UserTask_ReturnResults “Trả kết quả”"),
                Arguments.of(
                        "      end: EndEvent_ResultReturned\n",
                        "",
                        "lẽ ra hồ sơ còn đang giải quyết (then không ghi end), nhưng đã kết thúc ở EndEvent_ResultReturned"),
                // a wrong then
                Arguments.of(
                        "due: {police: \"2026-11-30T17:00:00+07:00\"}",
                        "due: {police: \"2026-11-27T17:00:00+07:00\"}",
                        "hạn của phần việc police lúc tiếp nhận lẽ ra là 2026-11-27T17:00:00+07:00, nhưng là 2026-11-30T17:00:00+07:00"),
                Arguments.of("state: returned", "state: ready", "trạng thái hồ sơ lẽ ra là ready, nhưng là returned"),
                Arguments.of(
                        "notices: [supplement-requested, received, result-ready]",
                        "notices: [received, result-ready]",
                        "thông báo cho người nộp, theo thứ tự lẽ ra là [received, result-ready], nhưng là [supplement-requested, received, result-ready]"),
                Arguments.of(
                        "notVisited: [UserTask_AcceptHandover, EndEvent_Issued]",
                        "notVisited: [UserTask_Decide]",
                        "lẽ ra không đi qua UserTask_Decide “Duyệt xóa đăng ký thường trú”, nhưng có"),
                Arguments.of(
                        "      state: returned\n",
                        "      rungs: [{of: LEG, at: \"due\", to: unit-head}]\n",
                        "nấc nhắc {of=LEG, at=due, to=unit-head} lẽ ra xảy ra đúng một lần, nhưng không xảy ra"),
                // names that are not there
                Arguments.of(
                        "notVisited: [UserTask_AcceptHandover",
                        "notVisited: [UserTask_AceptHandover",
                        "then.notVisited: sơ đồ residence-deregistration không có phần tử “UserTask_AceptHandover”; có phải UserTask_AcceptHandover?"),
                Arguments.of(
                        "step: UserTask_Examine, by: congan, after",
                        "step: UserTask_Exam, by: congan, after",
                        "when, việc thứ 4: sơ đồ residence-deregistration không có bước “UserTask_Exam”; có phải UserTask_Examine?"),
                Arguments.of(
                        "legs: {police: done}",
                        "legs: {tax: done}",
                        "then.legs: procedure.yml không có phần việc “tax”; các phần việc: police"),
                Arguments.of(
                        "results: [residence-deregistration-notice]",
                        "results: [extract]",
                        "then.results: không có loại kết quả “extract”; các loại: residence-deregistration-notice"),
                // things that cannot be done
                Arguments.of(
                        "- {step: UserTask_Examine, by: congan, after: \"1 WORKING_DAY\"}",
                        "- {step: UserTask_Issue, by: congan}",
                        "bước UserTask_Issue “Lấy số, đóng dấu, phát hành” chưa mở hoặc đã xong; hồ sơ còn chờ ở bước UserTask_Examine “Kiểm tra, đối chiếu dữ liệu cư trú”"),
                Arguments.of(
                        "outcome: supplement",
                        "outcome: ask",
                        "bước UserTask_CheckReception “Kiểm tra, tiếp nhận hồ sơ” không có lựa chọn “ask”; các lựa chọn: accept (mặc định), supplement, refuse"),
                Arguments.of(", reason: \"Tờ khai chưa ký\"", "", "reason: Chưa nhập thông tin này."),
                Arguments.of(
                        "- {step: UserTask_CheckReception, by: tiepnhan}",
                        "- {step: UserTask_CheckReception, by: congan}",
                        "việc thứ 3 của when (step: UserTask_CheckReception, by: congan)"),
                Arguments.of(
                        "- {step: UserTask_CheckReception, by: tiepnhan}",
                        "- {step: UserTask_CheckReception, data: {applicant: {fullName: \"X\"}}}",
                        "applicant"),
                Arguments.of(
                        "- {step: UserTask_Examine, by: congan, after: \"1 WORKING_DAY\"}",
                        "- {step: UserTask_Examine, data: {residence: {removedOn: \"2030-01-01\"}}}",
                        "data.residence.removedOn: Thời điểm này chưa đến."),
                Arguments.of(
                        "        fullName: \"Nguyễn Văn Bình\"\n",
                        "",
                        "data.deceased.fullName: Chưa nhập thông tin này."),
                Arguments.of(
                        "- {supplement: {papers: [{code: ct01, form: ELECTRONIC, copies: 1}]}",
                        "- {tell: dossier.draft-confirmed",
                        "hồ sơ không chờ thông điệp dossier.draft-confirmed"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("spoilt")
    void it_is_told_what_was_to_be_and_what_was(String what, String by, String told) throws IOException {
        Scenario story = Scenario.book(PROCESS, spoilt(what, by)).stories().get(0);

        Throwable failure = catchThrowable(() -> telling.tell(story));

        assertThat(failure).isInstanceOf(StoryFailed.class);
        assertThat(failure.getMessage())
                .contains("Kịch bản “Nộp trực tuyến: thiếu giấy tờ, bổ sung rồi giải quyết và trả kết quả”")
                .contains(told)
                .doesNotContain("vn.lienthong", "Exception");
    }

    /** What is spoilt in the file: what is replaced, by what, where, what is told. */
    static Stream<Arguments> misspelt() {
        return Stream.of(
                Arguments.of(
                        "      state: returned", "      status: returned", "scenarios[0].then.status", "promisedAt"),
                Arguments.of("outcome: supplement", "outcom: supplement", "scenarios[0].when[0].outcom", "outcome"),
                Arguments.of(
                        "- {supplement:", "- {suplement:", "scenarios[0].when[1]", "answered, supplement, withdraw"),
                Arguments.of("state: returned", "state: finished", "scenarios[0].then.state", "not-received"),
                Arguments.of("application: own", "application: mine", "scenarios[0].given.application", "mine"),
                Arguments.of("scenarios:\n", "scenarios:\n  - {name: [\n", "dòng", "đúng định dạng"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("misspelt")
    void a_word_that_the_grammar_does_not_have_is_told_with_its_place(String what, String by, String place, String told)
            throws IOException {
        Scenario.Book book = Scenario.book(PROCESS, spoilt(what, by));

        assertThat(details.inWords(book.faults(), Locale.forLanguageTag("vi"))).anySatisfy(fault -> {
            assertThat(fault.field()).startsWith(place);
            assertThat(fault.message()).contains(told);
        });
    }

    private static String spoilt(String what, String by) throws IOException {
        String good = new ClassPathResource("procedures/%s/scenarios.yml".formatted(PROCESS))
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(good).contains(what);
        return good.replaceFirst(java.util.regex.Pattern.quote(what), java.util.regex.Matcher.quoteReplacement(by));
    }
}
