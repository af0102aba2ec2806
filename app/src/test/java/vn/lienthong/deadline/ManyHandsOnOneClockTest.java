package vn.lienthong.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/** Several people and several nodes at the clocks of one dossier at the same moment. */
@ModuleTest
@Timeout(60)
class ManyHandsOnOneClockTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clocks clocks;

    @Autowired
    Ringing ringing;

    @Autowired
    Recomputing recomputing;

    @Autowired
    Extending extending;

    @Autowired
    CurrentCaller caller;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void every_command_leaves_one_whole_entry_and_the_date_follows_from_all_of_them() throws Exception {
        var walk = Walk.of(context, "04-four-items-social-insurance");
        walk.register();
        var police = walk.linked("police");
        time.set(at("2026-11-25 10:00"));

        together(pausingAndResuming(walk.number, "tiepnhan"), pausingAndResuming(police, "congan"), () -> {
            for (int i = 0; i < 20; i++) {
                recompute(walk);
                ringing.doSome();
            }
            return "";
        });

        for (var clock : clocks(walk.number)) {
            var seqs = jdbc.sql("select seq from deadline.entry where clock = ? order by seq")
                    .param(clock)
                    .query(Integer.class)
                    .list();
            assertThat(seqs)
                    .as(clock)
                    .isEqualTo(java.util.stream.IntStream.rangeClosed(1, seqs.size())
                            .boxed()
                            .toList());
            assertThat(stillPaused(clock)).as(clock).isZero();
        }
        assertThat(walk.clock(walk.number.value())).containsEntry("state", "RUNNING");
        assertThat(walk.ledger(walk.number + "/police")).hasSizeGreaterThan(20);
        // Everything happened in one moment, so the wait took nothing out; what was promised is still right.
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-03 17:00"));
        var before = walk.ledger(walk.number.value());
        recompute(walk);
        assertThat(walk.ledger(walk.number.value())).isEqualTo(before);
    }

    @Test
    void of_two_who_grant_an_extension_at_once_one_is_refused() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        var wish = new Extension(3, null, "Chờ xác minh", null, null, "12/QĐ-UBND");
        var id = caller.as("hotich", () -> extending.propose(walk.number, wish, Locale.ENGLISH))
                .id();

        var answers = together(granting(id, "lanhdao"), granting(id, "giamdoc"), granting(id, "lanhdao"));

        assertThat(answers).filteredOn("granted"::equals).hasSize(1);
        assertThat(walk.dossier().promisedAt()).isEqualTo(at("2026-12-03 17:00"));
        assertThat(walk.ledger(walk.number.value())).containsExactly("START", "EXTEND");
    }

    @Test
    void nodes_that_ring_at_once_tell_every_rung_once() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 200);
        time.set(at("2026-11-23 07:30"));
        Callable<String> node = () -> {
            for (int idle = 0; idle < 3; ) {
                idle = ringing.doSome() ? 0 : idle + 1;
            }
            return "";
        };

        together(node, node, node, node);

        assertThat(jdbc.sql(
                                "select count(*) from deadline.escalation where dossier like 'S-%' and rung = 'due unit-head'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(200);
        assertThat(jdbc.sql("select count(distinct dossier) || ' ' || count(*) from dossier.event"
                                + " where dossier like 'S-%' and what = 'escalated'")
                        .query(String.class)
                        .single())
                .isEqualTo("200 200");
        assertThat(jdbc.sql("select count(*) from deadline.clock where next_rung_at <= ?")
                        .param(java.sql.Timestamp.from(time.now()))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_dossier_that_an_officer_has_in_hand_is_told_later_and_keeps_nobody_waiting() throws Exception {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 10);
        time.set(at("2026-11-23 07:30"));
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var executor = Executors.newSingleThreadExecutor();
        try {
            var officer = executor.submit(() -> transaction.execute(tx -> {
                context.getBean(vn.lienthong.dossier.Dossiers.class).current(new DossierNumber("S-5"));
                held.countDown();
                return await(done);
            }));
            held.await();
            while (ringing.doSome()) {
                // Until nothing is left that nobody holds.
            }
            assertThat(told()).hasSize(9).doesNotContain("S-5");

            done.countDown();
            officer.get();
            ringing.doSome();

            assertThat(told()).hasSize(10).contains("S-5");
        } finally {
            done.countDown();
            executor.shutdownNow();
        }
    }

    @Test
    void one_dossier_that_makes_trouble_keeps_no_other_from_being_told() {
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, 10);
        jdbc.sql("update dossier.dossier set edition = '1999-01-01' where number = 'S-3'")
                .update();
        time.set(at("2026-11-23 07:30"));

        while (ringing.doSome()) {
            // Until nothing is left.
        }

        assertThat(told()).hasSize(9).doesNotContain("S-3");
        assertThat(next("S-3")).as("tried again in a while").isEqualTo(at("2026-11-23 07:35"));
        jdbc.sql("update dossier.dossier set edition = '2025-07-01' where number = 'S-3'")
                .update();
        time.passUntil(at("2026-11-23 07:35"));
        assertThat(told()).contains("S-3");
    }

    @Test
    void a_system_that_comes_back_at_night_waits_for_the_morning() {
        var walk = Walk.of(context, "01-two-items-morning");
        time.set(at("2026-11-21 02:00")); // Saturday; the step was due on Friday afternoon

        assertThat(ringing.doSome()).isTrue();
        assertThat(ringing.doSome()).as("nor does it look again all night").isFalse();

        assertThat(walk.rungs()).isEmpty();
        assertThat(next(walk.number.value())).isEqualTo(at("2026-11-23 07:30"));
        time.passUntil(at("2026-11-23 07:30"));
        assertThat(walk.rungs())
                .containsSubsequence(
                        "UserTask_VerifyAndRegister 80% assignee", "UserTask_VerifyAndRegister due unit-head")
                .contains("civil-status due unit-head");
    }

    @Test
    void a_bell_that_is_late_by_some_seconds_still_rings_after_closing_time() {
        var ward = vn.lienthong.agency.calendar.Offices.ward();
        var toBeTold = at("2026-11-20 16:59");

        assertThat(Ladder.notAtNight(toBeTold, ward, at("2026-11-20 17:01"))).isEqualTo(toBeTold);
        assertThat(Ladder.notAtNight(toBeTold, ward, at("2026-11-20 17:20"))).isEqualTo(at("2026-11-23 07:30"));
        assertThat(Ladder.notAtNight(toBeTold, ward, at("2026-11-23 10:00"))).isEqualTo(toBeTold);
    }

    private void recompute(Walk walk) {
        transaction.executeWithoutResult(tx -> recomputing.follow(
                List.of(walk.number.value()), time.now(), Stopwatch.Cause.because("calendar"), null));
    }

    private Callable<String> granting(long id, String officer) {
        return () -> caller.as(officer, () -> {
            try {
                extending.grant(id, Locale.ENGLISH);
                return "granted";
            } catch (Refused refused) {
                return refused.code();
            }
        });
    }

    private Callable<String> pausingAndResuming(DossierNumber number, String officer) {
        return () -> caller.as(officer, () -> {
            for (int i = 0; i < 20; i++) {
                transaction.executeWithoutResult(tx -> clocks.pause(number, "Thiếu giấy tờ", "Điều 9", null));
                transaction.executeWithoutResult(tx -> clocks.resume(number));
            }
            return "";
        });
    }

    @SafeVarargs
    private static List<String> together(Callable<String>... hands) throws Exception {
        var barrier = new CyclicBarrier(hands.length);
        var executor = Executors.newFixedThreadPool(hands.length);
        try {
            var running = new ArrayList<java.util.concurrent.Future<String>>();
            for (var hand : hands) {
                running.add(executor.submit(() -> {
                    barrier.await();
                    return hand.call();
                }));
            }
            var answers = new ArrayList<String>();
            for (var hand : running) {
                answers.add(hand.get(50, TimeUnit.SECONDS));
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static String await(CountDownLatch latch) {
        try {
            return String.valueOf(latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private List<String> clocks(DossierNumber number) {
        return jdbc.sql("select key from deadline.clock where root = ?")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private int stillPaused(String clock) {
        return jdbc.sql("select count(*) filter (where kind = 'PAUSE') - count(*) filter (where kind = 'RESUME')"
                        + " from deadline.entry where clock = ?")
                .param(clock)
                .query(Integer.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("select dossier from deadline.escalation where dossier like 'S-%'")
                .query(String.class)
                .list();
    }

    private Instant next(String dossier) {
        return jdbc.sql("select min(next_rung_at) from deadline.clock where dossier = ?")
                .param(dossier)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single();
    }
}
