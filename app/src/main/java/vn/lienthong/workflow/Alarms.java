package vn.lienthong.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

/**
 * Alarms that the engine's clustered job executor rings: one per key, lazily moved. An alarm that should ring later than
 * it is set for is left alone; it rings, finds nothing due and says when it wants to ring next.
 */
@Component
public class Alarms {

    private final ProcessEngineConfigurationImpl engine;

    Alarms(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** Makes sure that the alarm of this key rings no later than the given moment. */
    public void arm(String key, Instant at) {
        run(context -> {
            List<JobEntity> live = live(context, key);
            if (live.isEmpty()) {
                create(context, key, at);
            } else if (live.get(0).getDuedate().toInstant().isAfter(at)) {
                live.get(0).setDuedate(Date.from(at));
            }
        });
    }

    /** Silences the alarm of this key for good. */
    public void disarm(String key) {
        run(context -> live(context, key).forEach(JobEntity::delete));
    }

    static void create(CommandContext context, String key, Instant at) {
        var timer = new TimerEntity();
        timer.setJobHandlerType(AlarmJob.TYPE);
        timer.setJobHandlerConfiguration(new AlarmJob.Key(key));
        timer.setDuedate(Date.from(at));
        timer.setRetries(context.getProcessEngineConfiguration().getDefaultNumberOfRetries());
        context.getJobManager().schedule(timer);
    }

    private static List<JobEntity> live(CommandContext context, String key) {
        JobEntity ringing = context.getCurrentJob();
        return context.getJobManager().findJobsByConfiguration(AlarmJob.TYPE, key, null).stream()
                .filter(job -> ringing == null || !job.getId().equals(ringing.getId()))
                .toList();
    }

    private void run(java.util.function.Consumer<CommandContext> work) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            work.accept(context);
            return Boolean.TRUE;
        });
    }
}
