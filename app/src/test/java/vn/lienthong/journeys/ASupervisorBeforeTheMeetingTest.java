package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** Three dossiers lie at the registrar's desk and run late; the supervisor has ten minutes. */
@ModuleTest
class ASupervisorBeforeTheMeetingTest {

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

    @BeforeEach
    void three_late_dossiers() {
        database.empty();
        time.set(family.receivedAt());
        for (int i = 0; i < 3; i++) {
            received();
        }
        new Offices(browser, List.of("tiepnhan")).workOff();
        time.passUntil(family.receivedAt().plus(Duration.ofDays(6)));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void finds_what_is_late_and_takes_it_in_hand() {
        Page page = browser.as("giamsat");
        page.navigate("/board");

        // What the tile says is what the list holds.
        String late = page.innerText(".tiles li:first-child .tile-number").strip();
        browser.look(page, "board");
        page.navigate("/board?by=officer");
        assertThat(page.innerText(".shares")).contains("Chưa ai nhận");
        page.click(".tiles li:first-child a");
        page.waitForURL("**/board/lines?state=late**");
        assertThat(page.locator("tbody tr[data-row]").count()).isEqualTo(Integer.parseInt(late));
        assertThat(page.innerText("tbody")).contains("Cảnh báo cấp");
        browser.look(page, "board-lines");

        // Nothing picked: told so, nothing done. (The bar shows with the first pick, so the form is sent without
        // script.)
        Page plain = browser.withoutScript("giamsat");
        plain.navigate("/board/lines?state=late");
        plain.click("button[value=raise]");
        assertThat(plain.innerText(".error-summary")).contains("Chưa chọn việc nào");

        page.check("[data-pick-all]");
        page.click("button[value=raise]");
        page.waitForSelector("[role=status] .banner");
        assertThat(page.innerText("tbody")).contains("Ưu tiên");

        page.check("[data-pick-all]");
        page.click("button[value=assign]");
        page.waitForURL("**/board/lines");
        Locator officers = page.locator("select");
        assertThat(officers.first().innerText()).contains("đang giữ");
        browser.look(page, "board-assign");
        page.fill("#reason", "Chia lại việc trước giờ họp");
        page.click("main button[type=submit]");
        page.waitForURL("**/board/lines?state=late**");
        assertThat(page.innerText("[role=status] .banner")).contains("Đã giao lại");
        assertThat(page.innerText("tbody")).doesNotContain("Chưa ai nhận");

        page.locator("[data-pick]").first().check();
        page.click("button[value=recall]");
        page.waitForURL("**/board/lines");
        page.fill("#reason", "Người giữ đi công tác");
        browser.look(page, "board-recall");
        page.click("main button[type=submit]");
        page.waitForURL("**/board/lines?state=late**");
        assertThat(page.innerText("tbody")).contains("Chưa ai nhận");

        page.navigate("/board/stuck");
        browser.look(page, "board-stuck");
    }

    private DossierNumber received() {
        return callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
    }
}
