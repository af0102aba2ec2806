package vn.lienthong.document.signing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lienthong.document.StoredDocument;

/**
 * What can be said about a PDF.
 *
 * @param signatures in the order in which they were made
 * @param known the paper of this installation that it is, byte by byte; null when it is none
 */
public record Verification(
        List<CheckedSignature> signatures, @Nullable StoredDocument known) {

    public Verification {
        signatures = List.copyOf(signatures);
    }

    /** The whole of it in a word. */
    public enum Verdict {
        /** Every signature holds, and together they cover the file to its last byte. */
        WHOLE,
        /** The same, with certificates that were made up to try things out. */
        DEMONSTRATION,
        /** As it was signed, but nobody knows or believes whoever signed. */
        NOT_TRUSTED,
        /** Something signed was changed. */
        CHANGED,
        /** Something was added after the last signature. */
        ADDED_TO,
        /** A signature that cannot be read here. */
        UNREADABLE,
        /** Nobody signed. */
        UNSIGNED
    }

    public Verdict verdict() {
        if (signatures.isEmpty()) {
            return Verdict.UNSIGNED;
        }
        if (signatures.stream().anyMatch(signature -> Boolean.FALSE.equals(signature.intact()))) {
            return Verdict.CHANGED;
        }
        if (signatures.stream().anyMatch(signature -> signature.intact() == null)) {
            return Verdict.UNREADABLE;
        }
        if (signatures.stream().noneMatch(CheckedSignature::coversAll)) {
            return Verdict.ADDED_TO;
        }
        if (!signatures.stream().allMatch(CheckedSignature::holds)) {
            return Verdict.NOT_TRUSTED;
        }
        return signatures.stream().anyMatch(signature -> signature.standing() == Standing.DEMONSTRATION)
                ? Verdict.DEMONSTRATION
                : Verdict.WHOLE;
    }

    /** Whether it may be relied on, or could be if the demonstration were in earnest. */
    public boolean holds() {
        return verdict() == Verdict.WHOLE || verdict() == Verdict.DEMONSTRATION;
    }
}
