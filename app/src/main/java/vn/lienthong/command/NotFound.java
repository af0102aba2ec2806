package vn.lienthong.command;

/** There is no such thing, or the caller may not know that there is. Answered as 404. */
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what kebab-case kind of thing; its sentence is the message {@code not-found.<what>} */
    public NotFound(String what) {
        super(what);
        this.what = what;
    }

    public String what() {
        return what;
    }
}
