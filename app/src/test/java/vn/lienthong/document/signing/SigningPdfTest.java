package vn.lienthong.document.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import vn.lienthong.document.print.PaperProof;
import vn.lienthong.document.print.ReadingAloud;
import vn.lienthong.document.signing.Verification.Verdict;

/** An official signs, the agency seals; others (DSS of the European Commission, poppler, veraPDF) judge what comes out. */
class SigningPdfTest {

    private static final Path POPPLER = Path.of("/usr/bin/pdfsig");

    private final byte[] paper = PaperProof.decision(Signers.NOW);
    private final byte[] signed = Signers.signed(paper);
    private final byte[] sealed = Signers.sealed(signed);

    @Test
    void both_signatures_are_pades_baseline_b_and_valid_for_others() {
        List<SignatureWrapper> signatures = judgedByDss(sealed);

        assertThat(signatures).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(signature.isSignatureIntact()).isTrue();
            assertThat(signature.isSignatureValid()).isTrue();
            assertThat(signature.isSigningCertificateIdentified()).isTrue();
        });
        assertThat(signatures.get(0).getSignerName()).isEqualTo("Nguyễn Hữu Phước");
        assertThat(signatures.get(0).getReason()).isEqualTo("CHỦ TỊCH");
        assertThat(signatures.get(1).getSignerName()).isEqualTo("Ủy ban nhân dân phường An Hòa");
    }

    @Test
    void a_changed_byte_is_seen_by_others_and_by_us() {
        byte[] changed = sealed.clone();
        changed[1_000] ^= 1;

        assertThat(judgedByDss(changed)).allMatch(signature -> !signature.isSignatureIntact());
        assertThat(Signers.verdict(changed)).isEqualTo(Verdict.CHANGED);
    }

    @Test
    void poppler_finds_both_valid() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(POPPLER), "no " + POPPLER);

        assertThat(judgedByPoppler(sealed).split("Signature is Valid", -1)).hasSize(3);
    }

    @Test
    void what_is_signed_can_still_be_archived_and_read_aloud() throws Exception {
        for (byte[] pdf : List.of(signed, sealed)) {
            assertThat(PaperProof.faultsForTheArchive(pdf)).isEmpty();
            assertThat(PaperProof.faultsForReadingAloud(pdf)).isEmpty();
        }
    }

    @Test
    void the_paper_itself_says_who_signed_and_when() throws Exception {
        assertThat(ReadingAloud.of(sealed))
                .contains("Ký bởi: Nguyễn Hữu Phước Cơ quan: Ủy ban nhân dân phường An Hòa")
                .contains("Thời gian ký: 20.11.2026 10:05:32 +07:00")
                .contains("CHỦ TỊCH");
        assertThat(String.join(" ", PaperProof.pages(paper)))
                .contains("Kiểm tra tính toàn vẹn của tệp và chữ ký số tại")
                .contains("https://dichvucong.an-hoa.example.vn/verify");
    }

    @Test
    void what_was_there_before_stays_byte_by_byte() {
        assertThat(new String(sealed, 0, signed.length, StandardCharsets.ISO_8859_1))
                .isEqualTo(new String(signed, StandardCharsets.ISO_8859_1));
        assertThat(sealed.length - paper.length).isLessThan(80_000);
    }

    @Test
    void rsa_keys_sign_as_well() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        SigningKey key = Signers.key(pair);

        byte[] pdf = new PdfSigning().sign(paper, key, Signers.words("Nguyễn Hữu Phước", false));

        assertThat(judgedByDss(pdf)).singleElement().satisfies(signature -> {
            assertThat(signature.getSignatureFormat()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(signature.isSignatureValid()).isTrue();
        });
    }

    private static List<SignatureWrapper> judgedByDss(byte[] pdf) {
        var validator = new PDFDocumentValidator(new InMemoryDocument(pdf));
        validator.setCertificateVerifier(new CommonCertificateVerifier());
        return validator.validateDocument().getDiagnosticData().getSignatures();
    }

    private static String judgedByPoppler(byte[] pdf) throws Exception {
        Path file = Files.createTempFile("signed", ".pdf");
        try {
            Files.write(file, pdf);
            Process poppler = new ProcessBuilder(POPPLER.toString(), "-nocert", file.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
    }
}
