package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.retention.Destruction;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Dossiers whose time is over: counted, kept for a complaint, destroyed, and what is left to be seen. */
@ModuleTest
class KeptLongEnoughTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Database database;

    @Autowired
    Receiving receiving;

    @Autowired
    Destruction destruction;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TimeMachine time;

    @Autowired
    JdbcClient jdbc;

    private DossierNumber first;
    private DossierNumber second;

    @BeforeEach
    void two_dossiers_of_long_ago() {
        database.empty();
        time.set(Sample.of("01-two-items-morning").receivedAt());
        first = received();
        second = received();
        jdbc.sql("update dossier.dossier set state = 10, finished_at = '1955-06-01'")
                .update();
    }

    @AfterEach
    void now() {
        database.empty();
        time.reset();
    }

    @Test
    void a_supervisor_keeps_one_of_them_and_the_other_leaves_a_tombstone() {
        Page page = browser.as("giamsat");
        page.navigate("/dossiers/" + first);
        page.click("text=Giữ lại khi hết thời hạn lưu trữ");
        page.check("#because-COMPLAINT");
        page.fill("#reason", "Đơn khiếu nại số 15 ngày 02/11/2026");
        browser.look(page, "hold");
        page.click("main form button.btn-primary");
        page.waitForSelector("text=Hồ sơ được giữ lại.");
        assertThat(page.innerText("main")).contains("Đang có khiếu nại, tố cáo");

        Page clerk = browser.as("vanthu");
        clerk.navigate("/retention");
        assertThat(clerk.innerText("main")).contains("1 hồ sơ hết thời hạn lưu trữ, 1 hồ sơ được giữ lại");

        destruction.run("12/QĐ-UBND", "quantri");

        Page administrator = browser.as("quantri");
        administrator.navigate("/retention");
        assertThat(administrator.innerText("main"))
                .contains("0 hồ sơ hết thời hạn lưu trữ, 1 hồ sơ được giữ lại", "12/QĐ-UBND")
                .doesNotContain("Nguyễn Thị Thanh Hà");
        browser.look(administrator, "retention");
        administrator.click("text=theo 12/QĐ-UBND");
        administrator.waitForSelector("text=Kết quả đợt tiêu hủy");
        browser.look(administrator, "retention-run");

        page.navigate("/dossiers/" + second);
        assertThat(page.innerText("main"))
                .contains("Nội dung hồ sơ đã được tiêu hủy", "12/QĐ-UBND")
                .doesNotContain("Nguyễn Thị Thanh Hà");
        browser.look(page, "tombstone");
        page.navigate("/dossiers/" + first);
        assertThat(page.innerText("main")).contains("Nguyễn Thị Thanh Hà");
    }

    @Test
    void a_supervisor_lifts_the_hold_and_says_why() {
        Page page = browser.as("giamsat");
        page.navigate("/dossiers/" + first + "/hold");
        page.check("#because-LAWSUIT");
        page.fill("#reason", "Thông báo thụ lý số 3");
        page.click("main form button.btn-primary");
        page.navigate("/dossiers/" + first + "/hold");
        page.fill("#lift-0", "Bản án số 4 đã có hiệu lực");
        browser.look(page, "hold-open");
        page.click("button:has-text('Thôi giữ lại')");

        page.waitForSelector("text=Đã thôi giữ lại.");
        assertThat(page.innerText("main")).contains("Bản án số 4 đã có hiệu lực");
    }

    @Test
    void who_keeps_no_files_does_not_see_the_numbers() {
        assertThat(browser.as("hotich").navigate("/retention").status()).isEqualTo(403);
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(Sample.of("01-two-items-morning").application()));
    }
}
