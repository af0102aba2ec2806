package vn.lienthong.operations.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import vn.lienthong.workflow.EngineHealth.Jobs;

class JobExecutorHealthTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T01:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_running_executor_without_late_jobs_is_well() {
        assertThat(health(new Jobs(true, true, 0, null, 0)).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_node_that_is_not_to_run_jobs_is_well_without() {
        assertThat(health(new Jobs(false, false, 0, null, 0)).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_node_whose_executor_stands_still_is_down() {
        assertThat(health(new Jobs(true, false, 0, null, 0)).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void overdue_jobs_want_attention_and_say_since_when() {
        Health health = health(new Jobs(true, true, 3, MORNING, 0));

        assertThat(health.getStatus()).isEqualTo(Attention.STATUS);
        assertThat(health.getDetails()).containsEntry("overdueJobs", 3L).containsEntry("oldestDue", MORNING);
    }

    @Test
    void failed_jobs_want_attention_and_are_counted() {
        Health health = health(new Jobs(true, true, 0, null, 2));

        assertThat(health.getStatus()).isEqualTo(Attention.STATUS);
        assertThat(meters.get("lienthong.jobs.failed").gauge().value()).isEqualTo(2);
        assertThat(meters.get("lienthong.jobs.overdue").gauge().value()).isZero();
    }

    @Test
    void many_watchers_cost_one_question() {
        AtomicInteger questions = new AtomicInteger();
        Recently<Integer> recently = new Recently<>(Duration.ofHours(1), questions::incrementAndGet);

        recently.get();
        recently.get();

        assertThat(questions).hasValue(1);
    }

    @Test
    void an_old_answer_is_asked_again() {
        AtomicInteger questions = new AtomicInteger();
        Recently<Integer> recently = new Recently<>(Duration.ofNanos(-1), questions::incrementAndGet);

        recently.get();
        recently.get();

        assertThat(questions).hasValue(2);
    }

    private Health health(Jobs jobs) {
        return new JobExecutorHealth(new Recently<>(Duration.ofHours(1), () -> jobs), meters).health();
    }
}
