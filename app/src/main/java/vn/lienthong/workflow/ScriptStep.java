package vn.lienthong.workflow;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.TaskActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;

/** A script task: runs a script of the procedure's folder and merges the map it answers into the dossier's content. */
final class ScriptStep extends TaskActivityBehavior {

    private final Supplier<EngineListeners> listeners;

    ScriptStep(Supplier<EngineListeners> listeners) {
        super();
        this.listeners = listeners;
    }

    @Override
    protected void performExecution(ActivityExecution execution) {
        EngineListeners engine = listeners.get();
        String definition = execution.getProcessDefinitionId();
        String element = execution.getCurrentActivityId();
        String resource = engine.node(definition, element).attributes().get("resource");
        if (resource == null) {
            throw new ProcessEngineException("script task " + element + " names no file of its folder");
        }
        String file = resource.substring(resource.lastIndexOf('/') + 1);
        String key = execution.getProcessBusinessKey();
        Object computed = engine.scripting.getObject().run(engine.ref(definition), file, engine.bindings(key));
        if (!(computed instanceof Map<?, ?> map)) {
            throw new ProcessEngineException("script " + file + " must answer with a map of what it computed");
        }
        @SuppressWarnings("unchecked")
        Map<String, Object> values = (Map<String, Object>) map;
        engine.files.getObject().merge(key, values);
        leave(execution);
    }
}
