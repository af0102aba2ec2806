package vn.lienthong.command;

import java.util.List;
import java.util.Map;

/**
 * The input is fine but the state of things does not allow the command. Nothing was done. Answered as 409 with the
 * current state, so that the caller can show what happened instead.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, Object> state;
    private final transient List<Object> args;

    /**
     * @param code kebab-case reason; its sentence is the message {@code refused.<code>}
     * @param state what is true now, in the words of the API
     * @param args arguments of the sentence
     */
    public Refused(String code, Map<String, Object> state, Object... args) {
        super(code + " " + state);
        this.code = code;
        this.state = Map.copyOf(state);
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public Map<String, Object> state() {
        return state;
    }

    public List<Object> args() {
        return args;
    }
}
