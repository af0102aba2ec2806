package vn.lienthong.interconnection;

/** Where a hand-over stands. Responsibility moves at {@link #ACKNOWLEDGED}. */
public enum HandoverState {
    SENT,
    ACKNOWLEDGED,
    ACCEPTED,
    RETURNED,
    REFUSED,
    DONE,
    TAKEN_BACK
}
