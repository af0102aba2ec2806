package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** A family's dossier went through the ward: quickly at the registrar's, slowly at the head's. */
@ModuleTest
class WhereTheTimeGoesOnTheDiagramTest {

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
    Processes processes;

    @Autowired
    Tasks tasks;

    @Autowired
    Completing completing;

    @BeforeEach
    void a_dossier_that_went_through_the_ward() {
        database.empty();
        time.set(family.receivedAt());
        DossierNumber number = callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        family.procedure(), "COUNTER", family.applicant(), family.data(), family.papers())));
        time.set(family.receivedAt().plus(Duration.ofMinutes(40)));
        ordinary(number, "hotich");
        time.set(family.receivedAt().plus(Duration.ofDays(3)));
        ordinary(number, "lanhdao");
        ordinary(number, "vanthu");
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_diagram_the_table_and_the_steps_behind_them_say_the_same() {
        Page page = browser.as("giamsat");
        page.navigate("/heat?procedure=death-registration&from=2026-11-01");
        page.waitForSelector("[data-island=position][data-ready]");

        assertThat(page.locator(".djs-overlays .position-mark").allInnerTexts())
                .anyMatch(badge -> badge.contains("33%"))
                .anyMatch(badge -> badge.contains("▮▮▮▮"));
        assertThat(page.innerText("table")).contains("40 phút", "▮");
        browser.look(page, "heat");

        page.locator("tbody tr:has-text('40 phút') td:last-child a").click();
        page.waitForURL("**/reports/steps?**");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(page.innerText("tbody")).contains("Lê Minh Tuấn", "40 phút");
        browser.look(page, "heat-steps");

        page.navigate("/board/officers");
        assertThat(page.innerText("main")).contains("Nguyễn Hữu Phước");
        page.locator("tbody tr:has-text('Nguyễn Hữu Phước') td a").last().click();
        page.waitForURL("**/reports/steps?**");
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        page.goBack();
        browser.look(page, "officers");
    }

    private void ordinary(DossierNumber number, String officer) {
        String task = processes.openSteps(number.value()).get(0).taskId();
        callers.as(officer, () -> {
            Tasks.Outcome usual = tasks.open(task, Locale.ENGLISH).outcomes().stream()
                    .filter(Tasks.Outcome::isDefault)
                    .findFirst()
                    .orElseThrow();
            return completing.complete(task, usual.id(), null, null);
        });
    }
}
