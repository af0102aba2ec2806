package vn.lienthong.workflow;

import java.util.Locale;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Procedures compute in the restricted language only; the engine itself runs no script of any kind. */
final class NoScriptEngines implements ScriptEngineResolver {

    @Override
    public void addScriptEngineFactory(javax.script.ScriptEngineFactory factory) {
        // Nothing to register with.
    }

    @Override
    public ScriptEngineManager getScriptEngineManager() {
        return new ScriptEngineManager(NoScriptEngines.class.getClassLoader());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new ProcessEngineException(
                "script language '" + language.toLowerCase(Locale.ROOT) + "' is not available in procedures");
    }
}
