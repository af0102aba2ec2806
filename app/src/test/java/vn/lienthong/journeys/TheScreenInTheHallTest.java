package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** Three families handed in today; one result lies ready. */
@ModuleTest
class TheScreenInTheHallTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private final SampleDossier family = SampleDossier.of("death-registration/05-merit-two-agencies");

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    CurrentCaller callers;

    @Autowired
    Receiving receiving;

    @Autowired
    JdbcClient jdbc;

    private String ready = "";

    @BeforeEach
    void three_families() {
        database.empty();
        time.set(family.receivedAt());
        received();
        received();
        ready = received().value();
        jdbc.sql("update dossier.dossier set state = 9, ready_at = :at where number = :number")
                .param("at", java.sql.Timestamp.from(family.receivedAt()))
                .param("number", ready)
                .update();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void shows_counts_and_numbers_to_everybody_and_nothing_about_anybody() {
        Page officer = browser.as("giamsat");
        officer.navigate("/wall");
        assertThat(figure(officer, "Tiếp nhận hôm nay")).isEqualTo("3");
        assertThat(figure(officer, "Kết quả chờ nhận")).isEqualTo("1");
        assertThat(figure(officer, "Trễ hẹn")).isEqualTo("0");
        assertThat(figure(officer, "Đúng hẹn trong tháng")).isEqualTo("100%");
        browser.look(officer, "wall");
        officer.setViewportSize(1920, 1080);
        browser.picture(officer, "wall-1920");

        officer.navigate("/wall/link");
        officer.click("main .btn-primary");
        officer.waitForSelector("#wall-link");
        browser.look(officer, "wall-link");
        String link = officer.innerText("#wall-link");
        Page television = browser.open();
        television.navigate(link);
        assertThat(television.innerText("main")).contains(ready, "Mời đến quầy".toLowerCase(java.util.Locale.ROOT));
        assertThat(television.content()).doesNotContain("Nguyễn Thị Thanh Hà", "giamsat");

        // It renews itself.
        time.set(family.receivedAt().plus(Duration.ofDays(40)));
        television.waitForCondition(
                () -> figure(television, "Trễ hẹn").equals("2"), new Page.WaitForConditionOptions().setTimeout(30_000));

        officer.navigate("/wall/link");
        officer.click("form[action$='/revocation'] button");
        officer.waitForSelector("[role=status]");
        assertThat(television.navigate(link).status()).isEqualTo(404);
        assertThat(browser.as("hotich").navigate("/wall").status()).isEqualTo(403);
    }

    private static String figure(Page page, String name) {
        return page.locator(".wall-numbers > div:has(dt:text-is('" + name + "')) dd")
                .innerText()
                .strip();
    }

    private DossierNumber received() {
        return callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
    }
}
