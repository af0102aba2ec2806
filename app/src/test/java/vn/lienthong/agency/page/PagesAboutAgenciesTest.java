package vn.lienthong.agency.page;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;

@ModuleTest
class PagesAboutAgenciesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({
        "/organisation, organisation, vi",
        "/organisation, organisation, en",
        "/organisation?on=2020-01-01, organisation-none, vi",
        "/organisation/calendars?year=2026, calendars, vi",
        "/organisation/calendars?year=2027, calendars-unconfirmed, en",
    })
    void are_legible_and_reachable(String address, String name, String language) {
        Page page = browser.as("nghiepvu");

        page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);

        browser.look(page, name + "-" + language);
    }

    @ParameterizedTest
    @CsvSource({"/login, login", "/login?error, login-failed", "/login?wait=90, login-wait"})
    void the_login_page_is_legible_and_reachable(String address, String name) {
        Page page = browser.open();

        page.navigate(address);

        browser.look(page, name);
    }
}
