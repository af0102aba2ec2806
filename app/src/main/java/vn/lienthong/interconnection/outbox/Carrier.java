package vn.lienthong.interconnection.outbox;

/** What takes messages to destinations. Exactly one carrier knows each destination. */
public interface Carrier {

    boolean carries(String destination);

    /**
     * Hands a message over, outside any transaction. Asked again after a failure or a crash, so whoever receives it may see
     * the same message twice. A thread that takes longer than the outbox allows is interrupted.
     *
     * @return what the destination said when it took it; kept by nobody but the listeners to {@link Delivered}
     */
    Answer carry(OutgoingMessage message) throws NotTaken;
}
