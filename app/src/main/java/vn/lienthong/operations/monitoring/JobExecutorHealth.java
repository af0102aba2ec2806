package vn.lienthong.operations.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import vn.lienthong.workflow.EngineHealth;
import vn.lienthong.workflow.EngineHealth.Jobs;

/**
 * The engine's job executor: deadlines ring only while it runs. A node whose executor stands still is down; overdue or
 * failed jobs are everybody's and take no node out of service, but want a person's attention.
 */
@Component("jobExecutorHealthIndicator")
class JobExecutorHealth extends AbstractHealthIndicator {

    private final Recently<Jobs> jobs;

    @Autowired
    JobExecutorHealth(EngineHealth engine, Monitoring monitoring, MeterRegistry meters) {
        this(new Recently<>(monitoring.lookEvery(), () -> engine.jobs(monitoring.jobPatience())), meters);
    }

    JobExecutorHealth(Recently<Jobs> jobs, MeterRegistry meters) {
        super("The job executor cannot be asked");
        this.jobs = jobs;
        Gauge.builder("lienthong.jobs.overdue", () -> jobs.get().overdue())
                .description("Engine jobs that are late")
                .register(meters);
        Gauge.builder("lienthong.jobs.failed", () -> jobs.get().failed())
                .description("Engine jobs that need a person")
                .register(meters);
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Jobs now = jobs.get();
        if (now.wanted() && !now.running()) {
            builder.down();
        } else if (now.overdue() > 0 || now.failed() > 0) {
            builder.status(Attention.STATUS);
        } else {
            builder.up();
        }
        builder.withDetail("wanted", now.wanted())
                .withDetail("running", now.running())
                .withDetail("overdueJobs", now.overdue())
                .withDetail("failedJobs", now.failed());
        @Nullable Instant oldest = now.oldestDue();
        if (oldest != null) {
            builder.withDetail("oldestDue", oldest);
        }
    }
}
