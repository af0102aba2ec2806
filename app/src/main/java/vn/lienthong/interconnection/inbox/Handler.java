package vn.lienthong.interconnection.inbox;

import java.util.Optional;
import java.util.UUID;
import vn.lienthong.interconnection.envelope.Envelope;

/** What is done with envelopes; one for those that go forward and one for those that come back. */
public interface Handler {

    /** Whether these are its business. */
    boolean handles(Envelope.Kind kind);

    /**
     * Does what the envelope says, in the transaction that marks it as handled. Each is handed in once and in order; what it
     * says may have been overtaken, and then nothing is done.
     *
     * @param peer who sent it, proved
     * @throws RuntimeException when it cannot be done now; it is tried again later
     */
    void handle(Envelope envelope, String peer);

    /** Whether this peer may speak about that hand-over. */
    boolean concerns(UUID handover, String peer);

    /** The number of the dossier that this installation keeps for a hand-over, as far as it is known. */
    Optional<String> number(UUID handover);
}
