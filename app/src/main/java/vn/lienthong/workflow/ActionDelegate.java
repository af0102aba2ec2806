package vn.lienthong.workflow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;

/** A service task that performs an {@link Action}. */
final class ActionDelegate implements JavaDelegate {

    private final Action action;
    private final ObjectProvider<Definitions> definitions;

    ActionDelegate(Action action, ObjectProvider<Definitions> definitions) {
        this.action = action;
        this.definitions = definitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String definition = execution.getProcessDefinitionId();
        String element = execution.getCurrentActivityId();
        action.perform(
                execution.getProcessBusinessKey(),
                definitions.getObject().ref(definition),
                element,
                definitions.getObject().model(definition).require(element).properties());
    }
}
