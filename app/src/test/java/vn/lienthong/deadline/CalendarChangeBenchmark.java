package vn.lienthong.deadline;

import static vn.lienthong.agency.calendar.Offices.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Changed;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

/**
 * How long a swap of working days takes that moves the dates of very many open clocks, and how long an officer waits
 * meanwhile who wants to write into one of their dossiers.
 *
 * <p>Not part of the normal run; start it with {@code mvn -pl app -am test -Dtest=CalendarChangeBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}, optionally with {@code -Dchange.clocks=100000 -Dchange.rounds=3}.
 */
@ModuleTest
class CalendarChangeBenchmark {

    private static final int CLOCKS = Integer.getInteger("change.clocks", 100_000);
    private static final int ROUNDS = Integer.getInteger("change.rounds", 3);
    private static final int THREADS = Integer.getInteger("change.threads", 2);

    /** How long an officer works before anything else goes on, to compare with. */
    private static final Duration ALONE = Duration.ofSeconds(Integer.getInteger("change.alone", 20));

    /** A dossier of two items: the promise and what two agencies owe. */
    private static final int CLOCKS_A_DOSSIER = 3;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Calendars calendars;

    @Autowired
    ChangingCalendars changing;

    @Autowired
    FollowingCalendars following;

    @Autowired
    CurrentCaller caller;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void asBefore() {
        restore();
        time.reset();
    }

    @Test
    void measure() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round);
        }
    }

    private void measure(int round) throws Exception {
        restore();
        database.empty();
        var walk = Walk.of(context, "01-two-items-morning");
        int dossiers = CLOCKS / CLOCKS_A_DOSSIER;
        new Storm(jdbc).of(walk.number, dossiers);
        var id = caller.as(
                "nghiepvu",
                () -> changing.propose(new ChangingCalendars.Wish(
                        "vn-public-service",
                        "777/TB-BNV",
                        "",
                        List.of(new ChangingCalendars.DayWish("2026-11-26", "HOLIDAY", "Nghỉ hoán đổi", List.of())))));
        double preview = worked();
        caller.as("lanhdao", () -> {
            changing.approve(id);
            return "";
        });
        time.set(time.now().plusSeconds(6));
        var alone = new ArrayList<Long>();
        beside(dossiers, alone, () -> {
            Thread.sleep(ALONE.toMillis());
            return 0.0;
        });
        var waits = new ArrayList<Long>();
        double apply = beside(dossiers, waits, this::worked);
        int moved = jdbc.sql("select count(*) from deadline.entry where kind = 'RECOMPUTE'")
                .query(Integer.class)
                .single();
        System.out.printf(
                Locale.ROOT,
                "round %d: %,d clocks of %,d dossiers: preview %.1f s, recomputed in %.1f s (%,.0f clocks/s, %,d lines in"
                        + " ledgers); an officer's writes alone %s, meanwhile %s%n",
                round,
                dossiers * CLOCKS_A_DOSSIER,
                dossiers,
                preview,
                apply,
                dossiers * CLOCKS_A_DOSSIER / apply,
                moved,
                said(alone),
                said(waits));
    }

    private static String said(List<Long> waits) {
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "(%,d) p50 %.1f ms, p99 %.1f ms, longest %.0f ms",
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    /** What somebody's work costs an officer. */
    private double beside(int dossiers, List<Long> waits, Callable<Double> work) throws Exception {
        var ending = new AtomicBoolean();
        var officer = new Thread(() -> write(dossiers, ending, waits));
        officer.start();
        try {
            return work.call();
        } finally {
            ending.set(true);
            officer.join();
        }
    }

    /** Somebody at work on these very dossiers, ten times a second. */
    private void write(int dossiers, AtomicBoolean ending, List<Long> waits) {
        var random = new java.util.Random(7);
        while (!ending.get()) {
            var number = new DossierNumber("S-" + (1 + random.nextInt(dossiers)));
            long start = System.nanoTime();
            transaction.executeWithoutResult(tx -> {
                context.getBean(Dossiers.class).current(number);
                context.getBean(Timeline.class).append(number, "opened", java.util.Map.of());
            });
            waits.add(System.nanoTime() - start);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private double worked() throws InterruptedException {
        long start = System.nanoTime();
        var nodes = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> {
                    while (following.doSome()) {
                        // Until nothing is left.
                    }
                }))
                .toList();
        nodes.forEach(Thread::start);
        for (var node : nodes) {
            node.join();
        }
        while (following.doSome()) {
            // What another thread had in hand.
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void restore() {
        jdbc.sql("delete from agency.calendar_day where source = '777/TB-BNV'").update();
        Changed.calendars(calendars);
        time.set(at("2026-11-20 10:30"));
    }
}
