package vn.lienthong.interconnection.pull;

/** What a worker sent cannot be used; the message tells whoever wrote it what to change. */
class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadAnswer(String message) {
        super(message);
    }
}
