package vn.lienthong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
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
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    private final List<String> ours = new ArrayList<>();
    private EngineHealth.Jobs before = new EngineHealth.Jobs(false, false, 0, null, 0);

    @BeforeEach
    void counted() {
        before = engine.jobs(PATIENCE);
    }

    @AfterEach
    void asBefore() {
        ours.forEach(management::deleteJob);
    }

    @Test
    void a_job_is_overdue_when_patience_has_ended() {
        Instant now = clock.instant();
        Job job = aJob(now.minus(PATIENCE.dividedBy(2)));
        assertThat(engine.jobs(PATIENCE).overdue()).isEqualTo(before.overdue());

        management.setJobDuedate(job.getId(), Date.from(now.minus(PATIENCE.multipliedBy(2))));

        EngineHealth.Jobs jobs = engine.jobs(PATIENCE);
        assertThat(jobs.overdue()).isEqualTo(before.overdue() + 1);
        assertThat(jobs.oldestDue()).isNotNull().isBefore(now.minus(PATIENCE));
    }

    @Test
    void a_job_without_tries_left_is_failed_and_may_be_tried_again() {
        Job job = aJob(clock.instant().plus(Duration.ofDays(1)));
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

    /** Any work for the engine: that it suspends a procedure on a day. */
    private Job aJob(Instant due) {
        Set<String> known =
                management.createJobQuery().list().stream().map(Job::getId).collect(Collectors.toSet());
        repository
                .updateProcessDefinitionSuspensionState()
                .byProcessDefinitionKey("death-registration")
                .executionDate(Date.from(due))
                .suspend();
        Job job = management.createJobQuery().list().stream()
                .filter(candidate -> !known.contains(candidate.getId()))
                .findFirst()
                .orElseThrow();
        ours.add(job.getId());
        return job;
    }
}
