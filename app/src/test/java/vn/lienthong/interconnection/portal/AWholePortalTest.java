package vn.lienthong.interconnection.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.inspection.SampleFiles;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.HandOver;
import vn.lienthong.dossier.OtherOffices;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.Results;
import vn.lienthong.dossier.ReturningResults;
import vn.lienthong.interconnection.outbox.Carrying;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.interconnection.portal.PortalDouble.Fault;
import vn.lienthong.testing.Browser;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.TimeMachine;

/**
 * An installation that is connected to the portal: the portal has every dossier once, in the state that it is in here,
 * whatever happens on the way; and who supervises finds out where that is not so.
 */
@ModuleTest
@TestPropertySource(properties = {"test.database=portal", "lienthong.home=target/portal/home"})
class AWholePortalTest {

    private static final PortalDouble PORTAL = new PortalDouble();

    @RegisterExtension
    static final Browser browser = new Browser();

    @Autowired
    Receiving receiving;

    @Autowired
    ReturningResults returning;

    @Autowired
    Results results;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Documents documents;

    @Autowired
    ExternalNumbers externalNumbers;

    @Autowired
    Carrying carrying;

    @Autowired
    Outbox outbox;

    @Autowired
    TellingThePortal telling;

    @Autowired
    PortalMapper known;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    @Autowired
    ApplicationContext beans;

    @Autowired
    MockMvc web;

    private final SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");

    @DynamicPropertySource
    static void connected(DynamicPropertyRegistry properties) throws IOException {
        Path secret = Files.createTempFile("portal", ".secret");
        Files.writeString(secret, "bi-mat\n");
        properties.add("lienthong.portal.url", PORTAL::url);
        properties.add("lienthong.portal.user", () -> PortalDouble.USER);
        properties.add("lienthong.portal.secret-file", secret::toString);
        properties.add("lienthong.portal.timeout", () -> "1s");
    }

    @BeforeEach
    void nothingYet() {
        database.empty();
        PORTAL.forgetEverything();
        time.set(sample.receivedAt());
    }

    @AfterEach
    void now() {
        // Whatever befell the portal before, it is left alone no longer.
        time.set(time.now().plus(Duration.ofDays(1)));
        time.reset();
    }

    @Test
    void a_dossier_is_told_from_its_number_to_its_results_and_stays_findable_by_the_portals_number() throws Exception {
        DossierNumber number = received();
        file(number, "giay-bao-tu", "báo tử");
        carryAll();

        String theirs = externalNumbers.of(number).get(0).number();
        assertThat(PORTAL.dossiers).containsOnlyKeys(theirs);
        assertThat(PORTAL.only().fields)
                .containsEntry("MaHoSoNoiBo", number.value())
                .containsEntry("MaDonViTiepNhan", "H99.12")
                .containsEntry("LoaiDoiTuong", "0");
        web.perform(get("/api/v1/dossiers").param("q", theirs).with(httpBasic("tiepnhan", "demo")))
                .andExpect(jsonPath("$.items[0].number").value(number.value()));

        new OtherOffices(beans).work(number, "UserTask_ReturnResults"::equals);
        carryAll();
        assertThat(PORTAL.only().states).startsWith(2).endsWith(4, 9);
        assertThat(PORTAL.only().results).as("signed results went along").isNotEmpty();
        caller.as(
                "traketqua",
                () -> returning.handOver(
                        number,
                        new HandOver(
                                "COUNTER",
                                new HandOver.Collector(HandOver.Who.APPLICANT, null, null, null),
                                null,
                                results.of(number, Locale.ENGLISH).ready().stream()
                                        .map(Results.Ready::id)
                                        .toList(),
                                null,
                                true,
                                Map.of())));
        carryAll();

        assertThat(PORTAL.only().states).startsWith(2).endsWith(4, 9, 10).doesNotHaveDuplicates();
        assertThat(PORTAL.only().course).anyMatch(step -> step.startsWith("Hoàn thành bước: "));
        assertThat(PORTAL.refusals).isEmpty();
        assertThat(PORTAL.files.values()).as("each file once").doesNotHaveDuplicates();
        assertThat(outbox.backlog()).isEmpty();
    }

