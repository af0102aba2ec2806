package vn.lienthong.command;

/** The caller may see the thing but not do this with it. Answered as 403. */
public class Forbidden extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code kebab-case reason; its sentence is the message {@code forbidden.<code>} */
    public Forbidden(String code) {
        super(code);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
