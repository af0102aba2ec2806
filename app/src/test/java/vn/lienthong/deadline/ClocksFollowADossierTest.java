package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.dossier.Leg;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Samples received on Friday 20 November 2026; Tuesday the 24th is a holiday. */
@ModuleTest
class ClocksFollowADossierTest {

    private static final String TWO_ITEMS = "01-two-items-morning";

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-two-items-morning",
                "02-after-cut-off",
                "03-three-items-social-assistance",
                "04-four-items-social-insurance",
                "05-merit-two-agencies",
                "06-before-tet"
            })
    void every_agency_and_the_citizen_are_promised_what_the_sample_says(String sample) {
        var dossier = Walk.of(context, sample).dossier();

        var expected = Walk.map(Walk.sample(sample).get("expect"));
        var legs = (List<?>) Objects.requireNonNull(expected.get("legs"));
        for (Object leg : legs) {
            Map<String, Object> promised = Walk.map(leg);
            assertThat(dossier.legs())
                    .filteredOn(candidate -> candidate.leg().equals(promised.get("leg")))
                    .singleElement()
                    .extracting(Leg::dueAt, Leg::originalDueAt)
                    .containsOnly(moment(promised.get("dueAt")));
        }
        assertThat(dossier.legs()).hasSameSizeAs(legs);
        assertThat(dossier.promisedAt()).isEqualTo(moment(expected.get("promisedAt")));
        assertThat(dossier.originalPromisedAt()).isEqualTo(moment(expected.get("promisedAt")));
    }

    @Test
    void a_step_is_measured_from_when_it_opens_to_when_it_is_done() {
        var walk = Walk.of(context, TWO_ITEMS); // 10:05
        var task = walk.task(walk.number);
        assertThat(walk.clock(task))
                .containsEntry("unit", "an-hoa-tu-phap")
                .containsEntry("state", "RUNNING")
                .containsEntry("leg", "civil-status");
        assertThat(due(task)).isEqualTo(at("2026-11-20 13:35"));

        time.set(at("2026-11-20 13:05"));
        walk.ordinarySteps(walk.number);

        assertThat(walk.clock(task)).containsEntry("state", "STOPPED").containsEntry("consumed", 90 * 60L);
        assertThat(walk.ledger(task)).containsExactly("START", "STOP");
    }

    @Test
    void an_agency_owes_its_full_budget_from_when_it_really_begins_and_the_promise_stays() {
        var walk = Walk.of(context, TWO_ITEMS);
        time.set(at("2026-11-25 10:00"));

        walk.register();

        var police = walk.leg("police");
        assertThat(police.dueAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(police.originalDueAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.ledger(walk.number + "/police")).containsExactly("PLAN", "START");
        assertThat(walk.ledger(walk.number + "/civil-status")).containsExactly("START", "STOP");
    }

    @Test
    void a_late_leg_moves_what_is_owed_after_it_but_not_what_was_promised() {
        var walk = Walk.of(context, "05-merit-two-agencies");
        time.set(at("2026-11-25 10:00"));

        walk.register();

        assertThat(walk.leg("home-affairs").dueAt()).isEqualTo(at("2026-12-11 17:00"));
        assertThat(walk.leg("home-affairs").originalDueAt()).isEqualTo(at("2026-12-09 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-09 17:00"));
        assertThat(walk.ledger(walk.number + "/home-affairs")).containsExactly("PLAN", "RECOMPUTE");
    }

    @Test
    void an_agencys_own_dossier_is_due_when_its_leg_is() {
        var walk = Walk.of(context, TWO_ITEMS);

        walk.register();

        var own = context.getBean(vn.lienthong.dossier.Dossiers.class).get(walk.linked("police"));
        assertThat(own.promisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(own.legs()).extracting(Leg::dueAt).containsOnly(at("2026-11-30 17:00"));
        assertThat(jdbc.sql("select count(*) from deadline.clock where dossier = ? and level <> 'STEP'")
                        .param(own.number().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void the_wait_for_the_applicant_is_taken_out_of_the_clock_of_who_waits_and_of_the_promise() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        time.set(at("2026-11-20 11:00"));

        walk.supplementAsked(walk.number, "hotich");
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "PAUSED");
        assertThat(walk.clock(walk.number + "/civil-status")).containsEntry("state", "PAUSED");
        assertThat(walk.clock(walk.number + "/police")).containsEntry("state", "PLANNED");
        time.set(at("2026-11-25 09:00"));
        walk.supplemented(walk.number, "tiepnhan");

        assertThat(walk.clock(walk.number.value())).containsEntry("state", "RUNNING");
        assertThat(walk.leg("civil-status").dueAt()).isEqualTo(at("2026-11-25 17:00"));
        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-02 17:00"));
        assertThat(walk.dossier().originalPromisedAt()).isEqualTo(at("2026-11-30 17:00"));
        assertThat(walk.leg("civil-status").originalDueAt()).isEqualTo(at("2026-11-20 17:00"));
        assertThat(walk.ledger(walk.number.value())).containsExactly("START", "PAUSE", "RESUME");
        assertThat(walk.ledger(walk.number + "/police")).containsExactly("PLAN", "RECOMPUTE");
        assertThat(jdbc.sql("select actor || '|' || reason || '|' || legal_basis from deadline.entry"
                                + " where clock = ? and kind = 'PAUSE'")
                        .param(walk.number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("hotich|Thiếu bản chính giấy báo tử|118/2025/NĐ-CP");
    }

    @Test
    void an_agency_that_waits_pauses_its_own_leg_and_not_the_others() {
        var walk = Walk.of(context, "04-four-items-social-insurance");
        walk.register();
        var police = walk.linked("police");
        walk.until(police, "UserTask_Examine");
        time.set(at("2026-11-25 10:00"));

        walk.supplementAsked(police, "congan");
        assertThat(walk.clock(walk.number + "/police")).containsEntry("state", "PAUSED");
        assertThat(walk.clock(walk.number + "/social-insurance")).containsEntry("state", "RUNNING");
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "PAUSED");
        time.set(at("2026-11-26 10:00"));
        walk.supplemented(police, "congan");

        assertThat(walk.leg("police").dueAt()).isEqualTo(at("2026-12-01 17:00"));
        assertThat(walk.leg("social-insurance").dueAt()).isEqualTo(at("2026-12-03 17:00"));
        assertThat(walk.dossier().promisedAt())
                .as("social insurance takes longer anyway")
                .isEqualTo(at("2026-12-03 17:00"));
        assertThat(context.getBean(vn.lienthong.dossier.Dossiers.class)
                        .get(police)
                        .promisedAt())
                .isEqualTo(at("2026-12-01 17:00"));
    }

    @Test
    void an_applicant_who_does_not_answer_stops_the_clocks() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.until(walk.number, "UserTask_VerifyAndRegister");
        walk.supplementAsked(walk.number, "hotich");

        time.passUntil(at("2026-12-02 16:59"));
        assertThat(walk.dossier().state().key()).isEqualTo("supplement-requested");
        time.passUntil(at("2026-12-02 17:01")); // seven working days after the 20th

        assertThat(walk.dossier().state().key()).isEqualTo("stopped");
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "STOPPED");
        assertThat(running()).isZero();
        assertThat(walk.waking(walk.number)).isZero();
    }

    @Test
    void a_dossier_taken_back_stops_all_its_clocks() {
        var walk = Walk.of(context, TWO_ITEMS);

        walk.as(
                "tiepnhan",
                () -> context.getBean(vn.lienthong.dossier.Withdrawing.class).withdraw(walk.number, "Nộp nhầm nơi"));

        assertThat(running()).isZero();
        assertThat(walk.waking(walk.number)).isZero();
    }

    @Test
    void the_promise_is_kept_when_the_result_is_ready_not_when_it_is_fetched() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();
        walk.finish(walk.linked("police"));

        assertThat(walk.dossier().state().key()).isEqualTo("ready");
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "STOPPED");
        assertThat(walk.clock(walk.number + "/police")).containsEntry("state", "STOPPED");
    }

    @Test
    void nobody_changes_a_ledger_or_a_date_behind_its_back() {
        var walk = Walk.of(context, TWO_ITEMS);

        assertThatThrownBy(() ->
                        jdbc.sql("update deadline.entry set due_at = now()").update())
                .hasMessageContaining("the ledger of a clock is never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from deadline.entry").update())
                .hasMessageContaining("the ledger of a clock is never changed");
        assertThatThrownBy(() ->
                        jdbc.sql("update deadline.clock set due_at = now()").update())
                .hasMessageContaining("a due date changes only with its ledger");
        assertThatThrownBy(() -> jdbc.sql("update deadline.clock set original_due_at = now()")
                        .update())
                .hasMessageContaining("what was first promised is never changed");
        assertThatThrownBy(() -> jdbc.sql("update deadline.clock set due_at = now(), entries = entries + 1")
                        .update())
                .hasMessageContaining("does not follow from its ledger");
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-11-30 17:00"));
    }

    private Instant due(String clock) {
        return jdbc.sql("select due_at from deadline.clock where key = ?")
                .param(clock)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private int running() {
        return jdbc.sql("select count(*) from deadline.clock where state <> 'STOPPED'")
                .query(Integer.class)
                .single();
    }

    private static Instant moment(@org.jspecify.annotations.Nullable Object written) {
        return OffsetDateTime.parse(String.valueOf(written)).toInstant();
    }
}
