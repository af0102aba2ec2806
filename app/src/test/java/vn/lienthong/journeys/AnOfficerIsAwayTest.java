package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** The registrar goes away for a day; the head hands the work to the clerk, who does it in the registrar's place. */
@ModuleTest
class AnOfficerIsAwayTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private final SampleDossier family = SampleDossier.of("death-registration/05-merit-two-agencies");

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Receiving receiving;

    @Autowired
    Organisation organisation;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_dossier_at_the_registrars() {
        database.empty();
        time.set(family.receivedAt());
    }

    @AfterEach
    void everybody_back() {
        time.reset();
        jdbc.sql("delete from agency.delegation").update();
        jdbc.sql("delete from agency.absence").update();
        Changed.organisation(organisation);
    }

    @Test
    void the_work_goes_to_the_stand_in_and_the_history_names_both() {
        DossierNumber number = callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
        new Offices(browser, List.of("tiepnhan")).workOff();
        Page registrar = browser.as("hotich");
        registrar.navigate("/worklist?queue=team");
        registrar.locator("button:has-text('Nhận việc')").first().click();

        Page head = browser.as("lanhdao");
        head.navigate("/absences");
        browser.look(head, "absences-none");
        head.selectOption("#officer", "hotich");
        head.click("main form[action$='/absences/new'] button");
        head.waitForURL("**/absences/new**");
        assertThat(head.innerText("main")).contains("Đang giữ 1 việc");
        head.click("button[value=preview]");
        head.waitForURL("**/absences/new**");
        head.fill("#from", "2026-11-20");
        head.fill("#to", "2026-11-19");
        head.fill("#documentNumber", "15/QĐ-UBND");
        head.fill("#reason", "Nghỉ phép năm");
        head.selectOption("[id='to.0.0']", "vanthu");
        head.click("button[value=preview]");
        head.waitForSelector(".error-summary");
        assertThat(head.innerText(".error-summary")).contains("Ngày kết thúc không được trước ngày bắt đầu");
        browser.look(head, "absence-faults");
        head.fill("#to", "2026-11-20");
        head.click("button[value=preview]");
        head.waitForSelector("button[value=declare]");
        assertThat(head.innerText("main")).contains("Vũ Thị Ngọc Ánh làm thay Lê Minh Tuấn", number.value());
        browser.look(head, "absence-preview");
        head.click("button[value=declare]");
        head.waitForURL("**/absences");
        assertThat(head.innerText("main")).contains("Đang vắng mặt", "15/QĐ-UBND");
        browser.look(head, "absences");

        Page clerk = browser.as("vanthu");
        clerk.navigate("/worklist");
        assertThat(clerk.innerText("main")).contains(number.value());
        new Offices(browser, List.of("vanthu")).workOff();
        head.navigate("/dossiers/" + number.value());
        assertThat(head.innerText(".timeline")).contains("thay Lê Minh Tuấn");

        time.set(family.receivedAt().plus(Duration.ofMinutes(90)));
        head.navigate("/absences");
        head.click("a[href$='/revocation']");
        head.waitForSelector("main button[type=submit]");
        browser.look(head, "absence-revocation");
        head.click("main button[type=submit]");
        head.waitForURL("**/absences");
        assertThat(head.innerText("main")).contains("Đã thu hồi");
    }
}
