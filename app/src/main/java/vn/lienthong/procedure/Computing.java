package vn.lienthong.procedure;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.procedure.script.CheckedScript;
import vn.lienthong.procedure.script.Limits;
import vn.lienthong.procedure.script.ScriptException;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.workflow.Scripting;

/** Works out what a procedure computes: fees and the like, in the restricted language (docs/adr/0007). */
@Component
public class Computing implements Scripting {

    /** What every script may read: the dossier's content as a map, and the day on which it is asked. */
    static final Set<String> INPUTS = Set.of("dossier", "on");

    private final Catalogue catalogue;

    Computing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param script file name in the procedure's folder
     * @param input {@code dossier} and {@code on}; anything else is left out
     * @return plain data; never null, never a GString
     * @throws ScriptRefused with the script's name and line
     */
    @Override
    public Object run(ProcessRef ref, String script, Map<String, Object> input) {
        CheckedScript checked = catalogue
                .procedure(ref)
                .script(script)
                .orElseThrow(() -> new IllegalArgumentException("no script " + script + " in " + ref));
        try {
            Object result = checked.run(input, Limits.DEFAULT);
            if (result == null) {
                throw new ScriptException(script, 0, "script-wrong-result", "null");
            }
            return result;
        } catch (ScriptException e) {
            throw new ScriptRefused(fault(e), e);
        }
    }

    static Fault fault(ScriptException e) {
        return new Fault(e.script(), e.line() == 0 ? "" : String.valueOf(e.line()), e.code(), e.args());
    }
}
