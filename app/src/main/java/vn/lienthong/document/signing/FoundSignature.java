package vn.lienthong.document.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signature in a PDF, before anybody asked what its certificate is worth.
 *
 * @param chain the signer's certificate first, as far as the file brings it; empty when it cannot be read
 * @param at when it says it was made; nobody vouches for that
 * @param coversAll whether it covers the file to its last byte; otherwise it covers an earlier version
 */
record FoundSignature(
        State state, List<X509Certificate> chain, @Nullable Instant at, boolean coversAll) {

    enum State {
        /** What it covers is as it was signed. */
        INTACT,
        /** What it covers was changed. */
        CHANGED,
        /** Of a kind, or with a method, that is not believed here. */
        UNREADABLE
    }

    static FoundSignature unreadable(boolean coversAll) {
        return new FoundSignature(State.UNREADABLE, List.of(), null, coversAll);
    }
}
