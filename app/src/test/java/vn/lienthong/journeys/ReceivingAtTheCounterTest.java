package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class ReceivingAtTheCounterTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final SampleDossier family = SampleDossier.of("death-registration/05-merit-two-agencies");

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
    void what_the_family_says_is_asked_once_and_the_dates_are_promised_before_it_is_received() {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family, name -> browser.look(page, name));

        counter.begin();
        assertThat(page.locator(".task-list a").allInnerTexts())
                .containsExactly(
                        "Người nộp hồ sơ",
                        "Nội dung yêu cầu",
                        "Người chết",
                        "Giấy báo tử hoặc giấy tờ thay thế",
                        "Hộ gia đình",
                        "Mai táng phí, tử tuất",
                        "Giấy tờ nộp kèm",
                        "Nhận kết quả");
        counter.answer();

        assertThat(page.innerText(".promise-panel .big-number")).isEqualTo("09/12/2026 17:00");
        assertThat(page.isVisible(".error-summary")).isFalse();
        assertThat(page.innerText("main"))
                .contains("Nguyễn Văn Bình")
                .contains("17/11/2026 21:40")
                .contains("Bản chính × 1");
        browser.look(page, "reception-check");
        String number = counter.receive();
        browser.look(page, "reception-received");

        assertThat(number).startsWith("H99.12-261120-");
        byte[] receipt = page.request()
                .get(page.getAttribute("a:has-text('In giấy tiếp nhận')", "href"))
                .body();
        assertThat(new String(receipt, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @Test
    void a_procedure_is_found_by_a_few_letters_typed_in_a_hurry() {
        Page page = browser.as("tiepnhan");
        page.navigate("/reception");
        assertThat(page.innerText("#procedures")).doesNotContain("Xác định nghĩa vụ tài chính về đất đai");

        page.locator("#q").pressSequentially("khai tu");
        page.waitForCondition(() -> page.locator("#procedures form").count() == 1);

        assertThat(page.innerText("#procedures")).contains("đăng ký khai tử");
        browser.look(page, "reception-found");
        page.locator("#q").pressSequentially("xyz");
        page.waitForSelector(".empty-state");
    }

    @Test
    void the_promised_date_follows_the_choice_before_anything_is_kept() {
        Page page = browser.as("tiepnhan");
        new Counter(page, family).begin();
        page.click(".task-list a:has-text('Nội dung yêu cầu')");
        page.waitForSelector("[data-island=form][data-ready]");
        assertThat(page.innerText(".promise-panel .big-number")).isEqualTo("20/11/2026 17:00");

        page.check(".fjs-inline-label:has-text('Xóa đăng ký thường trú') input");
        page.waitForSelector(".promise-panel .big-number:has-text('30/11/2026 17:00')");
        page.uncheck(".fjs-inline-label:has-text('Xóa đăng ký thường trú') input");

        page.waitForSelector(".promise-panel .big-number:has-text('20/11/2026 17:00')");
    }

    @Test
    void everything_that_is_missing_is_named_at_once_and_leads_to_where_it_is_missing() {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family);
        counter.begin();

        page.click("a:has-text('Kiểm tra và tiếp nhận')");
        page.waitForSelector(".error-summary");
        browser.look(page, "reception-missing");
        int missing = page.locator(".error-summary li").count();
        page.locator(".error-summary li a").first().click();

        assertThat(missing).isGreaterThan(8);
        assertThat(page.url()).contains("/topics/");
    }

    @Test
    void what_was_typed_wrongly_is_kept_and_said_at_the_field() {
        Page page = browser.as("tiepnhan");
        new Counter(page, family).begin();
        page.click(".task-list a:has-text('Người nộp')");
        page.waitForSelector("[data-island=form][data-ready]");

        page.fill("[id*='-Field_ApplicantFullName']", "Nguyễn Thị Thanh Hà");
        page.fill("[id*='-Field_ApplicantIdentityNumber']", "12345");
        page.click("button[name=then][value=next]");
        page.waitForSelector(".error-summary");
        browser.look(page, "reception-wrong-number");

        assertThat(page.inputValue("[id*='-Field_ApplicantIdentityNumber']")).isEqualTo("12345");
        assertThat(page.inputValue("[id*='-Field_ApplicantFullName']")).isEqualTo("Nguyễn Thị Thanh Hà");
    }

    @Test
    void who_filed_before_is_known_by_the_identity_number() {
        Page page = browser.as("tiepnhan");
        Counter counter = new Counter(page, family);
        counter.begin();
        counter.answer();
        counter.receive();
        counter.begin();
        page.click(".task-list a:has-text('Người nộp')");

        // Digits typed before the page's script has come would be looked up by the button only.
        page.waitForLoadState();
        page.locator("#identity").pressSequentially("001183000123");
        page.waitForSelector("#found table");
        browser.look(page, "reception-known");
        page.click("button:has-text('Lấy thông tin này')");
        page.waitForURL("**taken");
        page.waitForSelector("[data-island=form][data-ready]");

        assertThat(page.inputValue("[id*='-Field_ApplicantFullName']")).isEqualTo("Nguyễn Thị Thanh Hà");
        assertThat(page.inputValue("[id*='-Field_ApplicantPhone']")).isEqualTo("0912000123");
    }
}
