package vn.lienthong.workflow;

/** A file that should be BPMN cannot be read as such; the message says why. */
public class UnreadableModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableModel(String why) {
        super(why);
    }
}
