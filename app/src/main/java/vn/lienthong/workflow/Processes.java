package vn.lienthong.workflow;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Starts and drives processes. Everything happens in the caller's transaction. */
@Component
public class Processes {

    /** The variable that carries an officer's answer to the gateway behind the step; never stored. */
    static final String OUTCOME = "outcome";

    private static final String OURSELVES = "lienthong";

    private static final long LOCKED_FOR = Duration.ofMinutes(1).toMillis();

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ExternalTaskService agencies;
    private final ManagementService management;
    private final Definitions definitions;
    private final String openSteps;

    Processes(
            RuntimeService runtime,
            TaskService tasks,
            ExternalTaskService agencies,
            ManagementService management,
            Definitions definitions) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.agencies = agencies;
        this.management = management;
        this.definitions = definitions;
        this.openSteps = "select step.* from " + management.getTableName(Task.class) + " step join "
                + management.getTableName(Execution.class) + " process on process.ID_ = step.PROC_INST_ID_"
                + " where process.BUSINESS_KEY_ = #{businessKey}";
    }

    /**
     * Starts the process of a dossier under exactly the given edition.
     *
     * @param routing the declared routing variables; few, and scalars
     */
    public void start(ProcessRef ref, String businessKey, Map<String, Object> routing) {
        runtime.createProcessInstanceById(definitions.id(ref))
                .businessKey(businessKey)
                .setVariables(routing)
                .execute();
    }

    /** Ends a step with an officer's outcome and moves the process on as far as it goes. */
    public void complete(String taskId, String outcome) {
        tasks.complete(taskId, Variables.putValueTyped(OUTCOME, Variables.stringValue(outcome, true)));
    }

    /** Whether the process waits for this message right now. */
    public boolean awaits(String businessKey, String message) {
        return runtime.createExecutionQuery()
                        .messageEventSubscriptionName(message)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0;
    }

    /**
     * Tells the process of a dossier that something happened.
     *
     * @return false when it did not wait for it; nothing was done then
     */
    public boolean tell(String businessKey, String message) {
        // Correlating to all answers with an empty list; to exactly one it would throw and spoil the transaction.
        return !runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(businessKey)
                .correlateAllWithResult()
                .isEmpty();
    }

    /** Lets the timer of an element fire at another moment; does nothing when the process does not wait for it. */
    public void moveTimer(String businessKey, String element, Instant at) {
        for (ProcessInstance instance : instances(businessKey)) {
            management.createJobQuery().processInstanceId(instance.getId()).timers().activityId(element).list().stream()
                    .filter(timer -> !timer.getDuedate().toInstant().equals(at))
                    .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(at)));
        }
    }

    /** Ends the process of a dossier wherever it stands; its open steps close without an outcome. */
    public void cancel(String businessKey, String reason) {
        for (ProcessInstance instance : instances(businessKey)) {
            runtime.deleteProcessInstance(instance.getId(), reason);
        }
    }

    /**
     * Ends an agency leg early: the agency's process is cancelled, the origin's goes on behind the leg.
     *
     * @param callActivity id of the leg's element in the origin's diagram
     * @param result what a gateway behind it is told
     */
    public void skipLeg(String originKey, String callActivity, String result) {
        for (ProcessInstance origin : instances(originKey)) {
            runtime.createProcessInstanceModification(origin.getId())
                    .startAfterActivity(callActivity)
                    .setVariable(LegBehavior.RESULT, Variables.stringValue(result, true))
                    .cancelAllForActivity(callActivity)
                    .execute();
        }
    }

    /** What an agency with software of its own makes of its part. */
    public enum Answer {
        DONE(null),
        RETURNED("handover.returned"),
        REFUSED("handover.refused");

        private final @Nullable String error;

        Answer(@Nullable String error) {
            this.error = error;
        }
    }

    /**
     * Lets a process that waits for an agency with software of its own go on with its answer.
     *
     * @return false when it does not wait for one; nothing was done then
     */
    public boolean answer(String businessKey, Answer answer) {
        for (ProcessInstance instance : instances(businessKey)) {
            ExternalTask waiting = agencies.createExternalTaskQuery()
                    .processInstanceId(instance.getId())
                    .singleResult();
            if (waiting != null) {
                agencies.lock(waiting.getId(), OURSELVES, LOCKED_FOR);
                if (answer.error == null) {
                    agencies.complete(waiting.getId(), OURSELVES);
                } else {
                    agencies.handleBpmnError(waiting.getId(), OURSELVES, answer.error);
                }
                return true;
            }
        }
        return false;
    }

    /** Lets a process stand at this element and nowhere else, whatever it was doing; its open steps close without an outcome. */
    public void standAt(String businessKey, String element) {
        for (ProcessInstance instance : instances(businessKey)) {
            var modification = runtime.createProcessInstanceModification(instance.getId());
            modification.startBeforeActivity(element);
            position(businessKey).forEach(modification::cancelAllForActivity);
            modification.execute();
        }
    }

    /** Ids of the elements where the process stands now, without those of called agency procedures. */
    public List<String> position(String businessKey) {
        return instances(businessKey).stream()
                .flatMap(i -> runtime.getActiveActivityIds(i.getId()).stream())
                .distinct()
                .toList();
    }

    /** A step that waits for an officer. */
    public record OpenStep(String taskId, String step, String businessKey) {}

    /**
     * The open steps of one dossier, without those of the agencies it called. Every look at a dossier asks this; putting
     * the engine's own query together takes longer than answering it.
     */
    public List<OpenStep> openSteps(String businessKey) {
        return tasks.createNativeTaskQuery().sql(openSteps).parameter("businessKey", businessKey).list().stream()
                .map(t -> new OpenStep(t.getId(), t.getTaskDefinitionKey(), businessKey))
                .toList();
    }

    private List<ProcessInstance> instances(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }
}
