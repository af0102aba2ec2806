package vn.lienthong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets a machine's clock while its node runs: forwards or back, it fires no timer until the clock is right again. */
class AClockThatJumpsTest {

    private static final Instant THERE = Instant.parse("2026-11-23T03:00:00Z");

    private final Machine machine = new Machine();
    private final Executor jobs = new Executor();
    private final JobExecutorLifecycle node = new JobExecutorLifecycle(
            jobs,
            new EngineSettings(true, 4, 20, Duration.ofSeconds(1), Duration.ofSeconds(10)),
            new SharedTime(() -> THERE.plus(machine.uptime), machine, () -> machine.uptime.toNanos()));

    @ParameterizedTest
    @ValueSource(strings = {"P365D", "PT61S", "PT-61S", "P-365D"})
    void no_timer_fires_from_there_until_it_is_right_again(Duration jump) {
        node.start();
        pass(Duration.ofSeconds(2));
        assertThat(jobs.isActive()).isTrue();

        machine.wrongBy = jump;
        pass(Duration.ofSeconds(2));
        assertThat(jobs.isActive()).as("after the jump").isFalse();

        machine.wrongBy = Duration.ZERO;
        pass(Duration.ofSeconds(2));
        assertThat(jobs.isActive()).as("after it was mended").isTrue();
    }

    @Test
    void a_node_that_is_told_to_stop_stays_so() {
        node.start();
        node.stop();
        pass(Duration.ofSeconds(2));

        assertThat(jobs.isActive()).isFalse();
    }

    private void pass(Duration time) {
        machine.uptime = machine.uptime.plus(time);
        node.follow();
    }

    private static final class Machine extends Clock {

        private Duration uptime = Duration.ZERO;
        private Duration wrongBy = Duration.ZERO;

        @Override
        public Instant instant() {
            return THERE.plus(uptime).plus(wrongBy);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Executor extends JobExecutor {

        @Override
        protected void startExecutingJobs() {}

        @Override
        protected void stopExecutingJobs() {}

        @Override
        public void executeJobs(List<String> ids, ProcessEngineImpl engine) {}
    }
}
