package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PagesForOfficersTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final Instant FRIDAY_MORNING = Instant.parse("2026-11-20T02:00:00Z");

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Claiming claiming;

    @Autowired
    CurrentCaller callers;

    private final Work work;

    @Autowired
    PagesForOfficersTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
        time.set(FRIDAY_MORNING);
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void forty_lines_are_legible_and_the_rest_is_one_page_on(String language) {
        for (int hours = -20; hours < 25; hours++) {
            work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY_MORNING.plusSeconds(hours * 3600L));
        }
        Page page = browser.as("hotich");

        page.navigate("/worklist?queue=team&lang=" + language);

        assertThat(page.locator("tbody tr").count()).isEqualTo(40);
        browser.look(page, "worklist-" + language);
        page.click("a[rel=next]");
        page.waitForURL("**/worklist?**after=**");
        page.locator("tbody tr").nth(4).waitFor();
        assertThat(page.locator("tbody tr").count()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "team", "due-soon", "overdue", "waiting", "follow-up"})
    void a_queue_without_work_says_what_to_do(String queue) {
        Page page = browser.as("hotich");

        page.navigate("/worklist?queue=" + queue);

        assertThat(page.innerText(".empty-state h2")).isNotBlank().doesNotContain("??");
        browser.look(page, "worklist-empty-" + queue);
    }

    @Test
    void who_has_taken_nothing_begins_with_the_work_of_the_team() {
        Page page = browser.as("hotich");
        String step = work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY_MORNING.plusSeconds(3600));

        assertThat(beginning(page)).startsWith("Việc của bộ phận");
        page.click(".queues a:has-text('Việc của tôi')");
        page.waitForSelector(".empty-state");
        callers.as("hotich", () -> {
            claiming.claim(step);
            return step;
        });

        assertThat(beginning(page)).startsWith("Việc của tôi");
    }

    @Test
    void all_queues_are_in_sight_on_a_phone_and_the_navigation_is_one_row_on_a_screen() {
        Page page = browser.as("tiepnhan");
        page.setViewportSize(390, 800);
        page.navigate("/worklist");
        for (Locator queue : page.locator(".queues a").all()) {
            BoundingBox box = queue.boundingBox();
            assertThat(box.x + box.width).as(queue.innerText()).isLessThan(390);
        }

        page.setViewportSize(1280, 800);
        assertThat(page.locator(".main-nav").boundingBox().height)
                .isEqualTo(page.locator(".main-nav a").first().boundingBox().height);
    }

    private static String beginning(Page page) {
        page.navigate("/worklist");
        return page.innerText(".queues a[aria-current]");
    }

    @Test
    void one_click_takes_a_step_and_one_gives_it_back() {
        work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY_MORNING.plusSeconds(3600));
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");

        page.click("tbody button:has-text('Nhận việc')");
        page.waitForSelector("tbody button:has-text('Trả lại')");
        page.click("tbody button:has-text('Trả lại')");

        page.waitForSelector("tbody button:has-text('Nhận việc')");
    }

    @Test
    void steps_are_picked_and_taken_at_once() {
        for (int i = 1; i <= 3; i++) {
            work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY_MORNING.plusSeconds(i * 3600L));
        }
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");
        assertThat(page.isVisible("[data-picked-bar]")).isFalse();

        page.check("[data-pick-all]");
        assertThat(page.innerText("[data-picked-count]")).isEqualTo("3");
        browser.picture(page, "worklist-picked");
        page.click("[data-picked-bar] button[value=claim]");

        page.waitForSelector("tbody button:has-text('Trả lại')");
        assertThat(page.locator("tbody button:has-text('Trả lại')").count()).isEqualTo(3);
    }

    @Test
    void a_filter_is_a_chip_that_can_be_taken_off() {
        work.at("an-hoa-tu-phap", Duty.CASE_OFFICER, FRIDAY_MORNING.plusSeconds(3600));
        Page page = browser.as("hotich");
        page.navigate("/worklist?queue=team");

        page.selectOption("#procedure", "survivor-benefit");
        page.click("button:has-text('Lọc')");
        page.waitForSelector(".chip");
        assertThat(page.isVisible(".empty-state")).isTrue();
        page.click(".chip");

        page.waitForSelector("tbody tr");
        assertThat(page.url()).doesNotContain("procedure=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void a_step_is_legible(String language) {
        DossierNumber number = work.received("04-four-items-social-insurance");
        Page page = browser.as("tiepnhan");

        openStep(page, number, language);

        browser.look(page, "step-" + language);
    }

    @Test
    void the_ordinary_way_on_is_one_button_and_the_next_step_one_key_away() {
        DossierNumber number = work.received("04-four-items-social-insurance");
        DossierNumber other = work.received("04-four-items-social-insurance");
        Page page = browser.as("tiepnhan");
        openStep(page, number, "vi");

        page.click(".outcomes .btn-primary");
        page.waitForURL("**/worklist/done");

        assertThat(page.innerText("h1")).isEqualTo("Kiểm tra, tiếp nhận hồ sơ: Tiếp nhận");
        browser.look(page, "step-done");
        page.keyboard().press("n");
        page.waitForURL("**/tasks/**");
        assertThat(page.innerText(".identity-bar h1")).contains(other.value());
    }

    @Test
    void a_decision_that_needs_a_reason_is_asked_again_before_it_counts() {
        DossierNumber number = work.received("04-four-items-social-insurance");
        Page page = browser.as("tiepnhan");
        openStep(page, number, "vi");

        page.click(".outcomes button[value=supplement]");
        page.waitForSelector("#reason");
        browser.look(page, "step-confirm");
        page.fill("#reason", "Giấy báo tử chưa có dấu của bệnh viện.");
        page.click("main form button[type=submit]");
        page.waitForURL("**/worklist/done");
        page.navigate("/dossiers/" + number.value());

        assertThat(page.innerText("main"))
                .contains("Đang chờ người nộp bổ sung hồ sơ")
                .contains("Giấy báo tử chưa có dấu của bệnh viện.");
        browser.look(page, "dossier-waiting");
    }

    @Test
    void a_step_that_somebody_else_took_is_explained_kindly() {
        DossierNumber number = work.received("04-four-items-social-insurance");
        String taskId = work.openStepOf(number).taskId();
        Page page = browser.as("tiepnhan");
        openStep(page, number, "vi");
        page.click(".outcomes .btn-primary");
        page.waitForURL("**/worklist/done");

        page.navigate("/tasks/" + taskId);

        assertThat(page.innerText("h1")).isEqualTo("Bước này đã kết thúc");
        browser.look(page, "step-overtaken");
    }

    @Test
    void a_step_is_completed_without_any_script() {
        DossierNumber number = work.received("04-four-items-social-insurance");
        Page page = browser.withoutScript("tiepnhan");
        page.navigate("/tasks/" + work.openStepOf(number).taskId());

        page.click(".outcomes .btn-primary");

        assertThat(page.url()).endsWith("/worklist/done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void the_supervisor_sees_what_is_late_and_who_was_called(String language) {
        work.received("01-two-items-morning");
        time.passUntil(Instant.parse("2026-11-25T03:00:00Z"));
        Page page = browser.as("giamsat");

        page.navigate("/board?lang=" + language);

        assertThat(page.innerText(".tiles .state-late .tile-number").strip()).isNotEqualTo("0");
        assertThat(page.locator(".levels .called").count()).isPositive();
        browser.look(page, "board-" + language);
    }

    @Test
    void a_supervisor_explains_and_the_escalation_leaves_the_board() {
        work.received("01-two-items-morning");
        time.passUntil(Instant.parse("2026-11-25T03:00:00Z"));
        Page page = browser.as("giamsat");
        page.navigate("/board");
        int before = page.locator(".levels .called").count();

        page.locator(".levels .called a:has-text('Giải trình')").first().click();
        page.waitForSelector("#explanation");
        browser.look(page, "escalation");
        page.selectOption("#reasonCode", "OVERLOAD");
        page.fill("#explanation", "Đã bố trí thêm một công chức hộ tịch trong ngày.");
        page.click("main form button[type=submit]");
        page.waitForURL("**/board");

        assertThat(page.locator(".levels .called").count()).isEqualTo(before - 1);
    }

    @Test
    void a_board_with_nothing_late_says_so() {
        Page page = browser.as("giamsat");

        page.navigate("/board");

        assertThat(page.innerText("main")).contains("Không có bước nào quá hạn.");
        browser.look(page, "board-empty");
    }

    private void openStep(Page page, DossierNumber number, String language) {
        page.navigate("/tasks/" + work.openStepOf(number).taskId() + "?lang=" + language);
        page.waitForSelector("[data-island=form][data-ready]");
    }
}
