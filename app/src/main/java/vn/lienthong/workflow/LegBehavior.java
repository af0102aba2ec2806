package vn.lienthong.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallActivityBehavior;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmProcessInstance;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.variable.Variables;

/** An agency leg: runs the agency's own procedure under the number of the dossier opened for it. */
final class LegBehavior extends CallActivityBehavior {

    /** The variable that tells the gateway behind a leg how it ended; never stored. */
    static final String RESULT = "legResult";

    private final Supplier<EngineListeners> listeners;

    LegBehavior(Supplier<EngineListeners> listeners) {
        super();
        this.listeners = listeners;
    }

    @Override
    public void execute(ActivityExecution execution) {
        EngineListeners engine = listeners.get();
        String definition = execution.getProcessDefinitionId();
        String element = execution.getCurrentActivityId();
        LegOpener.Leg leg = engine.legs
                .getObject()
                .open(
                        execution.getProcessBusinessKey(),
                        engine.ref(definition),
                        element,
                        engine.node(definition, element).properties());
        ProcessDefinitionEntity called = Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(engine.definitionId(leg.called()));
        PvmProcessInstance instance = execution.createSubProcessInstance(called, leg.businessKey());
        instance.start();
    }

    @Override
    public void completed(ActivityExecution execution) throws Exception {
        EngineListeners engine = listeners.get();
        boolean again = engine.legs
                .getObject()
                .opensAgain(
                        execution.getProcessBusinessKey(),
                        engine.node(execution.getProcessDefinitionId(), execution.getCurrentActivityId())
                                .properties());
        if (again) {
            execute(execution);
        } else {
            super.completed(execution);
        }
    }

    @Override
    public void passOutputVariables(ActivityExecution execution, VariableScope called) {
        String result = listeners.get().legs.getObject().result(((ExecutionEntity) called).getProcessBusinessKey());
        execution.setVariable(RESULT, Variables.stringValue(result, true));
    }
}
