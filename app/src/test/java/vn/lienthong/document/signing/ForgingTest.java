package vn.lienthong.document.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import vn.lienthong.document.print.PaperProof;
import vn.lienthong.document.signing.Verification.Verdict;

/** What people may try with a signed paper, and what they are told. */
class ForgingTest {

    private final byte[] paper = PaperProof.decision(Signers.NOW);
    private final byte[] sealed = Signers.sealed(Signers.signed(paper));

    @Test
    void an_untouched_paper_is_whole() {
        List<CheckedSignature> signatures = Signers.check(sealed).signatures();

        assertThat(Signers.verdict(sealed)).isEqualTo(Verdict.DEMONSTRATION);
        assertThat(signatures).hasSize(2).allMatch(CheckedSignature::holds).allMatch(s -> s.isOf(Signers.WARD));
        assertThat(signatures).noneMatch(signature -> signature.isOf(Signers.OTHER));
        assertThat(signatures.get(0).coversAll()).isFalse();
        assertThat(signatures.get(1).coversAll()).isTrue();
        assertThat(signatures.get(0).at()).isEqualTo(Signers.NOW);
    }

    @Test
    void any_byte_that_is_signed_counts() {
        int gap = new String(sealed, StandardCharsets.ISO_8859_1).lastIndexOf("/Contents <");
        for (int at = 20; at < gap; at += gap / 40) {
            byte[] changed = sealed.clone();
            changed[at] ^= 1;

            assertThat(Signers.check(changed).holds()).as("byte %d", at).isFalse();
        }
    }

    @Test
    void what_is_added_behind_the_last_signature_is_not_signed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            document.getDocumentInformation().setTitle("Quyết định khác");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }

        assertThat(Signers.verdict(out.toByteArray())).isEqualTo(Verdict.ADDED_TO);
        byte[] longer = Arrays.copyOf(sealed, sealed.length + 1);
        assertThat(Signers.check(longer).holds()).isFalse();
    }

    @Test
    void whoever_changes_a_paper_and_signs_it_anew_is_not_believed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed)) {
            document.getDocumentCatalog().setLanguage("en");
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        byte[] anew =
                new PdfSigning().sign(out.toByteArray(), Signers.STRANGER, Signers.words("Nguyễn Hữu Phước", false));

        assertThat(Signers.check(anew).signatures()).hasSize(3);
        assertThat(Signers.verdict(anew)).isEqualTo(Verdict.NOT_TRUSTED);
    }

    @Test
    void a_certificate_that_had_expired_or_that_nobody_vouches_for_is_not_believed() {
        var expired = new PdfSigning().sign(paper, Signers.EXPIRED, Signers.words("Nguyễn Hữu Phước", false));
        var stranger = new PdfSigning().sign(paper, Signers.STRANGER, Signers.words("Nguyễn Hữu Phước", false));

        assertThat(Signers.check(expired).signatures().get(0).standing()).isEqualTo(Standing.NOT_VALID_THEN);
        assertThat(Signers.check(stranger).signatures().get(0).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(Signers.verdict(expired)).isEqualTo(Verdict.NOT_TRUSTED);
        assertThat(Signers.verdict(stranger)).isEqualTo(Verdict.NOT_TRUSTED);
    }

    @Test
    void a_gap_that_holds_more_than_the_signature_is_refused() {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('>', text.lastIndexOf("/Contents <"));
        for (char other : new char[] {'/', '1'}) {
            byte[] changed = sealed.clone();
            changed[end - 1] = (byte) other;

            assertThat(Signers.check(changed).holds()).as("%s", other).isFalse();
        }
    }

    @Test
    void a_signature_of_another_kind_is_not_vouched_for() {
        String text = new String(sealed, StandardCharsets.ISO_8859_1);
        byte[] changed =
                text.replace("ETSI.CAdES.detached", "adbe.x509.rsa_sha1.").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Signers.verdict(changed)).isEqualTo(Verdict.UNREADABLE);
    }

    @Test
    void a_paper_that_nobody_signed_says_so() {
        assertThat(Signers.verdict(paper)).isEqualTo(Verdict.UNSIGNED);
        assertThat(Signers.check(paper).holds()).isFalse();
    }
}
