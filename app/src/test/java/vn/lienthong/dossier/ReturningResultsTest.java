package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class ReturningResultsTest {

    private static final String RETURN = "UserTask_ReturnResults";
    private static final HandOver.Collector APPLICANT =
            new HandOver.Collector(HandOver.Who.APPLICANT, null, null, null);

    @Autowired
    Receiving receiving;

    @Autowired
    ReturningResults returning;

    @Autowired
    Results results;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Reading reading;

    @Autowired
    Prints prints;

    @Autowired
    Processes processes;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    ApplicationContext beans;

    private final SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");

    @BeforeEach
    void anEmptyDesk() {
        database.empty();
        time.set(sample.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void with_the_last_result_the_step_is_done_and_the_dossier_returned() {
        DossierNumber number = ready();

        int round = handOver("traketqua", number, all(number, APPLICANT, null, true));

        assertThat(round).isEqualTo(1);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
        assertThat(dossiers.get(number).delivery()).isEqualTo("HANDED_OVER");
        assertThat(processes.openSteps(number.value())).isEmpty();
        assertThat(dossiers.get(number).content())
                .extractingByKey("returning")
                .isEqualTo(Map.of("receiver", "Nguyễn Thị Thanh Hà"));
        assertThat(history(number)).contains("results-handed-over", "returned");
        assertThat(slip(number, 1))
                .contains("GIẤY BIÊN NHẬN TRẢ KẾT QUẢ", "Trích lục khai tử", "Thông báo kết quả xóa đăng ký thường trú")
                .contains("Người nhận: Nguyễn Thị Thanh Hà (Người nộp hồ sơ)", "Hẹn trả kết quả: ")
                .doesNotContain("Trả một phần", "null");
    }

    @Test
    void what_is_there_can_be_taken_now_and_the_rest_later() {
        DossierNumber number = whileThePoliceWork();
        Results.Standing before = results.of(number, Locale.forLanguageTag("vi"));
        assertThat(before.ready()).extracting(Results.Ready::name).containsExactly("Trích lục khai tử");
        assertThat(before.later()).extracting(Results.Later::leg).containsExactly("police");

        handOver("traketqua", number, all(number, APPLICANT, null, true));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(dossiers.get(number).delivery()).isEqualTo("PARTLY_HANDED_OVER");
        assertThat(slip(number, 1))
                .contains("(Trả một phần kết quả)", "Xóa đăng ký thường trú Công an phường An Hòa 17:00 30/11/2026");
        new OtherOffices(beans).work(number, RETURN::equals);
        assertThat(results.of(number, Locale.ENGLISH).ready()).hasSize(1);

        int round = handOver("traketqua", number, all(number, APPLICANT, null, true));

        assertThat(round).isEqualTo(2);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
        assertThat(slip(number, 2)).doesNotContain("Trích lục khai tử", "Trả một phần");
    }

    @Test
    void one_who_took_everything_part_by_part_need_not_come_again() {
        DossierNumber number = ready();
        Results.Standing standing = results.of(number, Locale.ENGLISH);
        String first = standing.ready().get(0).id();

        handOver("traketqua", number, over("COUNTER", APPLICANT, null, List.of(first), null, true));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.READY);
        assertThat(results.of(number, Locale.ENGLISH).ready())
                .extracting(Results.Ready::id)
                .doesNotContain(first);
        handOver("traketqua", number, all(number, APPLICANT, null, true));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void being_late_is_no_reason_to_keep_a_result() {
        DossierNumber number = ready();
        time.passUntil(time.now().plus(Duration.ofDays(20)));

        handOver("traketqua", number, all(number, APPLICANT, null, true));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void results_that_nobody_came_for_in_time_are_handed_over_all_the_same() {
        DossierNumber number = ready();
        time.passUntil(time.now().plus(Duration.ofDays(70)));
        assertThat(dossiers.get(number).delivery()).isEqualTo("UNCOLLECTED");
        assertThat(processes.openSteps(number.value())).isEmpty();

        handOver("traketqua", number, all(number, APPLICANT, null, true));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
        assertThat(dossiers.get(number).delivery()).isEqualTo("HANDED_OVER");
    }

    @Test
    void what_goes_by_post_carries_its_waybill_into_the_file_and_onto_the_slip() {
        DossierNumber number = ready();

        handOver("traketqua", number, over("POST", null, "EB123456789VN", ids(number), null, false));

        assertThat(dossiers.get(number).content())
                .extractingByKey("returning")
                .isEqualTo(Map.of("waybill", "EB123456789VN"));
        assertThat(slip(number, 1)).contains("số vận đơn: EB123456789VN").doesNotContain("NGƯỜI NHẬN KẾT QUẢ");
    }

    @Test
    void who_is_authorised_is_named_with_the_paper_that_says_so_and_the_signature_from_the_screen() {
        DossierNumber number = ready();
        var son = new HandOver.Collector(
                HandOver.Who.AUTHORISED, "Nguyễn Văn Hải", "001 190 000 321", "Giấy ủy quyền số 15/2026");

        handOver("traketqua", number, all(number, son, DrawnSignatureTest.drawn(600, 200, true), false));

        assertThat(slip(number, 1))
                .contains("Nguyễn Văn Hải (Người được ủy quyền)", "001190000321", "Giấy ủy quyền số 15/2026")
                .contains("(Đã ký trên màn hình tại quầy)");
    }

    @Test
    void an_empty_signature_is_told_with_all_other_faults() {
        DossierNumber number = ready();

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> handOver(
                        "traketqua",
                        number,
                        all(
                                number,
                                new HandOver.Collector(HandOver.Who.AUTHORISED, null, "1", "x"),
                                DrawnSignatureTest.drawn(600, 200, false),
                                false)))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::field)
                        .containsExactlyInAnyOrder("collector.fullName", "collector.identityNumber", "signature"));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.READY);
    }

    @Test
    void nothing_is_handed_over_twice() {
        DossierNumber number = ready();
        HandOver everything = all(number, APPLICANT, null, true);
        handOver("traketqua", number, everything);

        assertThatThrownBy(() -> handOver("traketqua", number, everything))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("nothing-to-hand-over");
    }

    @Test
    void nothing_is_handed_over_before_it_is_there() {
        DossierNumber number = received(Map.of());

        assertThatThrownBy(() -> handOver("traketqua", number, over("COUNTER", APPLICANT, null, List.of(), null, true)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void the_counter_that_receives_hands_over_too_and_nobody_else() {
        DossierNumber number = ready();

        assertThatThrownBy(() -> handOver("hotich", number, all(number, APPLICANT, null, true)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> handOver("tiepnhan2", number, all(number, APPLICANT, null, true)))
                .isInstanceOf(NotFound.class);
        handOver("tiepnhan", number, all(number, APPLICANT, null, true));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void a_fee_that_was_taken_has_a_receipt_with_the_sum_in_words() {
        DossierNumber number = received(Map.of("diedAt", "2026-10-17T21:40:00+07:00"));
        assertThat(dossiers.get(number).finance()).isEqualTo("NONE");

        new OtherOffices(beans).work(number, step -> !step.contains("Fee") && !step.equals("UserTask_CheckReception"));

        assertThat(dossiers.get(number).finance()).isEqualTo("PAID");
        assertThat(history(number)).contains("fee-taken");
        assertThat(read(caller.as("tiepnhan", () -> prints.feeReceipt(number))))
                .contains("BIÊN LAI THU PHÍ, LỆ PHÍ", "Lệ phí đăng ký khai tử quá hạn", "Nguyễn Thị Thanh Hà")
                .contains("Số tiền: 8.000 đồng", "Tám nghìn đồng", "Tiền mặt", "đã nộp đủ");
    }

    private DossierNumber received(Map<String, Object> deceased) {
        Map<String, Object> data = new HashMap<>(sample.data());
        Map<String, Object> person = new HashMap<>(OnPaper.map(data.get("deceased")));
        person.putAll(deceased);
        data.put("deceased", person);
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(
                        new Application(sample.procedure(), "COUNTER", sample.applicant(), data, sample.papers())));
    }

    private DossierNumber ready() {
        DossierNumber number = received(Map.of());
        new OtherOffices(beans).work(number, RETURN::equals);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.READY);
        return number;
    }

    private DossierNumber whileThePoliceWork() {
        DossierNumber number = received(Map.of());
        new OtherOffices(beans)
                .work(
                        number,
                        step -> dossiers.get(number).legs().stream()
                                .anyMatch(leg -> leg.leg().equals("police") && leg.state() == LegState.RUNNING));
        return number;
    }

    private HandOver all(
            DossierNumber number, HandOver.Collector collector, @Nullable String signature, boolean onPaper) {
        return over("COUNTER", collector, null, ids(number), signature, onPaper);
    }

    private static HandOver over(
            String method,
            HandOver.@Nullable Collector collector,
            @Nullable String waybill,
            List<String> items,
            @Nullable String signature,
            boolean onPaper) {
        return new HandOver(method, collector, waybill, items, signature, onPaper, Map.of());
    }

    private List<String> ids(DossierNumber number) {
        return results.of(number, Locale.ENGLISH).ready().stream()
                .map(Results.Ready::id)
                .toList();
    }

    private int handOver(String officer, DossierNumber number, HandOver handOver) {
        return caller.as(officer, () -> returning.handOver(number, handOver));
    }

    private List<String> history(DossierNumber number) {
        return caller.as("tiepnhan", () -> reading.timeline(number, Locale.ENGLISH)).stream()
                .map(Reading.EventView::what)
                .toList();
    }

    private String slip(DossierNumber number, int round) {
        return read(caller.as("traketqua", () -> prints.returnSlip(number, round)));
    }

    private static String read(byte[] pdf) {
        try {
            return ReadingAloud.of(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
