package vn.lienthong.document.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whom this installation believes. Does not ask whether a certificate was revoked: that takes the network, and level T. */
@Component
class Authorities {

    private final Set<TrustAnchor> anchors = new HashSet<>();

    Authorities(SigningSettings settings, List<SigningKeys> places) {
        Path file = settings.trusted();
        if (file != null) {
            read(file).forEach(this::believe);
        }
        places.forEach(place -> place.vouching().forEach(this::believe));
    }

    private void believe(X509Certificate authority) {
        anchors.add(new TrustAnchor(authority, null));
    }

    private static List<X509Certificate> read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("not certificates: " + file, e);
        }
    }

    /** @param at when it signed, as the signature says */
    Standing of(List<X509Certificate> chain, Instant at) {
        X509Certificate signer = chain.get(0);
        // Asked with a day on which it was valid: whether that was the day is a question of its own.
        Date valid = new Date(Math.max(
                signer.getNotBefore().getTime(), Math.min(signer.getNotAfter().getTime(), at.toEpochMilli())));
        if (anchors.isEmpty() || !leadsToOneOfThem(chain, signer, valid)) {
            return Standing.UNKNOWN;
        }
        if (at.isBefore(signer.getNotBefore().toInstant())
                || at.isAfter(signer.getNotAfter().toInstant())) {
            return Standing.NOT_VALID_THEN;
        }
        return DemonstrationCertificates.isOne(signer) ? Standing.DEMONSTRATION : Standing.TRUSTED;
    }

    private boolean leadsToOneOfThem(List<X509Certificate> chain, X509Certificate signer, Date on) {
        try {
            var whose = new X509CertSelector();
            whose.setCertificate(signer);
            var question = new PKIXBuilderParameters(anchors, whose);
            question.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            question.setRevocationEnabled(false);
            question.setDate(on);
            CertPathBuilder.getInstance("PKIX").build(question);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
