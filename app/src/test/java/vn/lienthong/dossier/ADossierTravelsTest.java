package vn.lienthong.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Refused;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class ADossierTravelsTest {

    @Autowired
    Receiving receiving;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Supplements supplements;

    @Autowired
    Withdrawing withdrawing;

    @Autowired
    Steps steps;

    @Autowired
    Processes processes;

    @Autowired
    ProcessModels models;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TimeMachine time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void from_the_counter_through_four_agencies_to_the_returned_result() {
        DossierNumber number = received("05-merit-two-agencies");

        List<String> path = new ArrayList<>();
        for (int i = 0; i < 60 && !dossiers.get(number).state().isFinal(); i++) {
            path.addAll(ordinaryStep(number));
        }

        Dossiers.Summary dossier = dossiers.get(number);
        assertThat(dossier.state()).as("after %s", path).isEqualTo(DossierState.RETURNED);
        assertThat(dossier.legs())
                .extracting(Leg::leg, Leg::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("civil-status", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("police", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("funeral-allowance", LegState.DONE),
                        org.assertj.core.groups.Tuple.tuple("home-affairs", LegState.DONE));
        assertThat(dossier.legs().stream().filter(l -> !l.founding()))
                .allSatisfy(leg -> assertThat(leg.number()).isNotNull().isNotEqualTo(number.value()));
    }

    @Test
    void a_refused_benefit_leg_leaves_the_others_running() {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");
        DossierNumber allowance = linked(number, "funeral-allowance");

        decide(allowance, "refuse");
        runOut(allowance);

        assertThat(state(number, "funeral-allowance")).isEqualTo(LegState.REFUSED);
        assertThat(state(number, "police")).isEqualTo(LegState.RUNNING);
        runOut(number);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void refusing_the_founding_leg_cancels_the_rest() {
        DossierNumber number = received("03-three-items-social-assistance");
        untilStep(number, "UserTask_VerifyAndRegister");

        decide(number, "refuse");
        runOut(number);

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.STOPPED);
        assertThat(state(number, "civil-status")).isEqualTo(LegState.REFUSED);
        assertThat(state(number, "police")).isEqualTo(LegState.CANCELLED);
        assertThat(dossiers.get(number).legs())
                .allSatisfy(leg -> assertThat(leg.number()).isNull());
    }

    @Test
    void withdrawing_before_registration_ends_the_dossier() {
        DossierNumber number = received("01-two-items-morning");

        as("tiepnhan", () -> withdrawing.withdraw(number, "Gia đình nộp nhầm nơi"));

        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.WITHDRAWN);
        assertThat(processes.openSteps(number.value())).isEmpty();
    }

    @Test
    void withdrawing_after_registration_withdraws_the_remaining_legs_only() {
        DossierNumber number = received("03-three-items-social-assistance");
        until(number, "police");

        as("tiepnhan", () -> withdrawing.withdraw(number, "Gia đình tự làm thủ tục cư trú"));

        assertThat(state(number, "civil-status")).isEqualTo(LegState.DONE);
        assertThat(state(number, "police")).isEqualTo(LegState.WITHDRAWN);
        runOut(number);
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.RETURNED);
    }

    @Test
    void what_waits_for_nothing_cannot_be_supplemented() {
        DossierNumber number = received("01-two-items-morning");

        assertThatThrownBy(() -> as("tiepnhan", () -> supplements.receive(number, List.of(), Map.of())))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.code()).isEqualTo("no-supplement-awaited"));
    }

    @Test
    void a_supplement_is_asked_for_by_the_step_that_is_open_and_goes_on_when_it_comes() {
        DossierNumber number = received("01-two-items-morning");
        untilStep(number, "UserTask_VerifyAndRegister");

        as("hotich", () -> supplements.request(number, "Thiếu bản chính giấy báo tử", List.of("giay-bao-tu")));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.SUPPLEMENT_REQUESTED);

        as(
                "tiepnhan",
                () -> supplements.receive(number, List.of(new Paper("giay-bao-tu", "ORIGINAL", 1, null)), Map.of()));
        assertThat(dossiers.get(number).state()).isEqualTo(DossierState.PROCESSING);
        assertThat(dossiers.papers(number)).hasSize(3);
    }

    private DossierNumber received(String file) {
        Map<String, Object> data = read(file);
        time.set(Instant.parse(java.time.OffsetDateTime.parse((String) data.get("receivedAt"))
                .toInstant()
                .toString()));
        Map<String, Object> request = map(data.get("request"));
        return caller.as(
                "tiepnhan",
                () -> receiving.receive(new Application(
                        (String) request.get("procedure"),
                        request.get("channel"),
                        request.get("applicant"),
                        request.get("data"),
                        request.get("papers"))));
    }

    private void until(DossierNumber number, String leg) {
        for (int i = 0; i < 40 && state(number, leg) == LegState.PLANNED; i++) {
            ordinaryStep(number);
        }
        assertThat(state(number, leg)).isEqualTo(LegState.RUNNING);
    }

    private void untilStep(DossierNumber number, String step) {
        for (int i = 0; i < 40; i++) {
            if (processes.openSteps(number.value()).stream()
                    .anyMatch(s -> s.step().equals(step))) {
                return;
            }
            ordinaryStep(number);
        }
        throw new AssertionError("never came to " + step);
    }

    private void runOut(DossierNumber number) {
        for (int i = 0; i < 60 && !dossiers.get(number).state().isFinal(); i++) {
            ordinaryStep(number);
        }
    }

    /** Every open step of the family takes its ordinary way; where nobody can act, the applicant stays silent. */
    private List<String> ordinaryStep(DossierNumber number) {
        List<String> done = new ArrayList<>();
        for (DossierNumber member : dossiers.family(number)) {
            for (Processes.OpenStep open : processes.openSteps(member.value())) {
                ProcessModel model = models.of(dossiers.get(member).process());
                String outcome = model.outcomes(open.step()).stream()
                        .filter(ProcessModel.Outcome::isDefault)
                        .findFirst()
                        .orElseThrow()
                        .id();
                complete(member, open, outcome);
                done.add(open.step() + ":" + outcome);
            }
        }
        if (done.isEmpty()) {
            time.passUntil(time.now().plus(java.time.Duration.ofDays(2)));
        }
        return done;
    }

    private void decide(DossierNumber number, String outcome) {
        complete(number, processes.openSteps(number.value()).get(0), outcome);
    }

    private void complete(DossierNumber number, Processes.OpenStep open, String outcome) {
        transaction.executeWithoutResult(tx -> {
            steps.decided(number, open.step(), outcome, "lý do", Map.of(), Actor.SYSTEM);
            processes.complete(open.taskId(), outcome);
        });
    }

    private DossierNumber linked(DossierNumber number, String leg) {
        return new DossierNumber(Objects.requireNonNull(dossiers.get(number).legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow()
                .number()));
    }

    private LegState state(DossierNumber number, String leg) {
        return dossiers.get(number).legs().stream()
                .filter(l -> l.leg().equals(leg))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private void as(String username, Runnable work) {
        caller.as(username, () -> {
            work.run();
            return "";
        });
    }

    private static Map<String, Object> read(String file) {
        try (var in = ADossierTravelsTest.class.getResourceAsStream("/cases/death-registration/" + file + ".json")) {
            return JsonMapper.builder().build().readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
