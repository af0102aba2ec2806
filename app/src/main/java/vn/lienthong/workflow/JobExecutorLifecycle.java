package vn.lienthong.workflow;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts firing timers when every procedure is deployed, stops before the database goes away. */
@Component
class JobExecutorLifecycle {

    private final JobExecutor jobs;
    private final EngineSettings settings;

    JobExecutorLifecycle(JobExecutor jobs, EngineSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.jobs()) {
            jobs.start();
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        if (jobs.isActive()) {
            jobs.shutdown();
        }
    }
}
