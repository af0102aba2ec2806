package vn.lienthong.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/** A dossier is found by our number, by what another system calls it, and by a name as people type it in a hurry. */
@ModuleTest
class FindingADossierTest {

    private static final Instant MORNING = Instant.parse("2026-11-20T02:00:00Z");
    private static final String EXTERNAL = "G22.99-261120-0000123";

    @RegisterExtension
    static final Browser browser = new Browser();

    private final Receiving receiving;
    private final ExternalNumbers externalNumbers;
    private final CurrentCaller callers;
    private final TransactionTemplate transaction;
    private final TimeMachine time;
    private final Database database;
    private final JdbcClient jdbc;
    private final MockMvc web;

    private DossierNumber number = new DossierNumber("");

    @Autowired
    FindingADossierTest(
            Receiving receiving,
            ExternalNumbers externalNumbers,
            CurrentCaller callers,
            TransactionTemplate transaction,
            TimeMachine time,
            Database database,
            JdbcClient jdbc,
            MockMvc web) {
        this.receiving = receiving;
        this.externalNumbers = externalNumbers;
        this.callers = callers;
        this.transaction = transaction;
        this.time = time;
        this.database = database;
        this.jdbc = jdbc;
        this.web = web;
    }

    @BeforeEach
    void aDossierThatThePortalKnows() {
        database.empty();
        time.set(MORNING);
        SampleDossier sample = SampleDossier.of("death-registration/05-merit-two-agencies");
        number = callers.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        keep("national-portal", EXTERNAL);
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void what_another_system_calls_it_is_kept_once_beside_our_number_and_told_in_the_history() throws Exception {
        keep("national-portal", EXTERNAL);
        time.set(MORNING.plusSeconds(60));
        keep("ministry", "BTP-7");

        web.perform(get("/api/v1/dossiers/{n}", number).with(httpBasic("tiepnhan", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(number.value()))
                .andExpect(jsonPath("$.externalNumbers.length()").value(2))
                .andExpect(jsonPath("$.externalNumbers[0].system").value("national-portal"))
                .andExpect(jsonPath("$.externalNumbers[0].number").value(EXTERNAL));
        assertThat(externalNumbers.find("national-portal", EXTERNAL.toLowerCase(Locale.ROOT)))
                .contains(number);
        assertThat(externalNumbers.find("ministry", EXTERNAL)).isEmpty();
        web.perform(get("/api/v1/dossiers/{n}/timeline", number).with(httpBasic("tiepnhan", "demo")))
                .andExpect(jsonPath("$[?(@.what == 'external-number')].details.externalNumber")
                        .value(containsInAnyOrder(EXTERNAL, "BTP-7")));
    }

    @ParameterizedTest
    @ValueSource(strings = {EXTERNAL, "g22.99-261120", "G22", "H99.12-", "h99.12-2611"})
    void the_beginning_of_a_number_is_enough_ours_or_another_systems(String typed) {
        assertThat(found("tiepnhan", typed)).containsExactly(number.value());
    }

    @Test
    void a_name_is_found_as_people_type_it_in_a_hurry() {
        jdbc.sql("update dossier.dossier set applicant_name = 'Đỗ Thị Thanh Hà' where number = :number")
                .param("number", number.value())
                .update();

        for (String typed : List.of("do thi thanh ha", "Đỗ Thị", "THANH HÀ", "đo thi")) {
            assertThat(found("tiepnhan", typed)).as(typed).containsExactly(number.value());
        }
        assertThat(found("tiepnhan", "tran")).isEmpty();
        assertThat(found("tiepnhan", "%")).as("no pattern of the database").isEmpty();
    }

    @Test
    void nobody_finds_what_is_none_of_their_business() {
        assertThat(found("tiepnhan2", EXTERNAL)).isEmpty();
        assertThat(found("quantri", EXTERNAL)).isEmpty();
    }

    @Test
    void signs_of_patterns_mean_themselves() {
        keep("ministry", "A_1%");

        assertThat(found("tiepnhan", "A_1")).containsExactly(number.value());
        assertThat(found("tiepnhan", "AX1")).isEmpty();
    }

    @Test
    void the_returns_desk_finds_it_by_the_number_on_the_citizens_telephone() throws Exception {
        web.perform(get("/api/v1/returns").param("q", EXTERNAL).with(httpBasic("traketqua", "demo")))
                .andExpect(jsonPath("$.items[0].number").value(number.value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void the_page_of_the_dossier_says_what_others_call_it(String language) {
        keep("so-tu-phap.lien-thong", "LT-2026-000123");
        Page page = browser.as("tiepnhan");

        page.navigate("/dossiers/" + number + "?lang=" + language);

        assertThat(page.innerText("section[aria-labelledby=about-title]"))
                .contains(
                        EXTERNAL,
                        language.equals("vi") ? "Cổng Dịch vụ công quốc gia" : "National Public Service Portal")
                .contains("so-tu-phap.lien-thong", "LT-2026-000123");
        page.waitForSelector("[data-island=position][data-ready]");
        browser.look(page, "dossier-external-numbers-" + language);
    }

    private void keep(String system, String external) {
        transaction.executeWithoutResult(tx -> externalNumbers.keep(number, system, external));
    }

    private List<String> found(String who, String typed) {
        try {
            String body = web.perform(get("/api/v1/dossiers").param("q", typed).with(httpBasic(who, "demo")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            return JsonMapper.builder()
                    .build()
                    .readTree(body)
                    .path("items")
                    .valueStream()
                    .map((JsonNode line) -> line.path("number").asString())
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
