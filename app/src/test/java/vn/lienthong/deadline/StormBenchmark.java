package vn.lienthong.deadline;

import static vn.lienthong.agency.calendar.Offices.at;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
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

@ModuleTest
class StormBenchmark {

    private static final int RUNGS = Integer.getInteger("storm.rungs", 50_000);
    private static final int TIMERS = Integer.getInteger("storm.timers", 10_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @AfterEach
    void now() {
        time.reset();
    }

    @Test
    void old() throws Exception {
        database.empty();
        var walk = Walk.of(context, "01-two-items-morning");
        new Storm(jdbc).of(walk.number, RUNGS);
        time.set(at("2026-11-23 07:30"));
        var ringing = context.getBean(Ringing.class);
        long start = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < Integer.getInteger("storm.threads", 2); i++) { var t = new Thread(() -> { while (ringing.doSome()); }); threads.add(t); t.start(); }
        for (var t : threads) t.join();
        int last = jdbc.sql("select count(*) from deadline.escalation").query(Integer.class).single();
        System.out.printf(Locale.ROOT, "old: %d rungs, %.0f rungs/s%n", last, last / ((System.nanoTime() - start) / 1e9));
    }
}
