package vn.lienthong.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.ConfigurableTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SampleDossier;

/**
 * What the log costs a command, with and without it in alternating rounds, and how long its check takes. Not part of the
 * normal run; start it with {@code mvn -pl app -am test -Dtest=LogBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ModuleTest
class LogBenchmark {

    private static final int ROUNDS = 7;
    private static final int COMMANDS = 400;
    private static final int OFFICERS = 4;

    @Autowired
    MockMvc web;

    @Autowired
    ConfigurableTransactionManager transactions;

    @Autowired
    Verification verification;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Log log;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Test
    void measure() throws Exception {
        database.empty();
        List<String> tasks = tasks();
        var listeners = List.copyOf(transactions.getTransactionExecutionListeners());
        List<long[]> with = new ArrayList<>();
        List<long[]> without = new ArrayList<>();
        round(tasks);
        for (int i = 0; i < ROUNDS; i++) {
            transactions.setTransactionExecutionListeners(listeners);
            with.add(round(tasks));
            transactions.setTransactionExecutionListeners(List.of());
            without.add(round(tasks));
        }
        transactions.setTransactionExecutionListeners(listeners);
        report("with the log", with);
        report("without", without);

        int entries = 100_000;
        for (int i = 0; i < entries; i += 1000) {
            int from = i;
            transaction.executeWithoutResult(status -> {
                for (int j = from; j < from + 1000; j++) {
                    log.append(new Entry(
                            UUID.randomUUID(),
                            Instant.parse("2026-11-20T03:00:00Z").plusSeconds(j / 10),
                            "hotich",
                            null,
                            "an-hoa-tu-phap",
                            "POST /tasks/{taskId}/complete",
                            Map.of("taskId", String.valueOf(j)),
                            List.of(),
                            List.of(),
                            null));
                }
            });
        }
        for (int i = 0; i < 3; i++) {
            long begun = System.nanoTime();
            Verification.Report report = verification.verify(null, null);
            System.out.printf(
                    Locale.ROOT,
                    "check of %,d entries and %,d lines of history: %.1f s%n",
                    report.entries(),
                    report.lines(),
                    (System.nanoTime() - begun) / 1e9);
        }
        database.empty();
    }

    /** Steps of one unit, received over the API. */
    private List<String> tasks() throws Exception {
        var json = JsonMapper.builder().build();
        String request = json.writeValueAsString(
                SampleDossier.of("death-registration/01-two-items-morning").request());
        for (int i = 0; i < OFFICERS; i++) {
            web.perform(MockMvcRequestBuilders.post("/api/v1/dossiers")
                    .contentType("application/json")
                    .content(request)
                    .with(SecurityMockMvcRequestPostProcessors.httpBasic("tiepnhan", "demo")));
        }
        return jdbc.sql("select task_id from worklist.line where unit = 'an-hoa-tu-phap'")
                .query(String.class)
                .list();
    }

    /** All at once claim and release, each a step of their own. @return nanoseconds of each command, sorted */
    private long[] round(List<String> tasks) throws Exception {
        ExecutorService officers = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Callable<long[]>> work = tasks.stream()
                    .<Callable<long[]>>map(task -> () -> {
                        long[] took = new long[COMMANDS / tasks.size()];
                        for (int i = 0; i < took.length; i++) {
                            String command = i % 2 == 0 ? "claim" : "release";
                            long begun = System.nanoTime();
                            int status = web.perform(MockMvcRequestBuilders.post(
                                                    "/api/v1/tasks/" + task + "/" + command)
                                            .contentType("application/json")
                                            .content("{\"reason\": \"đo\"}")
                                            .with(SecurityMockMvcRequestPostProcessors.httpBasic("hotich", "demo")))
                                    .andReturn()
                                    .getResponse()
                                    .getStatus();
                            took[i] = System.nanoTime() - begun;
                            if (status >= 300) {
                                throw new IllegalStateException(command + " " + status);
                            }
                        }
                        return took;
                    })
                    .toList();
            List<Long> all = new ArrayList<>();
            for (var done : officers.invokeAll(work)) {
                for (long one : done.get()) {
                    all.add(one);
                }
            }
            return all.stream().mapToLong(Long::longValue).sorted().toArray();
        } finally {
            officers.shutdown();
        }
    }

    private static void report(String name, List<long[]> rounds) {
        long[] all = rounds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-14s p50 %.2f ms, p99 %.2f ms, round medians %.2f to %.2f ms%n",
                name,
                all[all.length / 2] / 1e6,
                all[all.length * 99 / 100] / 1e6,
                rounds.stream().mapToLong(r -> r[r.length / 2]).min().orElse(0) / 1e6,
                rounds.stream().mapToLong(r -> r[r.length / 2]).max().orElse(0) / 1e6);
    }
}
