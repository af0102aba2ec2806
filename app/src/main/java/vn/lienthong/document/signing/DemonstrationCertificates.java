package vn.lienthong.document.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.Unit;

/** Makes certificates that look like real ones in everything but their name, which says that they are worth nothing. */
public final class DemonstrationCertificates {

    /** Stands in the subject of each. */
    private static final String WORTH_NOTHING = "Chứng thư trình diễn - không có giá trị pháp lý";

    private static final Duration VALID_FOR = Duration.ofDays(3650);
    private static final SecureRandom RANDOM = new SecureRandom();

    private DemonstrationCertificates() {}

    /** Whether a certificate is one of these, or one of these vouches for it. */
    public static boolean isOne(X509Certificate certificate) {
        return says(certificate.getSubjectX500Principal().getEncoded())
                || says(certificate.getIssuerX500Principal().getEncoded());
    }

    private static boolean says(byte[] name) {
        return X500Name.getInstance(name).toString().contains(WORTH_NOTHING);
    }

    static SigningKey authority(Instant now) {
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, "Liên Thông")
                .addRDN(BCStyle.OU, WORTH_NOTHING)
                .addRDN(BCStyle.CN, "Liên Thông - gốc trình diễn")
                .build();
        return make(name, now, null);
    }

    /** @param commonName full name of an official, or name of the agency for its seal */
    static SigningKey signer(Unit agency, String commonName, SigningKey authority, Instant now) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "VN")
                .addRDN(BCStyle.O, agency.nameVi())
                .addRDN(BCStyle.OU, WORTH_NOTHING);
        if (agency.identifierCode() != null) {
            name.addRDN(BCStyle.ORGANIZATION_IDENTIFIER, agency.identifierCode());
        }
        return make(name.addRDN(BCStyle.CN, commonName).build(), now, authority);
    }

    /** @param authority who vouches for it; null: itself */
    private static SigningKey make(X500Name subject, Instant now, @Nullable SigningKey authority) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X500Name issuer = authority == null
                    ? subject
                    : X500Name.getInstance(
                            authority.certificate().getSubjectX500Principal().getEncoded());
            // Since yesterday and before: clocks of a demonstration are moved, and those of its readers differ.
            var certificate = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(128, RANDOM),
                    Date.from(now.minus(VALID_FOR)),
                    Date.from(now.plus(VALID_FOR)),
                    subject,
                    pair.getPublic());
            certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority == null));
            certificate.addExtension(
                    Extension.keyUsage,
                    true,
                    authority == null
                            ? new KeyUsage(KeyUsage.keyCertSign)
                            : new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA")
                    .build(authority == null ? pair.getPrivate() : authority.key());
            X509Certificate made = new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
            return new SigningKey(
                    pair.getPrivate(), authority == null ? List.of(made) : List.of(made, authority.certificate()));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }
}
