package vn.lienthong.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.notification.MessageMapper.NewMessage;
import vn.lienthong.notification.Outbox.State;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** What became of messages, on the dossier's page and on the page of what is stuck. */
@ModuleTest
class PagesAboutMessagesTest {

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Receiving receiving;

    @Autowired
    CurrentCaller callers;

    @Autowired
    MessageMapper messages;

    @Autowired
    TimeMachine time;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private DossierNumber number = new DossierNumber("");

    @BeforeEach
    void aDossierWithAMessageOfEveryKind() {
        database.empty();
        Sample sample = Sample.of("01-two-items-morning");
        time.set(sample.receivedAt());
        number = callers.as("tiepnhan", () -> receiving.receive(sample.application()));
        for (State state : State.values()) {
            messages.insert(List.of(new NewMessage(
                    number.value(),
                    "an-hoa-mot-cua",
                    "received",
                    state == State.KEPT ? Message.Channel.SMS : Message.Channel.EMAIL,
                    state == State.UNADDRESSED ? "" : "ha.nguyen@example.vn",
                    "vi",
                    "Đã tiếp nhận hồ sơ (" + state.name().toLowerCase(Locale.ROOT) + ")",
                    "Kính gửi ông/bà Nguyễn Thị Thanh Hà,\n\nHồ sơ đã được tiếp nhận.",
                    state,
                    time.now())));
        }
        jdbc.sql(
                        "update notification.message set attempts = 30, last_error = 'ConnectException' where state = 'FAILED'")
                .update();
    }

    @AfterEach
    void now() {
        time.reset();
        jdbc.sql("delete from notification.message").update();
    }

    @Test
    void the_dossiers_page_says_what_arrived() {
        Page page = browser.as("tiepnhan");
        page.navigate("/dossiers/" + number.value());
        page.waitForSelector("section[aria-labelledby=messages-title] li");

        page.locator("section[aria-labelledby=messages-title] summary").first().click();

        assertThat(page.locator("section[aria-labelledby=messages-title] li").count())
                .isEqualTo(State.values().length);
        assertThat(page.locator("section[aria-labelledby=messages-title] form").count())
                .isEqualTo(3);
        browser.look(page, "dossier-messages");
    }

    @Test
    void what_is_stuck_is_on_a_page_of_its_own_in_both_languages() {
        for (String language : new String[] {"vi", "en"}) {
            Page page = browser.as("giamsat");
            page.navigate("/dossiers/" + number.value() + "?lang=" + language);
            page.click("section[aria-labelledby=messages-title] a[href='/messages']");
            page.waitForURL("**/messages");

            assertThat(page.locator("main li").count()).isEqualTo(1);
            assertThat(page.innerText("main")).contains("ConnectException");
            browser.look(page, "messages-stuck-" + language);
        }
    }
}
