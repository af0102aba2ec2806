package vn.lienthong.document.inspection;

/** Why a file cannot be accepted, as a code of the messages. */
final class Unacceptable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Object[] args;

    Unacceptable(String code, Object... args) {
        super(code);
        this.code = code;
        this.args = args;
    }

    String code() {
        return code;
    }

    Object[] args() {
        return args;
    }
}
