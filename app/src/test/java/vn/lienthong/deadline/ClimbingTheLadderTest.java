package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.lienthong.agency.calendar.Offices.at;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Received on Friday 20 November 2026, 10:05; Tuesday the 24th is a holiday. The first step has two working hours. */
@ModuleTest
class ClimbingTheLadderTest {

    private static final String TWO_ITEMS = "01-two-items-morning";

    @Autowired
    ApplicationContext context;

    @Autowired
    ApplicationEventMulticaster multicaster;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ringing ringing;

    private final List<Object> heard = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<?>> ear = event -> heard.add(event.getPayload());

    @BeforeEach
    void empty() {
        database.empty();
        multicaster.addApplicationListener(ear);
    }

    @AfterEach
    void now() {
        multicaster.removeApplicationListener(ear);
        time.reset();
    }

    @Test
    void a_step_that_runs_out_is_told_to_its_officer_to_the_head_and_to_those_who_watch() {
        var walk = Walk.of(context, TWO_ITEMS);

        time.passUntil(at("2026-11-20 13:10"));
        assertThat(walk.rungs()).isEmpty();
        time.passUntil(at("2026-11-20 13:12")); // four fifths of two hours
        assertThat(walk.rungs()).containsExactly("UserTask_VerifyAndRegister 80% assignee");
        time.passUntil(at("2026-11-20 13:36"));
        assertThat(walk.rungs()).last().isEqualTo("UserTask_VerifyAndRegister due unit-head");
        time.passUntil(at("2026-11-23 13:34"));
        assertThat(walk.rungs()).filteredOn(rung -> rung.startsWith("UserTask")).hasSize(2);
        time.passUntil(at("2026-11-23 13:36"));

        assertThat(walk.rungs())
                .filteredOn(rung -> rung.startsWith("UserTask"))
                .containsExactly(
                        "UserTask_VerifyAndRegister 80% assignee",
                        "UserTask_VerifyAndRegister due unit-head",
                        "UserTask_VerifyAndRegister +1 WORKING_DAY agency-head",
                        "UserTask_VerifyAndRegister +1 WORKING_DAY supervisor");
        assertThat(called("80% assignee")).isEqualTo("1 an-hoa-tu-phap {hotich}");
        // The unit has no head of its own, so the agency's is called.
        assertThat(called("due unit-head")).isEqualTo("2 an-hoa {lanhdao}");
        assertThat(called("+1 WORKING_DAY agency-head")).isEqualTo("3 an-hoa {lanhdao}");
        assertThat(called("+1 WORKING_DAY supervisor")).isEqualTo("3 an-hoa {giamsat}");
    }

    @Test
    void an_agency_without_a_supervisor_is_watched_by_the_one_that_gave_the_promise() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();

        time.passUntil(at("2026-11-26 12:00"));

        assertThat(walk.rungs()).contains("UserTask_AcceptHandover +1 WORKING_DAY supervisor");
        assertThat(jdbc.sql("select to_unit || ' ' || to_officers::text from deadline.escalation"
                                + " where unit = 'an-hoa-cong-an' and rung = '+1 WORKING_DAY supervisor'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("an-hoa {giamsat}");
    }

    @Test
    void every_rung_is_climbed_once_however_often_the_alarm_rings() {
        var walk = Walk.of(context, TWO_ITEMS);
        time.passUntil(at("2026-11-26 12:00"));
        var once = walk.rungs();

        for (int i = 0; i < 3; i++) {
            transaction.executeWithoutResult(tx -> ringing.ring(List.of(walk.number), time.now()));
        }

        assertThat(walk.rungs()).isEqualTo(once).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from dossier.event where root = ? and what = 'escalated'")
                        .param(walk.number.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(once.size());
    }

    @Test
    void what_fell_due_while_the_system_was_down_is_caught_up_in_order() {
        var walk = Walk.of(context, TWO_ITEMS);
        time.set(at("2026-12-03 09:00"));

        transaction.executeWithoutResult(tx -> ringing.ring(List.of(walk.number), time.now()));

        assertThat(walk.rungs())
                .filteredOn(rung -> rung.startsWith("UserTask"))
                .containsExactly(
                        "UserTask_VerifyAndRegister 80% assignee",
                        "UserTask_VerifyAndRegister due unit-head",
                        "UserTask_VerifyAndRegister +1 WORKING_DAY agency-head",
                        "UserTask_VerifyAndRegister +1 WORKING_DAY supervisor");
        assertThat(walk.rungs())
                .contains(
                        "civil-status due unit-head",
                        "dossier -1 WORKING_DAY supervisor",
                        "dossier due centre-director");
    }

    @Test
    void nobody_is_called_at_night_at_the_weekend_or_on_a_holiday() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();

        time.passUntil(at("2026-12-10 12:00"));

        var calls = jdbc.sql("select raised_at from deadline.escalation")
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .list();
        assertThat(calls)
                .hasSizeGreaterThan(8)
                .allSatisfy(call -> assertThat(
                                vn.lienthong.agency.calendar.Offices.ward().atWork(call))
                        .isEqualTo(call));
    }

    @Test
    void a_clock_that_stands_still_calls_nobody() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.supplementAsked(walk.number, "hotich");

        time.passUntil(at("2026-12-01 16:00")); // the promise was for 30 November

        assertThat(walk.rungs()).isEmpty();
        assertThat(heard(DeadlineMissed.class)).isEmpty();
    }

