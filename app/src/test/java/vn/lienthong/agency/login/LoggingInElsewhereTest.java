package vn.lienthong.agency.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.lienthong.testing.Browser;

class LoggingInElsewhereTest extends WithAProvider {

    @RegisterExtension
    static final Browser chromium = new Browser();

    @Test
    void a_real_browser_goes_there_and_back_and_out_again() {
        PROVIDER.person = "hotich";
        Page page = chromium.open();
        page.navigate("/login");
        chromium.look(page, "login-provider");

        page.click("a:has-text('Đăng nhập bằng tài khoản công vụ')");
        page.waitForURL("**/worklist**");
        assertThat(page.innerText("header")).contains("Lê Minh Tuấn");
        page.click("header .menu summary");
        page.click("header .menu button:has-text('Đăng xuất')");
        page.waitForURL("**/login?logout");

        assertThat(page.innerText("main")).contains("Đã đăng xuất");
    }
}
