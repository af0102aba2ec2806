package vn.lienthong.document.signing;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.signing.PdfSigning.Words;

/**
 * Signs in the name of an official and seals in the name of an agency. An official signs first, and what is signed is the
 * whole paper with its number and its date; the agency's seal follows when it is issued, and covers that signature too.
 */
@Component
public class Signing {

    private final Keyring keys;
    private final PdfSigning signing = new PdfSigning();

    Signing(Keyring keys) {
        this.keys = keys;
    }

    /** Something to sign with. */
    @FunctionalInterface
    public interface Pen {

        /**
         * @param reason in which capacity, or for what
         * @param place where
         */
        byte[] sign(byte[] pdf, String reason, String place, Instant at);
    }

    /** Empty when the official has no key, and signs on paper. */
    public Optional<Pen> official(Unit agency, Caller official) {
        return keys.official(agency, official.username(), official.fullName())
                .map(key -> pen(key, official.fullName(), false));
    }

    /** Empty when the agency has no key, and puts its seal on paper. */
    public Optional<Pen> seal(Unit agency) {
        return keys.seal(agency).map(key -> pen(key, agency.nameVi(), true));
    }

    private Pen pen(SigningKey key, String name, boolean visible) {
        return (pdf, reason, place, at) -> signing.sign(pdf, key, new Words(name, reason, place, at, visible));
    }
}
