package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;

/** From the administrator's page over the printed slip to the officer's own password; and a session that is about to end. */
@ModuleTest
class AnAccountForANewOfficerTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nobody_new() {
        jdbc.sql("delete from agency.duty where officer = 'tran.van.moi'").update();
        jdbc.sql("delete from agency.officer where username = 'tran.van.moi'").update();
    }

    @Test
    void the_slip_opens_the_account_once_and_then_the_own_password() {
        Page page = browser.as("nghiepvu");
        page.navigate("/accounts");
        browser.look(page, "accounts");
        page.click("main a.btn-primary");
        page.fill("#fullName", "Trần Văn Mới");
        page.fill("#username", "hotich");
        page.selectOption("#unit", "an-hoa-tu-phap");
        page.selectOption("#duty", "case-officer");
        page.click("main form button[type=submit]");
        assertThat(page.innerText(".error-summary")).contains("đã có người dùng");
        browser.look(page, "account-form");
        page.fill("#username", "tran.van.moi");
        page.click("main form button[type=submit]");
        page.waitForURL("**/accounts/tran.van.moi");
        browser.look(page, "account");
        page.click("main .card button.btn-primary");
        String slip = page.innerText("#one-time");
        browser.look(page, "account-slip");

        Page officer = browser.open();
        officer.navigate("/login");
        officer.fill("#username", "tran.van.moi");
        officer.fill("#password", slip);
        officer.click("main form button[type=submit]");
        officer.waitForURL("**/account/password");
        officer.fill("#present", slip);
        officer.fill("#next", "matkhau123456");
        officer.fill("#repeated", "matkhau123456");
        officer.click("main form button[type=submit]");
        assertThat(officer.innerText(".error-summary")).contains("dễ bị đoán");
        browser.look(officer, "password");
        officer.fill("#present", slip);
        officer.fill("#next", "sáng nay trời nhiều mây");
        officer.fill("#repeated", "sáng nay trời nhiều mây");
        officer.click("main form button[type=submit]");
        assertThat(officer.innerText("[role=status]")).contains("Đã đổi mật khẩu");
        officer.click("main a.btn-primary");
        officer.waitForURL("**/worklist");
    }

    @Test
    void a_session_that_nobody_used_asks_whether_to_stay() {
        Page page = browser.as("hotich");
        page.clock().install();
        page.navigate("/worklist");
        int limit = Integer.parseInt(page.getAttribute("meta[name=idle-limit]", "content"));

        page.clock().runFor((limit - 240) * 1000L);
        assertThat(page.isVisible("#session-ends")).isTrue();
        assertThat(page.innerText("#session-ends")).contains("Còn lại: 4 phút");
        browser.look(page, "session-ends");
        page.click("[data-session-stay]");
        page.waitForCondition(() -> !page.isVisible("#session-ends"));

        page.clock().runFor((limit + 60) * 1000L);
        assertThat(page.innerText("#session-ends"))
                .contains("Phiên làm việc đã kết thúc")
                .doesNotContain("Làm việc tiếp");
        browser.look(page, "session-over");
    }
}
