package vn.lienthong.workflow;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts firing timers when every procedure is deployed, stops before the database goes away. */
@Component
class JobExecutorLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobExecutorLifecycle.class);

    private final JobExecutor jobs;
    private final EngineSettings settings;
    private final SharedTime time;
    private volatile boolean wanted;

    JobExecutorLifecycle(JobExecutor jobs, EngineSettings settings, SharedTime time) {
        this.jobs = jobs;
        this.time = time;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        wanted = settings.jobs();
        if (wanted) {
            jobs.start();
        }
    }

    /** Timers of a machine whose clock is wrong would fire on the wrong day; until it is right the other nodes fire them. */
    @Scheduled(fixedDelayString = "PT2S")
    void follow() {
        if (!wanted) {
            return;
        }
        try {
            boolean agrees = time.agrees();
            if (!agrees && jobs.isActive()) {
                LOG.error("the clock of this machine is {} ahead of the database's: no timers from here", time.ahead());
                jobs.shutdown();
            } else if (agrees && !jobs.isActive()) {
                LOG.info("the clock of this machine is right again");
                jobs.start();
            }
        } catch (DataAccessException e) {
            LOG.debug("the database cannot be asked what time it is", e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        wanted = false;
        if (jobs.isActive()) {
            jobs.shutdown();
        }
    }
}
