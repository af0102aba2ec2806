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
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Numbers and addresses of people are whole for who works on the dossier, in part for who looks on, and whole for a reason. */
@ModuleTest
class OnlookersSeeAPartTest {

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

    private DossierNumber number;
    private String identity;

    @BeforeEach
    void a_dossier() {
        database.empty();
        time.set(Sample.of("01-two-items-morning").receivedAt());
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(Sample.of("01-two-items-morning").application()));
        identity = jdbc.sql("select applicant_identity from dossier.dossier where number = ?")
                .param(number.value())
                .query(String.class)
                .single();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void an_inspector_sees_the_end_of_a_number_and_the_whole_after_saying_why() {
        Page page = browser.as("thanhtra");
        page.navigate("/dossiers/" + number);
        assertThat(digits(page)).doesNotContain(identity);
        assertThat(page.innerText("main")).contains("•••• " + identity.substring(8));
        browser.look(page, "dossier-in-part");

        page.click("summary:has-text('Xem đầy đủ')");
        page.fill("#reason", "Thanh tra theo Quyết định số 15/QĐ-TTr");
        page.click("text=Ghi lý do và xem");

        page.waitForSelector("text=Xem đầy đủ dữ liệu cá nhân");
        assertThat(digits(page)).contains(identity);
        assertThat(page.innerText("main")).contains("Thanh tra theo Quyết định số 15/QĐ-TTr");
        assertThat(jdbc.sql("select content from audit.entry where content like '%/personal-data%'")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .contains("thanhtra", "personal-data-revealed", number.value())
                .doesNotContain(identity);
        page.navigate("/dossiers/" + number);
        assertThat(digits(page)).doesNotContain(identity);
    }

    @Test
    void who_works_on_it_sees_everything_and_finds_it_by_the_whole_number() {
        Page page = browser.as("hotich");
        page.navigate("/dossiers/" + number);
        assertThat(digits(page)).contains(identity);
        assertThat(page.innerText("main")).doesNotContain("••••");

        page.navigate("/dossiers?q=" + identity);
        assertThat(page.innerText("main table")).contains(number.value()).doesNotContain(identity);
    }

    private static String digits(Page page) {
        return page.innerText("main").replaceAll("[\\s\u00a0]", "");
    }
}
