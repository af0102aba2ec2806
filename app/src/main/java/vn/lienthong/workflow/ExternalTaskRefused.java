package vn.lienthong.workflow;

import org.jspecify.annotations.Nullable;

/** The engine will not do this to a piece of work that is done outside; the message is the engine's own. */
public class ExternalTaskRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The kinds of refusal that a worker has to tell apart. */
    public enum Why {
        /** There is no such work, or no longer. */
        UNKNOWN,
        /** Somebody else has it, or what was asked for makes no sense. */
        NOT_ALLOWED,
        /** It did not work. */
        FAILED
    }

    private final Why why;

    ExternalTaskRefused(Why why, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.why = why;
    }

    /** As the engine says it. */
    public static ExternalTaskRefused unknown(String id) {
        return new ExternalTaskRefused(Why.UNKNOWN, "External task with id " + id + " does not exist", null);
    }

    public Why why() {
        return why;
    }
}