    @Test
    void whatever_befalls_the_line_the_portal_has_each_dossier_once_and_as_it_is_here() {
        PORTAL.befall(
                Fault.ERROR,
                Fault.LOST_ANSWER,
                Fault.HANG,
                Fault.ERROR,
                Fault.LOST_ANSWER,
                Fault.LOST_ANSWER,
                Fault.ERROR,
                Fault.HANG,
                Fault.LOST_ANSWER,
                Fault.ERROR,
                Fault.LOST_ANSWER,
                Fault.LOST_ANSWER);
        DossierNumber one = received();
        DossierNumber other = received();
        file(one, "giay-bao-tu", "một");
        new OtherOffices(beans).work(one, "UserTask_ReturnResults"::equals);
        settle();

        assertThat(PORTAL.dossiers).hasSize(2);
        for (DossierNumber number : List.of(one, other)) {
            assertThat(entry(number).state())
                    .isEqualTo(dossiers.get(number).state().code());
            assertThat(entry(number).states).as("never twice, never back").doesNotHaveDuplicates();
        }
        assertThat(PORTAL.refusals).allMatch("NoiHoSo DA_TON_TAI"::equals);
        assertThat(jdbc.sql("select count(*) from interconnection.outbox where state <> 'DELIVERED'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_token_that_the_portal_forgot_is_renewed_and_otherwise_kept() {
        received();
        carryAll();
        int logins = PORTAL.logins();
        PORTAL.forgetTokens();
        received();
        carryAll();

        assertThat(PORTAL.dossiers).hasSize(2);
        assertThat(PORTAL.logins()).isEqualTo(logins + 1);
    }

    @Test
    void a_wrong_password_is_the_operators_business_and_nothing_is_given_up() {
        PORTAL.forgetTokens();
        PORTAL.password("đã đổi");
        received();
        carryAll();

        assertThat(PORTAL.dossiers).isEmpty();
        assertThat(outbox.backlog()).singleElement().satisfies(backlog -> {
            assertThat(backlog.dead()).isZero();
            assertThat(backlog.waiting()).isPositive();
        });
        PORTAL.password("bi-mat");
        settle();
        assertThat(PORTAL.dossiers).hasSize(1);
    }

    @Test
    void the_same_file_goes_once_whatever_dossiers_it_belongs_to() {
        DossierNumber one = received();
        DossierNumber other = received();
        byte[] bytes = SampleFiles.pdf("cùng một tệp");
        file(one, "giay-bao-tu", bytes);
        file(other, "giay-bao-tu", bytes);
        carryAll();

        assertThat(PORTAL.files).hasSize(1);
        assertThat(PORTAL.calls).filteredOn("UploadFile"::equals).hasSize(1);
    }

    @Test
    void late_and_repeated_changes_of_state_do_not_leave_the_house_and_are_counted() {
        DossierNumber number = received();
        carryAll();
        new OtherOffices(beans).work(number, "UserTask_ReturnResults"::equals);
        carryAll();
        List<Integer> before = List.copyOf(PORTAL.only().states);
        List<UUID> told = outbox.ofStream(number.value()).stream()
                .filter(line -> line.kind().equals("portal.state"))
                .map(Outbox.Line::id)
                .toList();
        int calls = PORTAL.calls.size();

        told.forEach(outbox::again);
        carryAll();

        assertThat(PORTAL.only().states).isEqualTo(before);
        assertThat(PORTAL.calls).hasSize(calls);
        assertThat(told).isNotEmpty();
        assertThat(Objects.requireNonNull(known.find(number.value())).dropped()).isGreaterThanOrEqualTo(told.size());
    }

    @Test
    void nothing_personal_lies_in_the_outbox() {
        received();

        String bodies = String.join(
                "",
                jdbc.sql("select body from interconnection.outbox")
                        .query(String.class)
                        .list());

        assertThat(bodies).contains("H99.12").doesNotContain("Nguyễn", "001183", "0912");
    }

    @Test
    void supervisors_see_where_the_two_sides_differ_and_send_again_what_helps() throws Exception {
        DossierNumber missing = received();
        DossierNumber behind = received();
        DossierNumber dated = received();
        DossierNumber ahead = received();
        DossierNumber same = received();
        carryAll();
        PORTAL.dossiers.remove(externalNumbers.of(missing).get(0).number());
        entry(behind).states.add(2);
        jdbc.sql("update dossier.dossier set state = 4 where number = :n")
                .param("n", behind.value())
                .update();
        entry(dated).due = "20261231170000";
        entry(ahead).states.add(10);
        PortalDouble.Entry foreign = new PortalDouble.Entry();
        foreign.fields.put("MaDonViTiepNhan", "H99.12");
        foreign.fields.put("NgayTiepNhan", entry(same).fields.get("NgayTiepNhan"));
        foreign.states.add(4);
        PORTAL.dossiers.put("=HYPERLINK(1)", foreign);

        differences("giamsat")
                .andExpect(jsonPath("$.compared").value(5))
                .andExpect(jsonPath("$.lines.length()").value(5))
                .andExpect(line(missing, "MISSING_THERE", true))
                .andExpect(line(behind, "OTHER_STATE", true))
                .andExpect(line(dated, "OTHER_DATE", true))
                .andExpect(line(ahead, "OTHER_STATE", false))
                .andExpect(jsonPath("$.lines[?(@.difference == 'MISSING_HERE')].number")
                        .value("=HYPERLINK(1)"));
        differences("giamsat2").andExpect(jsonPath("$.lines.length()").value(0));
        differences("tiepnhan").andExpect(status().isForbidden());
        looks();

        sendAgain("tiepnhan", missing).andExpect(status().isForbidden());
        sendAgain("giamsat2", missing).andExpect(status().isNotFound());
        sendAgain("giamsat", missing).andExpect(status().isNoContent());
        sendAgain("giamsat", missing).andExpect(status().isConflict());
        sendAgain("giamsat", behind).andExpect(status().isNoContent());
        sendAgain("giamsat", dated).andExpect(status().isNoContent());
        differences("giamsat")
                .andExpect(jsonPath("$.lines[?(@.waiting == true)].dossier").isNotEmpty());
        carryAll();

        differences("giamsat")
                .andExpect(jsonPath("$.lines.length()").value(2))
                .andExpect(line(ahead, "OTHER_STATE", false));
        assertThat(jdbc.sql("select count(*) from dossier.event where what = 'portal-told-again'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    /** The page and the table, while there is something of everything on them. */
    private void looks() {
        Page page = browser.as("giamsat");
        for (String language : List.of("vi", "en")) {
            page.navigate("/portal/reconciliation?lang=" + language);
            browser.look(page, "reconciliation-" + language);
        }
        byte[] table = page.request().get("/portal/reconciliation/table.csv").body();
        assertThat(new String(table, StandardCharsets.UTF_8))
                .startsWith("\uFEFF\"")
                .contains("\"'=HYPERLINK(1)\"")
                .doesNotContain("\"=HYPERLINK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void a_portal_that_does_not_answer_is_told_of_and_stops_nothing(String language) throws Exception {
        received();
        PORTAL.befall(Fault.ERROR, Fault.ERROR, Fault.ERROR);
        Page page = browser.as("giamsat");

        page.navigate("/portal/reconciliation?lang=" + language);

        assertThat(page.innerText("main [role=alert]")).contains("HTTP 500");
        browser.look(page, "reconciliation-silent-" + language);
        differences("giamsat").andExpect(status().isConflict());
    }

    private static ResultMatcher line(DossierNumber number, String difference, boolean sendable) {
        return result -> {
            jsonPath("$.lines[?(@.dossier == '" + number + "')].difference")
                    .value(difference)
                    .match(result);
            jsonPath("$.lines[?(@.dossier == '" + number + "')].sendable")
                    .value(sendable)
                    .match(result);
        };
    }

    private ResultActions differences(String who) throws Exception {
        return web.perform(get("/api/v1/portal/reconciliation").with(httpBasic(who, "demo")));
    }

    private ResultActions sendAgain(String who, DossierNumber number) throws Exception {
        boolean everything =
                !PORTAL.dossiers.containsKey(externalNumbers.of(number).get(0).number());
        return web.perform(post("/api/v1/portal/reconciliation/{n}/send-again", number)
                .param("everything", Boolean.toString(everything))
                .with(httpBasic(who, "demo")));
    }

    private DossierNumber received() {
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
    }

    private void file(DossierNumber number, String code, String title) {
        file(number, code, SampleFiles.pdf(title));
    }

    private void file(DossierNumber number, String code, byte[] bytes) {
        documents.store(NewDocument.paper(code, code + ".pdf", bytes, number.value(), "tiepnhan"));
    }

    private PortalDouble.Entry entry(DossierNumber number) {
        return Objects.requireNonNull(
                PORTAL.dossiers.get(externalNumbers.of(number).get(0).number()));
    }

    /** As long as there is something due. */
    private void carryAll() {
        while (carrying.carryDue() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Lets time pass until everything is where it belongs. */
    private void settle() {
        for (int i = 0; i < 60 && !outbox.backlog().isEmpty(); i++) {
            carryAll();
            time.set(time.now().plus(Duration.ofMinutes(3)));
        }
        carryAll();
    }
}