    @Test
    void work_that_is_done_calls_nobody_any_more() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();
        walk.finish(walk.linked("police"));

        time.passUntil(at("2026-12-04 12:00"));

        assertThat(walk.rungs()).isEmpty();
    }

    @Test
    void advice_comes_to_nothing_when_the_work_is_done() {
        var walk = Walk.of(context, TWO_ITEMS);
        time.passUntil(at("2026-11-20 13:20"));
        assertThat(states()).containsExactly("OPEN");

        walk.ordinarySteps(walk.number);

        assertThat(states()).containsExactly("SETTLED");
    }

    @Test
    void that_a_date_has_passed_is_announced_once_per_clock() {
        var walk = Walk.of(context, TWO_ITEMS);

        time.passUntil(at("2026-12-03 12:00"));

        assertThat(heard(DeadlineMissed.class))
                .extracting(DeadlineMissed::level, DeadlineMissed::leg, DeadlineMissed::dueAt)
                .containsExactlyInAnyOrder(
                        tuple(Level.STEP, "civil-status", at("2026-11-20 13:35")),
                        tuple(Level.LEG, "civil-status", at("2026-11-20 17:00")),
                        tuple(Level.DOSSIER, null, at("2026-11-30 17:00")));
        assertThat(heard(RungReached.class)).hasSize(walk.rungs().size());
    }

    @Test
    void a_promise_in_danger_becomes_a_draft_of_an_apology_with_a_new_date() {
        var walk = Walk.of(context, TWO_ITEMS);
        walk.register();

        time.passUntil(at("2026-11-27 16:59"));
        assertThat(apologies()).isEmpty();
        time.passUntil(at("2026-11-30 07:31"));

        assertThat(apologies()).containsExactly("an-hoa-cong-an an-hoa DRAFT");
        var proposed = jdbc.sql("select due_at, proposed_due_at from deadline.apology where dossier = ?")
                .param(walk.number.value())
                .query((row, i) -> List.of(instant(row.getTimestamp(1)), instant(row.getTimestamp(2))))
                .single();
        assertThat(proposed).containsExactly(at("2026-11-30 17:00"), at("2026-12-01 17:00"));
        assertThat(walk.dossier().promisedAt()).as("a draft moves nothing").isEqualTo(at("2026-11-30 17:00"));
    }

    @Test
    void the_new_date_lets_the_agencies_that_have_not_begun_do_their_part() {
        var walk = Walk.of(context, "05-merit-two-agencies");
        walk.register(); // allowance until 30 November, then the department's seven days

        time.passUntil(at("2026-12-09 07:31")); // the promise is for the 9th and the allowance is not done

        assertThat(jdbc.sql("select proposed_due_at from deadline.apology where dossier = ?")
                        .param(walk.number.value())
                        .query((row, i) -> instant(row.getTimestamp(1)))
                        .single())
                .isEqualTo(at("2026-12-21 17:00")); // tomorrow the 10th, and seven working days
    }

    @Test
    void the_same_rung_is_never_stored_twice() {
        var walk = Walk.of(context, TWO_ITEMS);
        time.passUntil(at("2026-11-20 13:20"));

        assertThatThrownBy(() -> jdbc.sql(
                                "insert into deadline.escalation (clock, rung, level, does, of_level, dossier,"
                                        + " root, unit, to_duty, to_unit, to_officers, units, due_at, reached_at, raised_at, state)"
                                        + " select clock, rung, level, does, of_level, dossier, root, unit, to_duty, to_unit,"
                                        + " to_officers, units, due_at, reached_at, raised_at, state from deadline.escalation")
                        .update())
                .hasMessageContaining("duplicate key");
        assertThat(walk.rungs()).hasSize(1);
    }

    private String called(String rung) {
        return jdbc.sql("select level || ' ' || to_unit || ' ' || to_officers::text from deadline.escalation"
                        + " where rung = ? and of_level = 'STEP' order by id limit 1")
                .param(rung)
                .query(String.class)
                .single();
    }

    private List<String> states() {
        return jdbc.sql("select state from deadline.escalation order by id")
                .query(String.class)
                .list();
    }

    private List<String> apologies() {
        return jdbc.sql("select responsible_unit || ' ' || unit || ' ' || state from deadline.apology")
                .query(String.class)
                .list();
    }

    private <T> List<T> heard(Class<T> type) {
        return heard.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
