package vn.lienthong.citizen;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an uploaded PDF. Names nobody but whoever signed it, as the file itself does.
 *
 * @param verdict in one word, for programs
 * @param title the same in a sentence
 * @param text what follows from it
 * @param document which paper of this installation it is, byte by byte; null when it is none
 */
public record Verified(
        String verdict,
        String title,
        String text,
        List<SignatureLine> signatures,
        @Nullable Known document) {

    public Verified {
        signatures = List.copyOf(signatures);
    }

    /**
     * @param signer who signed; null when that cannot be read
     * @param agency of whom
     * @param signedAt as the signature says
     * @param state whether what it covers was changed, in words
     * @param certificate what the certificate is worth, in words
     * @param standing the same in one word, for programs
     */
    public record SignatureLine(
            @Nullable String signer,
            @Nullable String agency,
            @Nullable Instant signedAt,
            @Nullable Boolean intact,
            boolean coversAll,
            String standing,
            @Nullable Instant expiresAt,
            String state,
            String certificate) {}

    /** @param number of the paper; null for what has none, such as a receipt */
    public record Known(String kind, String name, @Nullable String number, Instant issuedAt) {}
}
