package vn.lienthong.interconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

@ModuleTest
class RemindingAndTakingBackTest {

    private final MockMvcTester http;

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Completing completing;

    @Autowired
    Tasks tasks;

    @Autowired
    Processes processes;

    @Autowired
    HandoverMapper handovers;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TimeMachine time;

    private DossierNumber number = new DossierNumber("none");

    @Autowired
    RemindingAndTakingBackTest(MockMvc mvc) {
        this.http = MockMvcTester.create(mvc);
    }

    @BeforeEach
    void handedToThePolice() {
        database.empty();
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        time.set(sample.receivedAt());
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        for (String officer : List.of("hotich", "lanhdao", "vanthu")) {
            String task = processes.openSteps(number.value()).get(0).taskId();
            caller.as(officer, () -> completing.complete(task, ordinary(task), null, null));
        }
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void the_sender_reminds_and_takes_back_before_it_is_taken_up() {
        Handover sent = sent();

        assertThat(post(sent.id(), "retry", sender()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.attempts")
                .isEqualTo(2);
        assertThat(post(sent.id(), "take-back", sender())).hasStatusOk();

        assertThat(police().state()).isEqualTo(LegState.WITHDRAWN);
    }

    @Test
    void the_receiver_neither_reminds_itself_nor_takes_back() {
        assertThat(post(sent().id(), "take-back", "congan")).hasStatus(403);
        assertThat(post(sent().id(), "retry", "congan")).hasStatus(403);
    }

    @Test
    void who_supervises_the_sender_may_and_who_supervises_another_may_not() {
        jdbc.sql(
                        "insert into agency.duty (officer, unit, duty, valid_from) values ('congan', 'an-hoa-cong-an', 'SUPERVISOR', '2025-07-01')")
                .update();
        try {
            assertThat(post(sent().id(), "take-back", "congan")).hasStatus(403);
        } finally {
            jdbc.sql("delete from agency.duty where officer = 'congan' and duty = 'SUPERVISOR'")
                    .update();
        }
        assertThat(post(sent().id(), "retry", "giamsat")).hasStatusOk();
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(post(UUID.randomUUID(), "retry", "giamsat")).hasStatus(404);
    }

    private String ordinary(String task) {
        return tasks.open(task, Locale.ENGLISH).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Handover sent() {
        return handovers.of(number.value()).get(0);
    }

    private String sender() {
        return sent().fromUnit().equals("an-hoa-tu-phap") ? "hotich" : "tiepnhan";
    }

    private Leg police() {
        return dossiers.get(number).legs().stream()
                .filter(leg -> leg.leg().equals("police"))
                .findFirst()
                .orElseThrow();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(UUID id, String what, String officer) {
        return http.post()
                .uri("/api/v1/handovers/" + id + "/" + what)
                .with(httpBasic(officer, "demo"))
                .exchange();
    }
}
