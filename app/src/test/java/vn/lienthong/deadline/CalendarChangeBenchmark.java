package vn.lienthong.deadline;

import static vn.lienthong.agency.calendar.Offices.at;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
    void measure() throws InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            measure(round);
        }
    }

    private void measure(int round) throws InterruptedException {
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
        var ending = new AtomicBoolean();
        var waits = new java.util.concurrent.ConcurrentLinkedQueue<Long>();
        var officer = new Thread(() -> write(dossiers, ending, waits));
        officer.start();
        double apply = worked();
        ending.set(true);
        officer.join();
        int moved = jdbc.sql("select count(*) from deadline.entry where kind = 'RECOMPUTE'")
                .query(Integer.class)
                .single();
        long[] sorted = waits.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "round %d: %,d clocks of %,d dossiers: preview %.1f s, recomputed in %.1f s (%,.0f clocks/s, %,d lines in"
                        + " ledgers); an officer's %,d writes meanwhile p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                round,
                dossiers * CLOCKS_A_DOSSIER,
                dossiers,
                preview,
                apply,
                dossiers * CLOCKS_A_DOSSIER / apply,
                moved,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6);
    }

    /** Somebody at work on these very dossiers, ten times a second. */
    private void write(int dossiers, AtomicBoolean ending, java.util.Collection<Long> waits) {
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
