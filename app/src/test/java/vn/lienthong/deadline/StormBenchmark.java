package vn.lienthong.deadline;

import static vn.lienthong.agency.calendar.Offices.at;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Date;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.operations.EmbeddedPostgreSql;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.testing.SharedPostgreSql;
import vn.lienthong.workflow.TimeMachine;

/**
 * How many rungs a second are told when very many fall due at 07:30, against as many timers of a plain engine with default
 * settings on the same PostgreSQL in the same run. Ours finds who holds the duty, writes the escalation, the dossier's
 * history and the announcement that the date has passed; theirs does nothing but fire.
 *
 * <p>Not part of the normal run; start it with {@code mvn -pl app -am test -Dtest=StormBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}, optionally with {@code -Dstorm.rungs=50000 -Dstorm.timers=10000 -Dstorm.rounds=3 -Dstorm.threads=2}.
 */
@ModuleTest
class StormBenchmark {

    private static final int RUNGS = Integer.getInteger("storm.rungs", 50_000);
    private static final int TIMERS = Integer.getInteger("storm.timers", 10_000);
    private static final int ROUNDS = Integer.getInteger("storm.rounds", 3);
    private static final int THREADS = Integer.getInteger("storm.threads", 2);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    Ringing ringing;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void measure_both() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            report("ours", round, RUNGS, ours());
            time.reset();
            report("plain timers", round, TIMERS, plainTimers());
        }
    }

    private double ours() throws InterruptedException {
        database.empty();
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, RUNGS);
        time.set(at("2026-11-23 07:30"));
        long start = System.nanoTime();
        var threads = IntStream.range(0, THREADS)
                .mapToObj(i -> new Thread(() -> {
                    while (ringing.doSome()) {
                        // Until nothing is due.
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (var thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        int told = jdbc.sql("select count(*) from deadline.escalation where dossier like 'S-%'")
                .query(Integer.class)
                .single();
        if (told != RUNGS) {
            throw new AssertionError(told + " told of " + RUNGS);
        }
        return seconds;
    }

    private static double plainTimers() throws Exception {
        EmbeddedPostgreSql server = SharedPostgreSql.server();
        String database = "storm_benchmark";
        try (Connection admin = DriverManager.getConnection(
                server.jdbcUrl("postgres"), EmbeddedPostgreSql.superuser(), server.password())) {
            admin.createStatement().execute("drop database if exists " + database + " with (force)");
            admin.createStatement().execute("create database " + database + " owner " + server.username());
        }
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("storm");
        var connections = new HikariDataSource();
        connections.setJdbcUrl(server.jdbcUrl(database));
        connections.setUsername(server.username());
        connections.setPassword(server.password());
        // Each of the executor's ten threads needs a second one when the engine takes new ids.
        connections.setMaximumPoolSize(30);
        configuration.setDataSource(connections);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryTimeToLive("P30D");
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            start(engine);
            long start = System.nanoTime();
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getJobExecutor()
                    .start();
            while (left(connections) > 0) {
                Thread.sleep(200);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            engine.close();
            connections.close();
        }
    }

    /** Processes that are each at a task with a timer that is due. */
    private static void start(ProcessEngine engine) throws InterruptedException {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "storm.bpmn",
                        Bpmn.createExecutableProcess("storm")
                                .startEvent()
                                .userTask("work")
                                .endEvent()
                                .moveToActivity("work")
                                .boundaryEvent("rung")
                                .cancelActivity(false)
                                .timerWithDate("${due}")
                                .endEvent()
                                .done())
                .deploy();
        var due = new Date(System.currentTimeMillis() - 60_000);
        var starters = new ArrayList<Thread>();
        for (int i = 0; i < 4; i++) {
            var starter = new Thread(() -> {
                for (int n = 0; n < TIMERS / 4; n++) {
                    engine.getRuntimeService().startProcessInstanceByKey("storm", java.util.Map.of("due", due));
                }
            });
            starters.add(starter);
            starter.start();
        }
        for (var starter : starters) {
            starter.join();
        }
    }

    private static long left(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from act_ru_job where handler_type_ = 'timer-transition'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void report(String what, int round, int count, double seconds) {
        System.out.printf(
                Locale.ROOT, "%-14s round %d: %,d in %.1f s, %,.0f/s%n", what, round, count, seconds, count / seconds);
    }
}
