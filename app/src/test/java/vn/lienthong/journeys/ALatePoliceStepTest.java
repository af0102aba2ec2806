package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
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
class ALatePoliceStepTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    /** The first session after the working day that followed the promised date of the police's leg. */
    private static final Instant TWO_DAYS_LATE = Instant.parse("2026-12-02T01:00:00Z");

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final SampleDossier family = SampleDossier.of("death-registration/01-two-items-morning");

    @BeforeEach
    void a_quiet_ward() {
        database.empty();
        time.set(family.receivedAt());
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_supervisor_sees_it_come_and_the_result_is_returned_all_the_same() {
        Page counter = browser.as("tiepnhan");
        Counter reception = new Counter(counter, family);
        reception.begin();
        reception.answer();
        String number = reception.receive();
        Offices offices =
                new Offices(browser, List.of("tiepnhan", "hotich", "lanhdao", "vanthu", "congan", "traketqua"));
        offices.workOff("congan");
        Page supervisor = browser.as("giamsat");
        supervisor.navigate("/board");
        assertThat(supervisor.innerText("main")).contains("Không có cảnh báo nào chờ giải trình");

        time.passUntil(TWO_DAYS_LATE);
        supervisor.reload();

        assertThat(supervisor.locator(".levels .called").allInnerTexts())
                .anySatisfy(called -> assertThat(called).contains("Công an phường An Hòa"));
        assertThat(supervisor.innerText(".tiles .state-late .tile-number").strip())
                .isEqualTo("1");
        assertThat(supervisor.innerText("section[aria-labelledby=overdue-title]"))
                .contains("Công an phường An Hòa");
        browser.look(supervisor, "journey-late-police");
        assertThat(offices.workOff()).anyMatch(step -> step.startsWith("congan:"));
        counter.navigate("/dossiers/" + number);
        assertThat(counter.innerText(".identity-bar")).contains("Đã trả kết quả");
    }
}
