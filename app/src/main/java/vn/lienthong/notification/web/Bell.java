package vn.lienthong.notification.web;

import java.util.function.IntSupplier;

/** The bell in the head of a page. Asks for its number when the page shows it, once; a part of a page never does. */
public final class Bell {

    private static final int UNKNOWN = -1;

    private final IntSupplier count;
    private int unread = UNKNOWN;

    Bell(IntSupplier count) {
        this.count = count;
    }

    public int unread() {
        if (unread == UNKNOWN) {
            unread = count.getAsInt();
        }
        return unread;
    }
}
