package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** What is new is counted at the bell of every page, read in a list, and leads to the work. */
@ModuleTest
class TheBellRingsTest {

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
        time.set(Sample.of("01-two-items-morning").receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void two_new_dossiers_ring_and_one_is_opened_from_the_list() {
        Page page = browser.as("hotich");
        page.navigate("/worklist");
        assertThat(page.getAttribute("a[data-unread]", "data-unread")).isEqualTo("0");

        for (int i = 0; i < 2; i++) {
            caller.as(
                    "tiepnhan",
                    () -> receiving.receive(Sample.of("01-two-items-morning").application()));
        }
        page.navigate("/worklist");
        assertThat(page.innerText("a[data-unread]")).contains("2");
        browser.look(page, "bell");
        page.click("a[data-unread]");
        page.waitForURL("**/notices");
        assertThat(page.innerText("main")).contains("Việc mới: Thẩm tra, ghi vào Sổ đăng ký khai tử");
        browser.look(page, "notices");

        page.locator("main .sheets button").first().click();
        page.waitForURL("**/tasks/**");
        assertThat(page.getAttribute("a[data-unread]", "data-unread")).isEqualTo("1");

        page.navigate("/notices");
        page.click("main > form button");
        page.waitForSelector("[role=status]");
        assertThat(page.getAttribute("a[data-unread]", "data-unread")).isEqualTo("0");
        browser.look(page, "notices-read");
    }
}
