package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** The chair signs, the clerk issues, and whoever gets the file can prove that it is whole. */
@ModuleTest
class FromTheSignatureToTheProofTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void a_quiet_ward() {
        database.empty();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_signed_extract_is_issued_with_the_seal_and_proves_itself_to_a_stranger() {
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        DossierNumber number = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
        Offices registry = new Offices(browser, List.of("hotich"));
        registry.workOff();

        Page chair = browser.as("lanhdao");
        complete(chair, "journey-sign");
        Page clerk = browser.as("vanthu");
        complete(clerk, "journey-issue-signed");

        clerk.navigate("/dossiers/" + number.value());
        String issued = clerk.innerText("section[aria-labelledby=issued-title]");
        assertThat(issued).contains("Trích lục khai tử").doesNotContain("chờ phát hành");
        String href = clerk.locator(
                        "section[aria-labelledby=issued-title] a", new Page.LocatorOptions().setHasText("Trích lục"))
                .first()
                .getAttribute("href");
        byte[] pdf = clerk.request().get(href).body();

        Page stranger = browser.open();
        stranger.navigate("/verify");
        browser.look(stranger, "verify");
        upload(stranger, pdf);
        assertThat(stranger.innerText("#verdict")).contains("còn nguyên vẹn", "chứng thư trình diễn");
        assertThat(stranger.innerText("main"))
                .contains("Nguyễn Hữu Phước", "Ủy ban nhân dân phường An Hòa", "Văn bản do hệ thống này phát hành")
                .contains("Trích lục khai tử", "/TLKT")
                .doesNotContain(number.value());
        browser.look(stranger, "verify-whole");

        byte[] changed = pdf.clone();
        changed[9_000] ^= 1;
        upload(stranger, changed);
        assertThat(stranger.innerText("#verdict")).contains("đã bị thay đổi sau khi ký");
        browser.look(stranger, "verify-changed");

        upload(stranger, "Kính gửi".getBytes(StandardCharsets.UTF_8));
        assertThat(stranger.innerText(".error-summary")).contains("Chỉ nhận tệp PDF");
        browser.look(stranger, "verify-not-a-pdf");
    }

    private static void upload(Page page, byte[] file) {
        page.setInputFiles("#file", new FilePayload("trich-luc.pdf", "application/pdf", file));
        page.click("main form button[type=submit]");
        page.waitForSelector("#verdict, .error-summary");
    }

    private void complete(Page page, String picture) {
        page.navigate("/worklist?queue=team");
        page.waitForSelector("tbody [data-open]");
        page.locator("tbody [data-open]").first().click();
        page.waitForURL("**/tasks/**");
        page.waitForSelector("[data-island=form][data-ready]");
        browser.look(page, picture);
        page.locator(".outcomes .btn-primary").click();
        page.waitForURL("**/worklist/done");
    }
}
