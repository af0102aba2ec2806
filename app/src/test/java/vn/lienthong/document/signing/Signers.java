package vn.lienthong.document.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.UnitKind;
import vn.lienthong.document.signing.PdfSigning.Words;
import vn.lienthong.document.signing.Verification.Verdict;

/** Invented agencies with keys of their own, for tests. */
final class Signers {

    static final Instant NOW = Instant.parse("2026-11-20T03:05:32Z");

    static final Unit WARD = unit("an-hoa", "Ủy ban nhân dân phường An Hòa", "H99.12");
    static final Unit OTHER = unit("phu-loc", "Ủy ban nhân dân phường Phú Lộc", "H99.13");

    static final SigningKey AUTHORITY = DemonstrationCertificates.authority(NOW);
    static final SigningKey CHAIR = DemonstrationCertificates.signer(WARD, "Nguyễn Hữu Phước", AUTHORITY, NOW);
    static final SigningKey SEAL = DemonstrationCertificates.signer(WARD, WARD.nameVi(), AUTHORITY, NOW);

    /** Vouched for by nobody who is believed here. */
    static final SigningKey STRANGER =
            DemonstrationCertificates.signer(WARD, "Nguyễn Hữu Phước", DemonstrationCertificates.authority(NOW), NOW);

    /** Its certificate ended long ago. */
    static final SigningKey EXPIRED = DemonstrationCertificates.signer(
            WARD, "Nguyễn Hữu Phước", AUTHORITY, NOW.minus(Duration.ofDays(3650 + 100)));

    private Signers() {}

    static Words words(String name, boolean visible) {
        return new Words(name, "CHỦ TỊCH", "An Hòa", NOW, visible);
    }

    static byte[] signed(byte[] paper) {
        return new PdfSigning().sign(paper, CHAIR, words("Nguyễn Hữu Phước", false));
    }

    static byte[] sealed(byte[] signed) {
        return new PdfSigning()
                .sign(
                        signed,
                        SEAL,
                        new Words(WARD.nameVi(), "Phát hành văn bản số 12", "An Hòa", NOW.plusSeconds(600), true));
    }

    static Verification check(byte[] pdf) {
        try {
            return new Verification(
                    PdfSignatures.in(pdf).stream()
                            .map(found -> CheckedSignature.of(found, authorities()))
                            .toList(),
                    null);
        } catch (IOException e) {
            // Too broken to be a PDF at all.
            return new Verification(List.of(), null);
        }
    }

    static Verdict verdict(byte[] pdf) {
        return check(pdf).verdict();
    }

    /** A self-made certificate for a key of another kind. */
    static SigningKey key(KeyPair pair) throws Exception {
        var name = new X500Name("CN=Nguyen Huu Phuoc");
        var certificate = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.TWO,
                Date.from(NOW.minusSeconds(60)),
                Date.from(NOW.plusSeconds(3_000_000_000L)),
                name,
                pair.getPublic());
        return new SigningKey(
                pair.getPrivate(),
                List.of(new JcaX509CertificateConverter()
                        .getCertificate(certificate.build(
                                new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate())))));
    }

    /** Believes what {@link #AUTHORITY} vouches for. */
    static Authorities authorities() {
        return new Authorities(new SigningSettings(Map.of(), null), List.of(new SigningKeys() {
            @Override
            public Optional<SigningKey> official(Unit agency, String username, String fullName) {
                return Optional.empty();
            }

            @Override
            public Optional<SigningKey> seal(Unit agency) {
                return Optional.empty();
            }

            @Override
            public List<X509Certificate> vouching() {
                return List.of(AUTHORITY.certificate());
            }
        }));
    }

    private static Unit unit(String code, String name, String identifier) {
        return new Unit(
                code,
                name,
                name,
                UnitKind.PEOPLES_COMMITTEE,
                null,
                identifier,
                "ward",
                LocalDate.EPOCH,
                null,
                null,
                null,
                null,
                null);
    }
}
