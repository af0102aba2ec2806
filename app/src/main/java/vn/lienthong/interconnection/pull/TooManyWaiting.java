package vn.lienthong.interconnection.pull;

/** No worker more can wait on this node for now. */
class TooManyWaiting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyWaiting() {
        super("At the moment the server has to handle too many requests at the same time. Please try again later.");
    }
}
