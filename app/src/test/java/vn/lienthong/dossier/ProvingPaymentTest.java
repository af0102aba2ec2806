package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Refused;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;

/** A sale of land: the land office waits until what the tax office asks for is paid. */
@ModuleTest
class ProvingPaymentTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Receiving receiving;

    @Autowired
    ProvingPayment payment;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Completing completing;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void aWorkingDay() {
        time.set(Instant.parse("2026-11-02T02:00:00Z"));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_proof_ends_the_wait_and_is_kept() {
        DossierNumber number = waiting();
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.FINANCIAL_OBLIGATION);

        prove("tiepnhan", number, " 0012345 ");

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(dossiers.get(number).content())
                .extractingByKey("payment")
                .isEqualTo(Map.of("receiptNumber", "0012345", "provedOn", "2026-11-02"));
        assertThat(processes.openSteps(number.value()))
                .extracting(Processes.OpenStep::step)
                .containsExactly("UserTask_UpdateRecords");
    }

    @Test
    void an_officer_enters_the_proof_on_the_page_of_the_dossier() {
        DossierNumber number = waiting();
        Page page = browser.as("tiepnhan");
        page.navigate("/dossiers/" + number.value());
        browser.look(page, "dossier-payment");
        assertThat(page.innerText("main"))
                .contains("Lý do: Yêu cầu thực hiện nghĩa vụ tài chính")
                .contains("2.000.000.000")
                .contains("80,5");

        page.fill("#receipt", "0012345");
        page.click("button:has-text('Xác nhận đã nộp tiền')");

        assertThat(page.innerText("[role=status]")).contains("Đã ghi nhận chứng từ nộp tiền");
        assertThat(page.isVisible("#receipt")).isFalse();
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
    }

    @Test
    void a_proof_has_a_number() {
        DossierNumber number = waiting();

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> prove("tiepnhan", number, " "));
    }

    @Test
    void who_does_not_speak_for_the_applicant_proves_nothing() {
        DossierNumber number = waiting();

        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> prove("thue", number, "0012345"));
    }

    @Test
    void a_dossier_that_waits_for_no_payment_takes_none() {
        DossierNumber number = received();

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> prove("tiepnhan", number, "0012345"));
    }

    private void prove(String officer, DossierNumber number, String receipt) {
        caller.as(officer, () -> {
            payment.prove(number, receipt);
            return "";
        });
    }

    private DossierNumber waiting() {
        DossierNumber number = received();
        while (!processes.awaits(number.value(), "dossier.paid")) {
            Processes.OpenStep open = Stream.concat(
                            Stream.of(number.value()),
                            dossiers.get(number).legs().stream().flatMap(leg -> Stream.ofNullable(leg.number())))
                    .flatMap(one -> processes.openSteps(one).stream())
                    .findFirst()
                    .orElseThrow();
            ProcessModel model = models.of(
                    dossiers.get(new DossierNumber(open.businessKey())).process());
            String agency = model.require(open.step()).properties().get("agency");
            String officer = "tax".equals(agency) ? "thue" : "datdai";
            String ordinary = model.outcomes(open.step()).stream()
                    .filter(ProcessModel.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow()
                    .id();
            caller.as(officer, () -> completing.complete(open.taskId(), ordinary, null, ""));
        }
        return number;
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        "land-transfer",
                        "COUNTER",
                        Map.of("fullName", "Vũ Thị Bích Hạnh", "identityNumber", "001187000369"),
                        Map.of(
                                "land",
                                Map.of(
                                        "province", "demo",
                                        "commune", "an-hoa",
                                        "detail", "Tổ 6",
                                        "mapSheet", "9",
                                        "parcel", "88",
                                        "area", 80.5,
                                        "purpose", "Đất ở",
                                        "certificateNumber", "CS 067890"),
                                "transferor",
                                Map.of("fullName", "Đinh Văn Toàn", "identityNumber", "001066000147"),
                                "transferee",
                                Map.of("fullName", "Vũ Thị Bích Hạnh", "identityNumber", "001187000369"),
                                "transfer",
                                Map.of(
                                        "kind", "SALE",
                                        "price", 2_000_000_000,
                                        "contractNumber", "1042",
                                        "contractOn", "2026-10-28")),
                        List.of(paper("don-dang-ky"), paper("giay-chung-nhan"), paper("hop-dong")))));
    }

    private static Map<String, Object> paper(String code) {
        return Map.of("code", code, "form", "ORIGINAL", "copies", 1);
    }
}
