package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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
import vn.lienthong.workflow.TimeMachine;

/** Parcels, helpers, several dossiers at once, refusals: what happens at the counter beside the ordinary. */
@ModuleTest
class AtTheCounterTest {

    @Autowired
    Receiving receiving;

    @Autowired
    Visits visits;

    @Autowired
    TurningAway turningAway;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Prints prints;

    @Autowired
    Reading reading;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

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
    void the_clock_of_a_parcel_starts_when_the_desk_receives_it_and_its_day_of_arrival_is_kept() {
        DossierNumber number = receive("POST", Map.of("waybill", "EB123456789VN", "arrivedOn", "2026-11-18"));

        Dossiers.Summary dossier = dossiers.get(number);
        assertThat(dossier.submittedAt()).isEqualTo(Instant.parse("2026-11-17T17:00:00Z"));
        assertThat(dossier.receivedAt()).isEqualTo(sample.receivedAt());
        assertThat(dossier.promisedAt())
                .isEqualTo(dossiers.get(receive("POST", null)).promisedAt());
        assertThat(receipt(number)).contains("Bưu chính công ích, số vận đơn EB123456789VN, đến ngày 18/11/2026");
    }

    @Test
    void who_helps_to_file_online_is_on_record_and_on_paper_and_is_not_the_applicant() {
        DossierNumber number = receive("ONLINE", Map.of());

        assertThat(dossiers.get(number).applicant().fullName()).isEqualTo("Nguyễn Thị Thanh Hà");
        assertThat(receipt(number))
                .contains("Trực tuyến, có người hỗ trợ nộp hồ sơ: Trần Thị Mai Lan, Trung tâm Phục vụ hành chính công")
                .contains("NGƯỜI NỘP HỒ SƠ (Ký, ghi rõ họ và tên) Nguyễn Thị Thanh Hà");
        assertThat(caller.as("tiepnhan", () -> reading.timeline(number, Locale.ENGLISH)).stream()
                        .filter(event -> event.what().equals("received"))
                        .map(event -> event.details().get("helper")))
                .singleElement()
                .asString()
                .startsWith("Trần Thị Mai Lan");
    }

    @Test
    void everything_wrong_with_a_parcel_and_with_what_is_in_it_is_told_at_once() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> caller.as(
                        "tiepnhan",
                        () -> receiving.receive(new Application(
                                sample.procedure(), "POST", Map.of(), sample.data(), sample.papers(), Map.of()))))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::field)
                        .contains("intake.waybill", "intake.arrivedOn", "applicant.fullName"));
    }

    @Test
    void several_dossiers_of_one_visit_stand_on_one_receipt() throws IOException {
        DossierNumber first = receive("COUNTER", null);
        DossierNumber second = receive("COUNTER", null);

        UUID visit = caller.as("tiepnhan", () -> visits.begin(first));
        caller.as("tiepnhan", () -> {
            visits.join(visit, second);
            visits.join(visit, second);
            return "";
        });

        assertThat(caller.as("tiepnhan", () -> visits.begin(second))).isEqualTo(visit);
        assertThat(caller.as("tiepnhan", () -> visits.of(visit))).containsExactly(first, second);
        assertThat(ReadingAloud.of(caller.as("tiepnhan", () -> visits.receipt(visit))))
                .contains("(Dùng chung cho 02 hồ sơ nộp trong cùng một lượt)")
                .contains(first.value(), second.value())
                .contains(dossiers.get(first).secret(), dossiers.get(second).secret())
                .contains("Trần Thị Mai Lan");
    }

    @Test
    void dossiers_of_somebody_else_of_another_day_or_of_another_desk_have_a_receipt_of_their_own() {
        DossierNumber first = receive("COUNTER", null);
        UUID visit = caller.as("tiepnhan", () -> visits.begin(first));
        Map<String, Object> another = new HashMap<>(sample.applicant());
        another.put("identityNumber", "001180000999");
        DossierNumber others = caller.as(
                "tiepnhan",
                () -> receiving.receive(
                        new Application(sample.procedure(), "COUNTER", another, sample.data(), sample.papers())));

        assertThatThrownBy(() -> join(visit, others)).hasMessageContaining("visit-other-applicant");

        time.set(sample.receivedAt().plus(Duration.ofDays(3)));
        DossierNumber later = receive("COUNTER", null);
        assertThatThrownBy(() -> join(visit, later))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("visit-other-day");
        assertThatThrownBy(() -> caller.as("hotich", () -> visits.begin(first))).isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> caller.as("tiepnhan2", () -> visits.of(visit))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_refusal_at_the_counter_gives_the_officers_reason_and_all_that_is_missing() throws IOException {
        Application incomplete =
                new Application(sample.procedure(), "COUNTER", sample.applicant(), sample.data(), List.of());

        UUID refusal = caller.as(
                "tiepnhan", () -> turningAway.turnAway(incomplete, "Người dân không bổ sung được giấy báo tử."));

        assertThat(ReadingAloud.of(caller.as("tiepnhan", () -> turningAway.slip(refusal))))
                .contains("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "Nguyễn Thị Thanh Hà")
                .contains("1. Người dân không bổ sung được giấy báo tử.")
                .contains("Giấy báo tử hoặc giấy tờ thay giấy báo tử")
                .contains("Trần Thị Mai Lan")
                .doesNotContain("Mã hồ sơ");
        assertThatThrownBy(() -> caller.as("tiepnhan2", () -> turningAway.slip(refusal)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobody_is_refused_without_a_reason_or_without_a_name() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> caller.as(
                        "tiepnhan",
                        () -> turningAway.turnAway(
                                new Application(sample.procedure(), "COUNTER", Map.of(), Map.of(), List.of()), " ")))
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::field)
                        .containsExactly("reason", "applicant.fullName"));
    }

    @Test
    void the_request_to_complete_says_in_which_forms_a_paper_is_accepted() throws IOException {
        Application incomplete =
                new Application(sample.procedure(), "COUNTER", sample.applicant(), sample.data(), List.of());

        String request = ReadingAloud.of(caller.as("tiepnhan", () -> receiving.whatIsMissing(incomplete)));

        assertThat(request)
                .contains(
                        "Giấy báo tử hoặc giấy tờ thay giấy báo tử (hoặc bản sao chứng thực, bản chụp, bản điện tử) 1")
                .contains("301/2026/NĐ-CP) (hoặc bản chính) 1");
    }

    private DossierNumber receive(String channel, @Nullable Object intake) {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), channel, sample.applicant(), sample.data(), sample.papers(), intake)));
    }

    private Object join(UUID visit, DossierNumber number) {
        return caller.as("tiepnhan", () -> {
            visits.join(visit, number);
            return "";
        });
    }

    private String receipt(DossierNumber number) {
        try {
            return ReadingAloud.of(caller.as("tiepnhan", () -> prints.receipt(number)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
