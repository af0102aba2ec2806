package vn.lienthong.interconnection.peer;

/** A message that is not proved to be from whom it says it is from; the text is for the log. */
public class NotVouchedFor extends Exception {

    private static final long serialVersionUID = 1L;

    public NotVouchedFor(String why) {
        super(why);
    }
}
