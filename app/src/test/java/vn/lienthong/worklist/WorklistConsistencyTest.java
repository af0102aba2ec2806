package vn.lienthong.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lienthong.agency.Duty;
import vn.lienthong.testing.Database;
import vn.lienthong.testing.ModuleTest;
import vn.lienthong.workflow.TimeMachine;

@ModuleTest
class WorklistConsistencyTest {

    @Autowired
    WorklistConsistency consistency;

    private final Work work;

    @Autowired
    LineMapper lines;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Database database;

    @Autowired
    TimeMachine time;

    @Autowired
    WorklistConsistencyTest(AutowireCapableBeanFactory beans) {
        this.work = beans.createBean(Work.class);
    }

    @BeforeEach
    void nothing_to_do_yet() {
        database.empty();
    }

    @AfterEach
    void clock_back() {
        time.reset();
    }

    @Test
    void a_worklist_that_nobody_touched_agrees_with_the_engine() {
        work.received("01-two-items-morning");

        WorklistConsistency.Report report = consistency.check();

        assertThat(report.steps()).isEqualTo(1);
        assertThat(report.consistent()).isTrue();
    }

    @Test
    void a_line_deleted_by_hand_is_reported_and_put_back_as_it_was() {
        Line line = work.openStepOf(work.received("01-two-items-morning"));
        jdbc.sql("delete from worklist.line").update();

        assertThat(consistency.check().missing()).containsExactly(line.taskId());
        assertThat(consistency.repair().missing()).containsExactly(line.taskId());

        assertThat(lines.find(line.taskId())).isEqualTo(line);
        assertThat(consistency.check().consistent()).isTrue();
    }

    @Test
    void a_line_without_a_step_is_reported_and_taken_away() {
        String ghost = work.at("an-hoa-cong-an", Duty.CASE_OFFICER, null);

        assertThat(consistency.check().leftOver()).containsExactly(ghost);
        consistency.repair();

        assertThat(lines.find(ghost)).isNull();
        assertThat(consistency.check().consistent()).isTrue();
    }
}
