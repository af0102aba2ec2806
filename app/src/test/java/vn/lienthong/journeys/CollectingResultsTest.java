package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.OtherOffices;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** A family comes for its papers: with the receipt, without it, too early, too late, or sends somebody. */
@ModuleTest
class CollectingResultsTest {

    private static final String RETURN = "UserTask_ReturnResults";

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    ApplicationContext beans;

    private final SampleDossier family = SampleDossier.of("death-registration/01-two-items-morning");

    @BeforeEach
    void a_quiet_desk() {
        database.empty();
        time.set(family.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_scanned_receipt_leads_to_the_hand_over_and_the_son_signs_on_the_screen() throws IOException {
        DossierNumber number = received();
        new OtherOffices(beans).work(number, RETURN::equals);
        time.passUntil(time.now().plus(Duration.ofDays(3)));
        Page page = browser.as("traketqua");
        page.navigate("/worklist");
        page.click("nav a:has-text('Trả kết quả')");
        browser.look(page, "returns-queue");
        assertThat(page.innerText("main")).contains(number.value(), "Nguyễn Thị Thanh Hà", "3 ngày");

        // A scanner types what the code says, and Enter.
        page.locator("#q")
                .pressSequentially("http://127.0.0.1:8080/public/t/" + number.value() + "/"
                        + dossiers.get(number).secret());
        page.keyboard().press("Enter");
        page.waitForURL("**/returns/" + number.value());
        browser.look(page, "returns-hand-over");
        page.check("#who-authorised");
        page.click("form.hand-over button[type=submit]");
        page.waitForSelector(".error-summary");
        browser.look(page, "returns-missing");
        assertThat(page.locator(".error-summary li").allInnerTexts())
                .anySatisfy(line -> assertThat(line).contains("Họ, chữ đệm, tên người nhận: "))
                .anySatisfy(line -> assertThat(line).contains("Giấy tờ ủy quyền: "))
                .anySatisfy(line -> assertThat(line).contains("Ký nhận: "));
        page.fill("[id='collector.fullName']", "Nguyễn Văn Hải");
        page.fill("[id='collector.identityNumber']", "001 190 000 321");
        page.fill("[id='collector.authorisation']", "Giấy ủy quyền số 15/2026, Văn phòng công chứng An Hòa");
        sign(page);
        browser.look(page, "returns-signed");
        page.click("form.hand-over button[type=submit]");
        page.waitForSelector(".outcome-panel");
        browser.look(page, "returns-done");

        assertThat(page.innerText(".outcome-panel")).contains("Đã trả đủ kết quả");
        byte[] slip = page.request()
                .get(page.getAttribute("a:has-text('Giấy biên nhận')", "href"))
                .body();
        assertThat(ReadingAloud.of(slip))
                .contains("Nguyễn Văn Hải (Người được ủy quyền)", "(Đã ký trên màn hình tại quầy)");
        page.navigate("/dossiers/" + number);
        assertThat(page.innerText(".identity-bar")).contains("Đã trả kết quả");
        assertThat(page.locator(".timeline li").allInnerTexts())
                .as("what a leg and its origin both tell, such as the leg's end")
                .anySatisfy(line -> assertThat(line).contains("đã có kết quả"))
                .doesNotHaveDuplicates();
        assertThat(page.innerText("section[aria-labelledby=history-title]"))
                .contains("Trả kết quả cho người dân", "Người nhận: Nguyễn Văn Hải");
        assertThat(page.innerText("section[aria-labelledby=issued-title]")).contains("Giấy biên nhận trả kết quả");
    }

    @Test
    void what_is_there_is_handed_over_and_the_rest_is_named_with_its_day() {
        DossierNumber number = received();
        new OtherOffices(beans).work(number, step -> police(number));
        Page page = browser.as("traketqua");
        page.navigate("/returns?tab=partly");
        page.click("tbody a:has-text('" + number + "')");
        browser.look(page, "returns-part");
        assertThat(page.innerText("section[aria-labelledby=later-title]"))
                .contains("Xóa đăng ký thường trú", "Công an phường An Hòa", "30/11/2026");
        page.check("#signature");
        page.click("button:has-text('Trả phần kết quả đã chọn')");
        page.waitForSelector(".outcome-panel");

        assertThat(page.innerText(".outcome-panel")).contains("Đã trả một phần kết quả");
        page.navigate("/returns/" + number);
        browser.look(page, "returns-part-taken");
        assertThat(page.innerText("section[aria-labelledby=taken-title]")).contains("Trích lục khai tử");
        assertThat(page.innerText("main")).contains("Chưa có kết quả nào để trả");
    }

    @Test
    void who_lost_the_receipt_is_found_by_name_without_its_marks_and_a_late_result_is_handed_over_like_any_other() {
        DossierNumber number = received();
        new OtherOffices(beans).work(number, step -> police(number));
        time.passUntil(time.now().plus(Duration.ofDays(40)));
        new OtherOffices(beans).work(number, RETURN::equals);
        Page page = browser.as("tiepnhan");
        page.navigate("/returns");
        page.fill("#q", "nguyen thi thanh ha");
        page.keyboard().press("Enter");
        page.waitForSelector("tbody tr");
        browser.look(page, "returns-found");
        page.fill("#q", "hoang van khong co");
        page.keyboard().press("Enter");
        page.waitForSelector(".empty-state");
        browser.look(page, "returns-not-found");
        page.navigate("/returns/" + number);

        assertThat(page.innerText("main")).contains("chậm ngày hẹn không phải là lý do giữ lại kết quả");
        browser.look(page, "returns-late");
        page.check("#signature");
        page.click("form.hand-over button[type=submit]");
        page.waitForSelector(".outcome-panel");
        assertThat(page.innerText(".outcome-panel")).contains("Đã trả đủ kết quả");
    }

    @Test
    void without_script_it_is_signed_on_paper() {
        DossierNumber number = received();
        new OtherOffices(beans).work(number, RETURN::equals);
        Page page = browser.withoutScript("traketqua");
        page.navigate("/returns/" + number);
        page.check("#signature");
        page.click("form.hand-over button[type=submit]");

        assertThat(page.innerText(".outcome-panel")).contains("Đã trả đủ kết quả");
    }

    /** Whether the police have begun their part. */
    private boolean police(DossierNumber number) {
        return dossiers.get(number).legs().stream()
                .anyMatch(leg -> leg.leg().equals("police") && leg.startedAt() != null);
    }

    private static void sign(Page page) {
        page.waitForSelector("[data-island=signature][data-ready] canvas");
        page.locator("canvas").scrollIntoViewIfNeeded();
        BoundingBox pad = page.locator("canvas").boundingBox();
        page.mouse().move(pad.x + 20, pad.y + pad.height / 2);
        page.mouse().down();
        for (int x = 30; x < 260; x += 10) {
            page.mouse().move(pad.x + x, pad.y + pad.height / 2 + 30 * Math.sin(x / 18.0));
        }
        page.mouse().up();
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
    }
}
