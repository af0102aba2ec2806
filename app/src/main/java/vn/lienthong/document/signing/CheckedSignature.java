package vn.lienthong.document.signing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.Unit;

/**
 * A signature and what it is worth.
 *
 * @param signer who signed, as the certificate says; null when it cannot be read
 * @param agency of whom, as the certificate says
 * @param agencyCode identifier code of the agency, where the certificate has it
 * @param at when, as the signature says
 * @param intact whether what it covers is as it was signed; null when this cannot be told
 * @param coversAll whether that is the whole file
 * @param expiresAt when the certificate expires, or has expired
 */
public record CheckedSignature(
        @Nullable String signer,
        @Nullable String agency,
        @Nullable String agencyCode,
        @Nullable Instant at,
        @Nullable Boolean intact,
        boolean coversAll,
        Standing standing,
        @Nullable Instant expiresAt) {

    static CheckedSignature of(FoundSignature found, Authorities authorities) {
        @Nullable Boolean intact = switch (found.state()) {
            case INTACT -> true;
            case CHANGED -> false;
            case UNREADABLE -> null;
        };
        if (found.chain().isEmpty()) {
            return new CheckedSignature(
                    null, null, null, found.at(), intact, found.coversAll(), Standing.UNKNOWN, null);
        }
        X509Certificate certificate = found.chain().get(0);
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        Instant at = found.at();
        return new CheckedSignature(
                word(subject, BCStyle.CN),
                word(subject, BCStyle.O),
                word(subject, BCStyle.ORGANIZATION_IDENTIFIER),
                at,
                intact,
                found.coversAll(),
                at == null ? Standing.UNKNOWN : authorities.of(found.chain(), at),
                certificate.getNotAfter().toInstant());
    }

    /** Whether what it covers is unchanged and the certificate was good when it signed. */
    public boolean holds() {
        return Boolean.TRUE.equals(intact) && (standing == Standing.TRUSTED || standing == Standing.DEMONSTRATION);
    }

    /** Whether the certificate is that of the agency, by its identifier code where it has one, otherwise by name. */
    boolean isOf(Unit wanted) {
        return agencyCode != null && wanted.identifierCode() != null
                ? agencyCode.equals(wanted.identifierCode())
                : wanted.nameVi().equalsIgnoreCase(agency);
    }

    private static @Nullable String word(X500Name name, ASN1ObjectIdentifier what) {
        RDN[] found = name.getRDNs(what);
        return found.length == 0
                ? null
                : IETFUtils.valueToString(found[0].getFirst().getValue());
    }
}
