package vn.lienthong.command;

/** Nothing can be written down, so nothing is accepted; see {@link Outage#NO_ROOM}. */
public final class NoRoom extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoRoom() {
        super("no room left on the disk");
    }
}
