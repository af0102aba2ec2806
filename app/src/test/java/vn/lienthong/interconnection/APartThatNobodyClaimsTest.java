package vn.lienthong.interconnection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
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
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Tasks;

/** An Hòa has no police of its own for a while. */
@ModuleTest
class APartThatNobodyClaimsTest {

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
    Organisation organisation;

    @Autowired
    CurrentCaller caller;

    @Autowired
    Database database;

    @Autowired
    JdbcClient jdbc;

    private DossierNumber number = new DossierNumber("none");

    @BeforeEach
    void reachedThePolicesPart() {
        database.empty();
        role("police", "police-moved");
        SampleDossier sample = SampleDossier.of("death-registration/01-two-items-morning");
        number = caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        sample.procedure(), "COUNTER", sample.applicant(), sample.data(), sample.papers())));
        for (String officer : List.of("hotich", "lanhdao", "vanthu")) {
            complete(officer, number, null, null);
        }
    }

    @AfterEach
    void asBefore() {
        role("police-moved", "police");
    }

    private void role(String from, String to) {
        jdbc.sql("update agency.competence set role = :to where role = :from and area = 'an-hoa'")
                .param("from", from)
                .param("to", to)
                .update();
        Changed.organisation(organisation);
    }

    @Test
    void waits_at_the_desk_with_a_clock_and_its_agency_owes_nothing_yet() {
        DossierNumber desk = coordination();

        assertThat(processes.openSteps(desk.value()))
                .extracting(Processes.OpenStep::step)
                .containsExactly("UserTask_Coordinate");
        assertThat(jdbc.sql("select count(*) from worklist.line where dossier = :number and due_at is not null")
                        .param("number", desk.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(police().state()).isEqualTo(LegState.PLANNED);
    }

    @Test
    void goes_to_the_agency_of_the_commune_that_the_desk_chose() {
        complete("tiepnhan", coordination(), null, Map.of("coordination", Map.of("commune", "phu-loc")));

        assertThat(police().unit()).isEqualTo("phu-loc-cong-an");
        assertThat(police().state()).isEqualTo(LegState.RUNNING);
        var linked = new DossierNumber(String.valueOf(police().number()));
        assertThat(dossiers.get(linked).process().procedure()).isEqualTo("residence-deregistration");
        for (int i = 0; i < 4; i++) {
            complete("congan2", linked, null, null);
        }
        assertThat(police().state()).isEqualTo(LegState.DONE);
    }

    @Test
    void is_not_given_to_somebody_who_is_not_competent_either() {
        DossierNumber desk = coordination();

        assertThatThrownBy(() -> complete("tiepnhan", desk, null, null)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> complete("tiepnhan", desk, null, Map.of("coordination", Map.of("commune", "an-hoa"))))
                .isInstanceOf(InvalidInput.class);

        assertThat(police().state()).isEqualTo(LegState.PLANNED);
        assertThat(processes.openSteps(desk.value())).hasSize(1);
    }

    @Test
    void may_be_given_up_with_a_reason_and_the_rest_goes_on() {
        complete("tiepnhan", coordination(), "give-up", null);

        assertThat(police().state()).isEqualTo(LegState.REFUSED);
        assertThat(processes.position(number.value())).isNotEmpty();
    }

    private DossierNumber coordination() {
        return dossiers.family(number).stream()
                .filter(one -> dossiers.get(one).process().procedure().equals("coordination"))
                .findFirst()
                .orElseThrow();
    }

    private Leg police() {
        return dossiers.get(number).legs().stream()
                .filter(leg -> leg.leg().equals("police"))
                .findFirst()
                .orElseThrow();
    }

    private void complete(
            String officer, DossierNumber whose, @Nullable String outcome, @Nullable Map<String, Object> data) {
        String task = processes.openSteps(whose.value()).get(0).taskId();
        caller.as(
                officer,
                () -> completing.complete(
                        task,
                        outcome == null ? ordinary(task) : outcome,
                        data == null ? null : new LinkedHashMap<>(data),
                        "Không có cơ quan nào"));
    }

    private String ordinary(String task) {
        return tasks.open(task, Locale.ENGLISH).outcomes().stream()
                .filter(Tasks.Outcome::isDefault)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
