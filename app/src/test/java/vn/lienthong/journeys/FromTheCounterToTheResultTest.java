package vn.lienthong.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayList;
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
class FromTheCounterToTheResultTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final List<String> OFFICERS =
            List.of("tiepnhan", "hotich", "lanhdao", "vanthu", "congan", "baotro", "noivu", "bhxh", "traketqua");

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    private final SampleDossier family = SampleDossier.of("death-registration/05-merit-two-agencies");

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
    void one_report_of_a_death_passes_four_agencies_and_comes_back_as_one_set_of_results() {
        Page counter = browser.as("tiepnhan");
        Counter reception = new Counter(counter, family);
        reception.begin();
        reception.answer();
        String number = reception.receive();
        String secret = counter.locator(".outcome-panel b.nums").last().innerText();

        Offices offices = new Offices(browser, OFFICERS);
        List<String> done = new ArrayList<>();
        for (int day = 0; day < 20 && !ended(counter, number); day++) {
            done.addAll(offices.workOff());
            time.passUntil(time.now().plus(Duration.ofHours(12)));
        }

        assertThat(done).as("what the offices did").anyMatch(step -> step.startsWith("hotich"));
        for (String agency : List.of("congan", "baotro", "noivu")) {
            assertThat(done).anyMatch(step -> step.startsWith(agency + ":"));
        }
        assertThat(counter.innerText(".identity-bar")).contains("Đã trả kết quả");
        assertThat(counter.innerText("section[aria-labelledby=issued-title]"))
                .contains(
                        "Trích lục khai tử",
                        "Thông báo kết quả xóa đăng ký thường trú",
                        "Văn bản đề nghị giải quyết mai táng phí người có công",
                        "Quyết định về mai táng phí người có công");
        browser.look(counter, "journey-returned");
        Page citizen = browser.open();
        citizen.navigate("/public/track");
        citizen.fill("#number", number);
        citizen.fill("#secret", secret);
        citizen.click("main form button[type=submit]");
        citizen.waitForSelector("main h1");
        assertThat(citizen.innerText("main")).contains("Đã trả kết quả");
        browser.look(citizen, "journey-tracked");
    }

    private static boolean ended(Page page, String number) {
        page.navigate("/dossiers/" + number);
        return page.innerText(".identity-bar").contains("Đã trả kết quả");
    }
}
