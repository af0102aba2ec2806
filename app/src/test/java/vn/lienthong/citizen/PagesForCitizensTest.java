package vn.lienthong.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class PagesForCitizensTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    private final Receiving receiving;
    private final Dossiers dossiers;
    private final CurrentCaller caller;
    private final TimeMachine time;
    private final JdbcClient jdbc;

    private String number = "";
    private String secret = "";

    @Autowired
    PagesForCitizensTest(
            Receiving receiving, Dossiers dossiers, CurrentCaller caller, TimeMachine time, JdbcClient jdbc) {
        this.receiving = receiving;
        this.dossiers = dossiers;
        this.caller = caller;
        this.time = time;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aReceivedDossier() {
        Sample sample = Sample.of("05-merit-two-agencies");
        time.set(sample.receivedAt());
        DossierNumber received = caller.as("tiepnhan", () -> receiving.receive(sample.application()));
        number = received.value();
        secret = dossiers.get(received).secret();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void the_way_of_a_dossier_is_legible_on_a_phone(String language) {
        Page page = browser.open();
        page.navigate("/public/track?lang=" + language);
        browser.look(page, "track-" + language);

        page.fill("#number", number);
        page.fill("#secret", secret);
        page.click("main button[type=submit]");

        assertThat(page.innerText("h1")).isEqualTo(number);
        browser.look(page, "tracked-" + language);
    }

    @Test
    void a_mistake_is_said_on_top_and_has_the_focus() {
        Page page = browser.open();
        page.navigate("/public/track");

        page.fill("#number", number);
        page.fill("#secret", "AAAAAAAAAA");
        page.click("main button[type=submit]");

        page.waitForSelector("[data-error-summary]:focus");
        browser.look(page, "track-wrong");
    }

    @Test
    void a_returned_result_is_rated() {
        jdbc.sql("update dossier.dossier set state = 10, finished_at = received_at where number = :number")
                .param("number", number)
                .update();
        Page page = browser.open();
        page.navigate("/public/t/" + number + "/" + secret);
        browser.look(page, "rating");

        page.check("#score-5");
        page.fill("#comment", "Cán bộ hướng dẫn tận tình");
        page.click("main form:has(#comment) button[type=submit]");

        assertThat(page.innerText("main")).contains("Cảm ơn ông/bà đã đánh giá: Rất hài lòng.");
        browser.look(page, "rated");
    }
}
