package vn.lienthong.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Announces what the engine does, inside its own transaction. */
@Component
class EngineListeners {

    private final ApplicationEventPublisher events;
    private final Definitions definitions;
    private final Clock clock;
    final ObjectProvider<LegOpener> legs;
    final ObjectProvider<Scripting> scripting;
    final ObjectProvider<CaseFile> files;

    EngineListeners(
            ApplicationEventPublisher events,
            Definitions definitions,
            Clock clock,
            ObjectProvider<LegOpener> legs,
            ObjectProvider<Scripting> scripting,
            ObjectProvider<CaseFile> files) {
        this.events = events;
        this.definitions = definitions;
        this.clock = clock;
        this.legs = legs;
        this.scripting = scripting;
        this.files = files;
    }

    void stepOpened(DelegateTask task) {
        String step = task.getTaskDefinitionKey();
        events.publishEvent(new StepOpened(
                task.getId(),
                businessKey(task),
                ref(task.getProcessDefinitionId()),
                step,
                node(task.getProcessDefinitionId(), step).properties(),
                clock.instant()));
    }

    void stepCompleted(DelegateTask task) {
        closed(task, String.valueOf(task.getVariable(Processes.OUTCOME)));
    }

    void stepCancelled(DelegateTask task) {
        closed(task, null);
    }

    private void closed(DelegateTask task, @Nullable String outcome) {
        events.publishEvent(new StepClosed(
                task.getId(),
                businessKey(task),
                ref(task.getProcessDefinitionId()),
                task.getTaskDefinitionKey(),
                outcome,
                clock.instant()));
    }

    void reached(DelegateExecution execution) {
        events.publishEvent(new ElementReached(
                execution.getProcessBusinessKey(),
                ref(execution.getProcessDefinitionId()),
                execution.getCurrentActivityId(),
                clock.instant()));
    }

    void workOffered(DelegateExecution execution) {
        events.publishEvent(new WorkOffered(
                execution.getProcessBusinessKey(),
                ref(execution.getProcessDefinitionId()),
                execution.getCurrentActivityId(),
                clock.instant()));
    }

    /** The events behind the gateway that the designer marked as a wait; others are not worth a line. */
    void waitOpened(DelegateExecution execution) {
        for (ProcessModel.Node waiting : waits(execution)) {
            ProcessModel.Event event = waiting.event();
            if (event == null) {
                continue;
            }
            events.publishEvent(new WaitOpened(
                    waitId(execution, waiting),
                    execution.getProcessBusinessKey(),
                    ref(execution.getProcessDefinitionId()),
                    waiting.id(),
                    event.value(),
                    waiting.properties(),
                    clock.instant()));
        }
    }

    void waitClosed(DelegateExecution execution) {
        for (ProcessModel.Node waiting : waits(execution)) {
            events.publishEvent(new WaitClosed(
                    waitId(execution, waiting), execution.getProcessBusinessKey(), waiting.id(), clock.instant()));
        }
    }

    private List<ProcessModel.Node> waits(DelegateExecution execution) {
        ProcessModel model = definitions.model(execution.getProcessDefinitionId());
        return model.from(execution.getCurrentActivityId()).stream()
                .map(f -> model.require(f.target()))
                .filter(n -> n.properties().containsKey("wait"))
                .toList();
    }

    /** Stable while the process stands at the gateway; a second round at the same place is a wait of its own. */
    private static String waitId(DelegateExecution execution, ProcessModel.Node waiting) {
        return "wait-" + execution.getProcessBusinessKey() + "-" + waiting.id();
    }

    void processEnded(DelegateExecution execution) {
        boolean cancelled = ((ExecutionEntity) execution).isCanceled() || ((ExecutionEntity) execution).isDeleteRoot();
        events.publishEvent(new ProcessEnded(
                execution.getProcessBusinessKey(),
                ref(execution.getProcessDefinitionId()),
                cancelled ? null : execution.getCurrentActivityId(),
                clock.instant()));
    }

    ProcessRef ref(String definitionId) {
        return definitions.ref(definitionId);
    }

    ProcessModel.Node node(String definitionId, String element) {
        return definitions.model(definitionId).require(element);
    }

    String definitionId(ProcessRef ref) {
        return definitions.id(ref);
    }

    /** What a script may see: the content of the dossier and today's date. */
    Map<String, Object> bindings(String businessKey) {
        return Map.of("dossier", files.getObject().content(businessKey), "on", java.time.LocalDate.now(clock));
    }

    private static String businessKey(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }
}
