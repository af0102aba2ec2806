package vn.lienthong.procedure.script;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script that is outside the language, or failed while it was worked out: which one, where and why. */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String script;
    private final int line;
    private final String code;
    private final transient List<@Nullable Object> args;

    /**
     * @param line counted from 1; 0 when no line is to blame
     * @param code kebab-case reason, see {@code procedure.fault.*} in the messages
     */
    public ScriptException(String script, int line, String code, @Nullable Object... args) {
        super(script + ":" + line + ": " + code + " " + Arrays.toString(args));
        this.script = script;
        this.line = line;
        this.code = code;
        this.args = Collections.unmodifiableList(Arrays.asList(args.clone()));
    }

    public String script() {
        return script;
    }

    public int line() {
        return line;
    }

    public String code() {
        return code;
    }

    public List<@Nullable Object> args() {
        return args;
    }
}
