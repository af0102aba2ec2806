package vn.lienthong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lienthong.testing.ModuleTest;

/** Other tests leave jobs behind, so everything is counted from what was there before. */
@ModuleTest
class EngineHealthTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Autowired
    EngineHealth engine;

    @Autowired
    Alarms alarms;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    private final String key = "health-" + System.nanoTime();
    private EngineHealth.Jobs before = new EngineHealth.Jobs(false, false, 0, null, 0);

    @BeforeEach
    void counted() {
        before = engine.jobs(PATIENCE);
    }

    @AfterEach
    void silenced() {
        alarms.disarm(key);
    }

    @Test
    void a_job_is_overdue_when_patience_has_ended() {
        Instant now = clock.instant();
        alarms.arm(key, now.minus(PATIENCE.dividedBy(2)));
        assertThat(engine.jobs(PATIENCE).overdue()).isEqualTo(before.overdue());

        alarms.arm(key, now.minus(PATIENCE.multipliedBy(2)));

        EngineHealth.Jobs jobs = engine.jobs(PATIENCE);
        assertThat(jobs.overdue()).isEqualTo(before.overdue() + 1);
        assertThat(jobs.oldestDue()).isNotNull().isBefore(now.minus(PATIENCE));
    }

    @Test
    void a_job_without_tries_left_is_failed_and_may_be_tried_again() {
        alarms.arm(key, clock.instant().plus(Duration.ofDays(1)));
        Job job = management.createJobQuery().active().list().stream()
                .filter(candidate -> candidate.getProcessDefinitionKey() == null)
                .reduce((first, second) -> second)
                .orElseThrow();
        management.setJobRetries(job.getId(), 0);
        assertThat(engine.jobs(PATIENCE).failed()).isEqualTo(before.failed() + 1);
        assertThat(engine.failedJobs()).extracting(EngineHealth.FailedJob::id).contains(job.getId());

        engine.retryFailedJobs();

        assertThat(engine.jobs(PATIENCE).failed()).isZero();
    }

    @Test
    void tests_run_jobs_by_hand() {
        assertThat(before.wanted()).isFalse();
        assertThat(before.running()).isFalse();
    }
}
