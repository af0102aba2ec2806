package vn.lienthong.procedure;

import java.util.Locale;

/** A script of a procedure failed, or wanted more than it may; says which script and which line. */
public class ScriptRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    ScriptRefused(Fault fault, Throwable cause) {
        super(fault.where() + ": " + fault.sentence(Locale.ENGLISH), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
