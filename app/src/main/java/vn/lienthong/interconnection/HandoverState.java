package vn.lienthong.interconnection;

/** Where a hand-over stands. Responsibility moves at {@link #ACKNOWLEDGED}, and comes back with {@link #RETURNED}. */
public enum HandoverState {
    SENT,
    ACKNOWLEDGED,
    ACCEPTED,
    RETURNED,
    REFUSED,
    DONE,
    TAKEN_BACK;

    /** Nothing moves it any more. */
    public boolean isOver() {
        return this == REFUSED || this == DONE || this == TAKEN_BACK;
    }
}
