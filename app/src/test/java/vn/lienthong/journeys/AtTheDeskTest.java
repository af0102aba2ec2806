package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Prints;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.TimeMachine;

/** A morning at the registrar's desk: lists and steps, by mouse and by keys. */
@ModuleTest
class AtTheDeskTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Receiving receiving;

    @Autowired
    Documents documents;

    @Autowired
    Prints prints;

    @Autowired
    CurrentCaller callers;

    private final SampleDossier family = SampleDossier.of("death-registration/01-two-items-morning");
    private final List<DossierNumber> numbers = new ArrayList<>();

    @BeforeEach
    void three_dossiers_have_arrived() {
        database.empty();
        time.set(family.receivedAt());
        for (int i = 0; i < 3; i++) {
            numbers.add(callers.as(
                    "tiepnhan",
                    () -> receiving.receive(new Application(
                            family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers()))));
        }
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void a_list_is_narrowed_down_named_and_found_again() {
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");
        page.waitForSelector("tbody tr");

        page.fill("#q", "khong co ai");
        page.keyboard().press("Enter");
        page.waitForSelector(".chip");
        assertThat(page.innerText(".empty-state h2")).isEqualTo("Không có việc nào khớp với điều kiện lọc");
        browser.look(page, "desk-nothing-matches");
        page.click(".chip");
        page.waitForSelector("tbody tr");

        page.click(".filters-more summary");
        page.selectOption("#due", "today");
        page.selectOption("#sort", "newest");
        browser.look(page, "desk-filters");
        page.click(".filters-panel button[type=submit]");
        page.waitForSelector(".chip:has-text('Đến hạn hôm nay')");
        assertThat(page.url()).contains("due=today").contains("sort=newest");
        page.click(".saved-filters summary");
        page.fill("#filter-name", "Hôm nay của bộ phận");
        page.click(".saved-filters button[type=submit]");
        page.waitForSelector(".saved-filters li a[aria-current]");

        page.navigate("/worklist");
        page.click(".saved-filters li a");
        page.waitForSelector(".chip:has-text('Đến hạn hôm nay')");
        assertThat(page.locator("tbody tr").count()).isEqualTo(3);
        browser.look(page, "desk-list");
        page.click("a:has-text('Đổi tên, xóa')");
        page.waitForURL("**/worklist/filters");
        browser.look(page, "desk-saved-filters");
        page.click("button:has-text('Xóa')");
        page.waitForSelector(".empty-state");
    }

    @Test
    void a_reminder_is_set_on_the_row_and_for_many_at_once() {
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");

        page.locator("tbody tr").first().locator("button:has-text('Nhắc ngày')").click();
        page.waitForSelector("tbody button:has-text('Bỏ nhắc')");
        page.check("[data-pick-all]");
        page.click(".bulk-more summary");
        page.fill("#bulk-on", LocalDate.ofInstant(time.now(), EngineClock.ZONE).toString());
        browser.look(page, "desk-bulk");
        page.click("button[value=follow-up]");
        page.waitForCondition(
                () -> page.locator("tbody button:has-text('Bỏ nhắc')").count() == 3);
        page.click(".queues a:has-text('Theo dõi')");
        page.waitForURL("**queue=follow-up**");
        page.waitForCondition(() -> page.locator("tbody tr").count() == 3);

        page.navigate("/worklist?queue=team");
        page.check("[data-pick-all]");
        page.click(".bulk-more summary");
        page.click("button[value=assign]");
        page.waitForSelector("[data-error-summary]:focus");
        assertThat(page.innerText("[data-error-summary]")).contains("Chưa chọn người nhận việc.");
        assertThat(page.innerText("[data-picked-count]")).isEqualTo("3");
    }

    @Test
    void an_unread_step_is_opened_by_key_its_papers_beside_it_and_the_next_one_follows() throws IOException {
        for (DossierNumber number : numbers) {
            scanned(number);
        }
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team&sort=applicant");
        assertThat(page.locator(".mark-unread").count()).isEqualTo(3);

        page.keyboard().press("j");
        page.keyboard().press("Enter");
        page.waitForURL("**/tasks/**");
        page.waitForSelector("[data-island=form][data-ready]");
        assertThat(page.locator(".papers-tabs a").count()).isGreaterThanOrEqualTo(2);
        assertThat(page.innerText(".papers-tabs a[aria-current]")).contains("Giấy báo tử");
        double form = page.locator("[data-island=form]").boundingBox().y;
        assertThat(page.locator(".papers").boundingBox().x)
                .isGreaterThan(page.locator("[data-island=form]").boundingBox().x + 400);
        assertThat(page.locator(".papers").boundingBox().y).isLessThan(form);
        page.click("[data-zoom='1']");
        page.click("[data-turn]");
        assertThat(page.getAttribute(".papers-pane img", "class")).isEqualTo("zoom-1 turn-90");
        browser.look(page, "desk-step");
        String first = page.innerText(".papers-tabs a[aria-current]");
        page.keyboard().press("]");
        page.waitForSelector(".papers-tabs a[aria-current]:not(:has-text('" + first + "'))");

        page.fill("#comment", "Đề nghị bà Lan kiểm tra lại số giấy báo tử.");
        page.click("button:has-text('Gửi ý kiến')");
        page.waitForSelector("section:has(#comments) .timeline-note");
        page.click("summary:has-text('Xem sơ đồ')");
        page.waitForSelector("#position-here [data-island=position][data-ready]");
        browser.look(page, "desk-step-diagram");
        page.locator(".outcomes .btn-primary").click();
        page.waitForURL("**/worklist/done");
        assertThat(page.innerText(".outcome-panel")).contains("còn 2 việc");
        browser.look(page, "desk-done");
        page.keyboard().press("n");
        page.waitForURL("**/tasks/**list=**");
        String second = page.innerText(".identity-bar h1");
        page.keyboard().press("n");
        page.waitForCondition(() -> page.url().contains("/tasks/")
                && !page.innerText(".identity-bar h1").equals(second));

        page.navigate("/worklist?queue=team");
        assertThat(page.locator(".mark-unread").count()).isZero();
    }

    @Test
    void a_draft_is_kept_while_one_types_and_comes_back() {
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");
        page.locator("tbody [data-open]").first().click();
        page.waitForURL("**/tasks/**");
        page.waitForSelector("[data-island=form][data-ready]");
        String address = page.url();

        page.locator("#note").pressSequentially("Đã gọi cho gia đình.");
        page.waitForSelector("[data-draft-state]:has-text('Đã tự lưu nháp')");
        page.navigate("/worklist");
        page.navigate(address);
        page.waitForSelector("[data-island=form][data-ready]");

        assertThat(page.inputValue("#note")).isEqualTo("Đã gọi cho gia đình.");
        assertThat(page.innerText("main .banner")).contains("Đã khôi phục bản nháp");
        browser.look(page, "desk-draft");
        page.click("button:has-text('Bỏ bản nháp')");
        page.waitForSelector("[role=status]:has-text('Đã bỏ bản nháp')");
        assertThat(page.inputValue("#note")).isEmpty();
    }

    @Test
    void an_ordinary_step_is_drafted_and_completed_without_any_script() {
        Page page = browser.withoutScript("hotich");
        page.navigate("/worklist?queue=team&q="
                + String.valueOf(family.applicant().get("fullName")).split(" ")[0]);
        page.locator("tbody [data-open]").first().click();

        page.fill("#note", "Không có JavaScript.");
        page.click("button:has-text('Lưu nháp')");
        assertThat(page.inputValue("#note")).isEqualTo("Không có JavaScript.");
        page.click(".outcomes .btn-primary");

        assertThat(page.url()).endsWith("/worklist/done");
    }

    @Test
    void papers_are_printed_in_one_go_and_leave_the_queue() {
        Page page = browser.as("tiepnhan");
        page.navigate("/worklist");
        page.click(".queues a:has-text('Chờ in')");
        page.waitForURL("**/worklist/prints");
        assertThat(page.locator("tbody tr").count()).isEqualTo(3);
        browser.look(page, "desk-prints");

        page.context()
                .waitForPage(() -> page.click("button:has-text('In các giấy tờ đã chọn')"))
                .close();
        page.waitForCondition(() -> {
            page.navigate("/worklist/prints?printed=true");
            return page.locator("tbody tr").count() == 3;
        });

        assertThat(page.innerText("tbody")).contains("đã in 1 lần");
        browser.look(page, "desk-printed");
        page.navigate("/worklist/prints");
        assertThat(page.isVisible(".empty-state")).isTrue();
    }

    private void scanned(DossierNumber number) throws IOException {
        var image = new BufferedImage(600, 850, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 600, 850);
        graphics.setColor(Color.BLACK);
        graphics.drawString("GIAY BAO TU  118/GBT", 200, 80);
        graphics.dispose();
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        documents.store(
                NewDocument.paper("giay-bao-tu", "giay-bao-tu.png", file.toByteArray(), number.value(), "tiepnhan"));
        callers.as("tiepnhan", () -> {
            prints.prepare(number);
            return null;
        });
    }
}
