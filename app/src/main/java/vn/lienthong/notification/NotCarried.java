package vn.lienthong.notification;

/** A message was not taken. The sentence names no person and no address, for it is kept and logged. */
final class NotCarried extends Exception {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final boolean forGood;

    private NotCarried(String why, boolean forGood) {
        super(why);
        this.why = why;
        this.forGood = forGood;
    }

    /** Another try may succeed. */
    static NotCarried now(String why) {
        return new NotCarried(why, false);
    }

    /** The message itself is refused; it will be the next time too. */
    static NotCarried ever(String why) {
        return new NotCarried(why, true);
    }

    String why() {
        return why;
    }

    boolean forGood() {
        return forGood;
    }
}
