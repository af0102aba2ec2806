package vn.lienthong.workflow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the engine's own work, the timers that the law draws, gets on. */
@Component
public class EngineHealth {

    /**
     * The job executor of this node, and the jobs that all nodes share.
     *
     * @param wanted whether this node is to run jobs at all
     * @param running whether it does
     * @param overdue jobs whose time has come and gone by more than was asked about, with tries left
     * @param oldestDue when the oldest of those was due
     * @param failed jobs that were tried as often as they may be; each needs a person
     */
    public record Jobs(
            boolean wanted,
            boolean running,
            long overdue,
            @Nullable Instant oldestDue,
            long failed) {}

    /**
     * A job that was tried as often as it may be. Why, the log says: a message may quote a citizen's data.
     *
     * @param element where in the diagram; null for work of the engine itself
     */
    public record FailedJob(
            String id,
            @Nullable String process,
            @Nullable String element,
            @Nullable Instant dueAt) {}

    private final JobExecutor executor;
    private final EngineSettings settings;
    private final ManagementService management;
    private final Clock clock;

    EngineHealth(JobExecutor executor, EngineSettings settings, ManagementService management, Clock clock) {
        this.executor = executor;
        this.settings = settings;
        this.management = management;
        this.clock = clock;
    }

    /** @param patience how late a job may be without anybody being told */
    public Jobs jobs(Duration patience) {
        Date due = Date.from(clock.instant().minus(patience));
        long overdue = management
                .createJobQuery()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(due)
                .count();
        List<Job> oldest = overdue == 0
                ? List.of()
                : management
                        .createJobQuery()
                        .active()
                        .withRetriesLeft()
                        .duedateLowerThan(due)
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1);
        return new Jobs(
                settings.jobs(),
                executor.isActive(),
                overdue,
                oldest.isEmpty() ? null : oldest.get(0).getDuedate().toInstant(),
                management.createJobQuery().noRetriesLeft().count());
    }

    /** The oldest failed jobs, a hundred at most. */
    public List<FailedJob> failedJobs() {
        return management.createJobQuery().noRetriesLeft().orderByJobDuedate().asc().listPage(0, 100).stream()
                .map(EngineHealth::failed)
                .toList();
    }

    private static FailedJob failed(Job job) {
        return new FailedJob(
                job.getId(),
                job.getProcessDefinitionKey(),
                job.getFailedActivityId(),
                job.getDuedate() == null ? null : job.getDuedate().toInstant());
    }

    /**
     * Tries failed jobs once more, after a person has removed the cause; a job that fails again is back in the list.
     *
     * @return how many
     */
    public int retryFailedJobs() {
        List<FailedJob> failed = failedJobs();
        failed.forEach(job -> management.setJobRetries(job.id(), 1));
        return failed.size();
    }
}
