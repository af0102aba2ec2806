package vn.lienthong.workflow;

import java.util.Map;

/** Runs the scripts of a procedure folder in the restricted language. Implemented by the procedure module. */
public interface Scripting {

    /** @param bindings names the script may read; values are plain data */
    Object run(ProcessRef process, String resource, Map<String, Object> bindings);
}
