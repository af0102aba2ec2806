package vn.lienthong.document.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSVerifierCertificateNotValidException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.document.signing.FoundSignature.State;

/** Reads the signatures of a PDF and holds each against the bytes that it says it covers. */
final class PdfSignatures {

    /** More are nobody's paper, and each costs a pass over the file. */
    private static final int MOST = 10;

    private static final Set<String> KINDS = Set.of("adbe.pkcs7.detached", "ETSI.CAdES.detached");

    /** SHA-1 and older can be made to fit another content. */
    private static final Set<String> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256.getId(),
            NISTObjectIdentifiers.id_sha384.getId(),
            NISTObjectIdentifiers.id_sha512.getId(),
            NISTObjectIdentifiers.id_sha3_256.getId(),
            NISTObjectIdentifiers.id_sha3_384.getId(),
            NISTObjectIdentifiers.id_sha3_512.getId());

    private PdfSignatures() {}

    /** In the order in which they were made. */
    static List<FoundSignature> in(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<PDSignature> signatures = new ArrayList<>(document.getSignatureDictionaries());
            signatures.removeIf(
                    signature -> "DocTimeStamp".equals(signature.getCOSObject().getNameAsString("Type")));
            signatures.sort((one, other) -> Long.compare(end(one), end(other)));
            return signatures.stream()
                    .limit(MOST)
                    .map(signature -> check(signature, pdf))
                    .toList();
        }
    }

    private static long end(PDSignature signature) {
        int[] range = signature.getByteRange();
        return range == null || range.length != 4 ? 0 : (long) range[2] + range[3];
    }

    private static FoundSignature check(PDSignature signature, byte[] pdf) {
        boolean coversAll = end(signature) == pdf.length;
        Calendar at = signature.getSignDate();
        if (!KINDS.contains(String.valueOf(signature.getSubFilter())) || !leavesOutOnlyItself(signature, pdf)) {
            return FoundSignature.unreadable(coversAll);
        }
        int[] range = signature.getByteRange();
        try {
            var read =
                    new Read(new CMSSignedData(new CMSProcessableByteArray(covered(pdf, range)), inTheGap(pdf, range)));
            return new FoundSignature(
                    read.state(),
                    read.chain,
                    at == null ? null : Instant.ofEpochMilli(at.getTimeInMillis()),
                    coversAll);
        } catch (CMSException | GeneralSecurityException | IOException | RuntimeException e) {
            return FoundSignature.unreadable(coversAll);
        }
    }

    /**
     * Whether the two ranges are the file from its first byte with a single gap, and the gap holds the signature and nothing
     * else. Otherwise there would be room for something that nobody signed.
     */
    private static boolean leavesOutOnlyItself(PDSignature signature, byte[] pdf) {
        int[] range = signature.getByteRange();
        if (range == null || range.length != 4) {
            return false;
        }
        long gapEnd = range[2];
        boolean fits = range[0] == 0
                && range[1] > 0
                && range[3] >= 0
                && gapEnd > range[1] + 2L
                && gapEnd + range[3] <= pdf.length;
        if (!fits || pdf[range[1]] != '<' || pdf[range[2] - 1] != '>') {
            return false;
        }
        for (int i = range[1] + 1; i < range[2] - 1; i++) {
            if (Character.digit(pdf[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] covered(byte[] pdf, int[] range) {
        var covered = new ByteArrayOutputStream(range[1] + range[3]);
        covered.write(pdf, 0, range[1]);
        covered.write(pdf, range[2], range[3]);
        return covered.toByteArray();
    }

    /** The signature; what is kept free behind it must be empty, for nobody has signed that. */
    private static byte[] inTheGap(byte[] pdf, int[] range) throws IOException {
        String hex = new String(pdf, range[1] + 1, range[2] - range[1] - 2, StandardCharsets.US_ASCII);
        byte[] gap = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
        try (var parts = new ASN1InputStream(gap)) {
            byte[] signature = parts.readObject().getEncoded();
            for (byte rest : parts.readAllBytes()) {
                if (rest != 0) {
                    throw new IOException("something lies behind the signature");
                }
            }
            return signature;
        }
    }

    /** A signature that could be read. */
    private static final class Read {

        private final SignerInformation signer;
        private final List<X509Certificate> chain = new ArrayList<>();

        Read(CMSSignedData signed) throws GeneralSecurityException {
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                throw new GeneralSecurityException("one signer in each signature");
            }
            this.signer = signers.iterator().next();
            var converter = new JcaX509CertificateConverter();
            Collection<X509CertificateHolder> own = signed.getCertificates().getMatches(signer.getSID());
            if (own.size() != 1) {
                throw new GeneralSecurityException("the certificate comes along, once");
            }
            chain.add(converter.getCertificate(own.iterator().next()));
            for (X509CertificateHolder other : signed.getCertificates().getMatches(null)) {
                if (!own.contains(other)) {
                    chain.add(converter.getCertificate(other));
                }
            }
        }

        State state() throws GeneralSecurityException, CMSException {
            if (!DIGESTS.contains(signer.getDigestAlgOID())) {
                return State.UNREADABLE;
            }
            try {
                boolean holds = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(chain.get(0)));
                return holds && namesItsCertificate() ? State.INTACT : State.CHANGED;
            } catch (CMSVerifierCertificateNotValidException e) {
                // Said by whoever judges the certificate.
                return State.UNREADABLE;
            } catch (OperatorCreationException e) {
                throw new GeneralSecurityException(e);
            } catch (CMSException e) {
                return State.CHANGED;
            }
        }

        /** Where the signature names the certificate it was made with, it must be this one. */
        private boolean namesItsCertificate() throws GeneralSecurityException {
            @Nullable Attribute named = signer.getSignedAttributes() == null
                    ? null
                    : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
            if (named == null) {
                return true;
            }
            ESSCertIDv2 id = SigningCertificateV2.getInstance(
                            named.getAttrValues().getObjectAt(0))
                    .getCerts()[0];
            String method = id.getHashAlgorithm().getAlgorithm().getId();
            return Arrays.equals(
                    id.getCertHash(),
                    MessageDigest.getInstance(method).digest(chain.get(0).getEncoded()));
        }
    }
}
