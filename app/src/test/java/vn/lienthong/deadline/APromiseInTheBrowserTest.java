package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.Offices.at;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** A promise from pause to letter, as the people see it who have to do with it. */
@ModuleTest
class APromiseInTheBrowserTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    ApplicationContext context;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private Walk walk;

    @BeforeEach
    void aReceivedDossier() {
        database.empty();
        walk = Walk.of(context, "01-two-items-morning"); // Friday the 20th; promised for Monday the 30th
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void paused_resumed_extended_and_apologised_for() throws IOException {
        theOfficerAsksForAPaper();
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));

        time.set(at("2026-11-25 09:00"));
        thePaperArrives();
        assertThat(walk.dossier().promisedAt()).as("the wait is not counted").isEqualTo(at("2026-12-02 17:00"));

        time.set(at("2026-11-26 09:00"));
        anExtensionIsProposedAndGrantedByAnother();
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-04 17:00"));

        theLetterIsApprovedSignedAndSent();
        theCitizenReadsIt();
    }

    @Test
    void a_broken_promise_without_a_letter_is_seen_on_the_board() {
        time.passUntil(at("2026-12-01 08:00"));
        Page page = browser.as("giamsat");

        page.navigate("/board");
        browser.look(page, "board-owed");
        page.click("a:has-text('Trễ hẹn, chưa có văn bản xin lỗi')");
        page.waitForURL("**/apologies");

        assertThat(page.innerText("section[aria-labelledby=owed-title]")).contains(walk.number.value(), "Trễ hẹn từ");
        browser.look(page, "letters-owed");
        page.navigate("/apologies?lang=en");
        assertThat(page.innerText("h1")).isEqualTo("Extensions and apologies");
        assertThat(page.innerText("main")).doesNotContain("??");
    }

    private void theOfficerAsksForAPaper() {
        Page page = browser.as("hotich");
        page.navigate("/tasks/" + walk.task(walk.number));
        page.waitForSelector("[data-island=form][data-ready]");
        page.click(".outcomes button[value=supplement]");
        page.fill("#reason", "Giấy báo tử chưa có dấu của bệnh viện.");
        page.click("main form button[type=submit]");
        page.waitForURL("**/worklist/done");
    }

    private void thePaperArrives() {
        Page page = browser.as("tiepnhan");
        page.navigate("/dossiers/" + walk.number);
        page.click("button:has-text('Xác nhận đã nhận đủ bổ sung')");
        page.waitForSelector(".banner:has-text('bổ sung')");
        page.navigate("/dossiers/" + walk.number + "/deadline");
        assertThat(page.innerText("main")).contains("Tạm dừng tính thời hạn", "chưa có dấu của bệnh viện");
    }

    private void anExtensionIsProposedAndGrantedByAnother() {
        Page officer = browser.as("hotich");
        officer.navigate("/dossiers/" + walk.number + "/extension");
        officer.fill("#amount", "2");
        officer.fill("#reason", "Chờ xác minh tại nơi cư trú cũ.");
        browser.look(officer, "extension");
        officer.click("main form button[type=submit]");
        officer.waitForURL("**/dossiers/" + walk.number);
        assertThat(officer.innerText(".identity-bar")).contains("02/12/2026");

        Page head = browser.as("lanhdao");
        head.navigate("/apologies");
        browser.look(head, "letters-wish");
        head.click("a:has-text('Gia hạn thêm 2 ngày làm việc')");
        head.waitForURL("**/extensions/*");
        browser.look(head, "extension-decision");
        head.click("button:has-text('Duyệt gia hạn')");
        head.waitForURL("**/dossiers/" + walk.number);
        assertThat(head.innerText(".identity-bar")).contains("04/12/2026");
    }

    private void theLetterIsApprovedSignedAndSent() {
        Page supervisor = browser.as("giamsat");
        supervisor.navigate("/apologies");
        supervisor.click("section[aria-labelledby=draft-title] li a");
        supervisor.waitForSelector("#reason");
        browser.look(supervisor, "letter-draft");
        supervisor.fill("#reason", "Phải xác minh thêm tại nơi cư trú cũ của người đã mất.");
        supervisor.click("button:has-text('Duyệt và trình ký')");
        supervisor.waitForURL("**/apologies");

        Page head = browser.as("lanhdao");
        head.navigate("/apologies");
        head.click("section[aria-labelledby=approved-title] li a");
        head.waitForSelector("button:has-text('Ký và gửi')");
        browser.look(head, "letter-to-sign");
        head.click("button:has-text('Ký và gửi')");
        head.waitForSelector("a:has-text('Mở văn bản đã ký')");
        browser.look(head, "letter-sent");
        head.navigate("/dossiers/" + walk.number);
        head.waitForSelector("main a:has-text('Văn bản xin lỗi')");
        assertThat(head.innerText("main")).contains("Gửi văn bản xin lỗi cho người dân");
    }

    private void theCitizenReadsIt() throws IOException {
        Page page = browser.open();
        page.navigate("/public/t/" + walk.number + "/" + walk.dossier().secret());
        browser.look(page, "tracked-apology");
        Download letter = page.waitForDownload(() -> page.click("button:has-text('Tải văn bản xin lỗi')"));
        assertThat(ReadingAloud.of(Files.readAllBytes(letter.path())))
                .contains("Phải xác minh thêm tại nơi cư trú cũ", "ngày 04 tháng 12 năm 2026");
    }
}
