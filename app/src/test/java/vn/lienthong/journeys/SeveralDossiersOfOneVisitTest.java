package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.FormFilling;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** A family that has more than one thing to do, or not all that is needed. */
@ModuleTest
class SeveralDossiersOfOneVisitTest {

    private static final String CHOOSE = "form:has(input[name=procedure][value='%s']) button[value=%s]";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final SampleDossier family = SampleDossier.of("death-registration/01-two-items-morning");

    @BeforeEach
    void a_quiet_counter() {
        database.empty();
        time.set(family.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_applicant_is_asked_once_and_takes_one_receipt_home() throws IOException {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family);
        counter.begin();
        counter.answer();
        String first = counter.receive();

        page.click("button:has-text('Thêm hồ sơ của cùng người nộp')");
        page.waitForURL("**/reception?visit=*");
        browser.look(page, "reception-visit-more");
        page.locator(CHOOSE.formatted("death-registration", "COUNTER")).click();
        page.waitForSelector(".task-list");
        page.locator(".task-list a").first().click();
        page.waitForSelector("[data-island=form][data-ready]");
        assertThat(page.inputValue("[id*='-Field_ApplicantFullName']")).isEqualTo("Nguyễn Thị Thanh Hà");
        assertThat(page.inputValue("[id*='-Field_ApplicantIdentityNumber']")).isEqualTo("001183000123");
        page.goBack();
        counter.answer();
        String second = counter.receive();

        assertThat(page.innerText("section[aria-labelledby=visit]")).contains(first, second);
        browser.look(page, "reception-visit-received");
        byte[] receipt = page.request()
                .get(page.getAttribute("a:has-text('In giấy tiếp nhận chung')", "href"))
                .body();
        assertThat(ReadingAloud.of(receipt)).contains(first, second, "(Dùng chung cho 02 hồ sơ");
        page.navigate("/dossiers/" + first);
        assertThat(page.isVisible("a:has-text('Giấy tiếp nhận chung')")).isTrue();
    }

    @Test
    void without_script_a_button_finds_the_person_and_another_takes_it_over() {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family);
        counter.begin();
        counter.answer();
        counter.receive();

        Page plain = browser.withoutScript("tiepnhan");
        plain.navigate("/reception");
        plain.locator(CHOOSE.formatted("death-registration", "COUNTER")).click();
        plain.click(".task-list a:has-text('Người nộp')");
        plain.fill("#identity", "001183000123");
        plain.click("button:has-text('Tìm')");
        assertThat(plain.innerText("#found")).contains("Nguyễn Thị Thanh Hà", "0912 000 123");
        plain.click("button:has-text('Lấy thông tin này')");
        plain.waitForURL("**taken");
        plain.click("a:has-text('Các mục cần nhập')");
        plain.click("a:has-text('Kiểm tra và tiếp nhận')");

        assertThat(plain.innerText("main")).contains("Nguyễn Thị Thanh Hà", "001 183 000 123");
    }

    @Test
    void an_officer_who_files_online_for_a_citizen_stays_the_helper() {
        Page page = browser.as("tiepnhan");
        page.navigate("/reception");
        page.locator(CHOOSE.formatted("death-registration", "ONLINE")).click();
        page.click(".task-list a:has-text('Người hỗ trợ nộp trực tuyến')");
        browser.look(page, "reception-helper");
        page.check("#helps-other");
        page.click("button[value=next]");
        page.waitForSelector(".error-summary");
        browser.look(page, "reception-helper-missing");
        page.fill("[id='intake.helper.fullName']", "Phan Thị Minh Châu");
        page.fill("[id='intake.helper.organisation']", "Tổ công nghệ số cộng đồng tổ dân phố 5");
        page.click("button[value=next]");
        page.waitForURL("**/topics/applicant");
        new Counter(page, family).answerFromHere();

        page.click("form[action$='/receive'] button");
        page.waitForURL("**/reception/received/**");
        page.click("a:has-text('Mở hồ sơ')");

        assertThat(page.innerText("section[aria-labelledby=about-title]"))
                .contains("Trực tuyến", "Phan Thị Minh Châu, Tổ công nghệ số cộng đồng tổ dân phố 5");
        assertThat(page.innerText(".identity-bar")).contains("Nguyễn Thị Thanh Hà");
        assertThat(page.innerText("section[aria-labelledby=history-title]")).contains("Phan Thị Minh Châu");
    }

    @Test
    void what_came_by_post_has_its_waybill() {
        Page page = browser.as("tiepnhan");
        page.navigate("/reception");
        page.locator(CHOOSE.formatted("death-registration", "POST")).click();
        page.click(".task-list a:has-text('Bưu gửi')");
        page.fill("[id='intake.waybill']", "EB123456789VN");
        page.fill("[id='intake.arrivedOn']", "2026-11-19");
        browser.look(page, "reception-parcel");
        page.click("button[value=next]");
        page.waitForURL("**/topics/applicant");
        page.navigate(page.url().replaceAll("/topics/.*", "/check"));

        assertThat(page.innerText("main")).contains("EB123456789VN", "19/11/2026");
    }

    @Test
    void who_cannot_complete_it_goes_home_with_a_refusal_in_writing() throws IOException {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family);
        counter.begin();
        page.click(".task-list a:has-text('Người nộp')");
        FormFilling.fill(page, Map.of("applicant", family.applicant()));
        page.click("button[value=list]");
        page.waitForSelector(".task-list");
        page.click("a:has-text('Kiểm tra và tiếp nhận')");
        page.click("a:has-text('Từ chối tiếp nhận')");
        browser.look(page, "reception-refusal");
        page.fill("#reason", "Người dân không có giấy báo tử và không bổ sung được.");
        page.click("button.btn-danger");
        page.waitForSelector(".outcome-panel");
        browser.look(page, "reception-refused");

        byte[] slip = page.request()
                .get(page.getAttribute("a:has-text('In phiếu từ chối')", "href"))
                .body();
        assertThat(ReadingAloud.of(slip))
                .contains("PHIẾU TỪ CHỐI TIẾP NHẬN", "Người dân không có giấy báo tử", "Nguyễn Thị Thanh Hà");
        page.navigate("/reception");
        assertThat(page.innerText("main")).doesNotContain("Đang nhập dở");
    }
}
