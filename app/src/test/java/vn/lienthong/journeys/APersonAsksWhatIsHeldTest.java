package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.citizen.Sample;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Somebody stands at the desk and asks what is held about them; gets it on paper and as a file, and the log says so. */
@ModuleTest
class APersonAsksWhatIsHeldTest {

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

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void a_dossier() {
        database.empty();
        time.set(Sample.of("01-two-items-morning").receivedAt());
        caller.as(
                "tiepnhan",
                () -> receiving.receive(Sample.of("01-two-items-morning").application()));
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_own_answers_and_nobody_elses() throws IOException {
        String applicant = identity("applicant");
        String deceasedName = jdbc.sql(
                        "select content -> 'deceased' ->> 'fullName' from dossier.dossier where origin is null")
                .query(String.class)
                .single();
        Page page = browser.as("tiepnhan");
        page.navigate("/dossiers");
        page.click("text=Dữ liệu cá nhân theo yêu cầu");
        page.fill("#identity", "123");
        page.fill("#request", "Đơn ngày 20/11/2026, đã đối chiếu thẻ căn cước");
        page.click("main form button.btn-primary");
        assertThat(page.isVisible(".error-summary")).isTrue();
        browser.look(page, "personal-data");

        page.fill("#identity", applicant);
        Page file = page;
        Download download = page.waitForDownload(() -> file.click("main form button.btn-quiet"));
        assertThat(Files.readString(download.path()))
                .contains(applicant, "\"received\"")
                .doesNotContain(deceasedName);
        page.click("main form button.btn-primary");
        page.waitForSelector("h2");
        browser.look(page, "personal-data-report");
        assertThat(page.innerText("main")).contains("Nguyễn Thị Thanh Hà").doesNotContain(deceasedName);

        assertThat(jdbc.sql("select count(*) from dossier.event where what = 'personal-data-given'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
        assertThat(jdbc.sql(
                                "select content from audit.entry where content like '%/personal-data/report%' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .contains("tiepnhan", "personal-data-given", "H99.12-261120")
                .doesNotContain(applicant);
    }

    @Test
    void whoever_gathers_nothing_is_told_so() {
        Page page = browser.as("hotich");

        assertThat(page.navigate("/personal-data").status()).isEqualTo(403);
        assertThat(page.navigate("/dossiers").text()).doesNotContain("Dữ liệu cá nhân theo yêu cầu");
    }

    private String identity(String who) {
        return jdbc.sql("select content -> '" + who
                        + "' ->> 'identityNumber' from dossier.dossier where origin is null")
                .query(String.class)
                .single();
    }
}
