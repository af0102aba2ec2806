package vn.lienthong.document.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/** Signs PDF by adding to it: what was there stays byte by byte, and with it every signature before. */
final class PdfSigning {

    /** Bytes kept free for a signature with its certificates. */
    private static final int ROOM = 12 * 1024;

    private static final COSName BASELINE = COSName.getPDFName("ETSI.CAdES.detached");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final SealMark mark = new SealMark();

    /**
     * What a signature says of itself.
     *
     * @param name who signs
     * @param reason in which capacity, and for whom
     * @param location where
     * @param visible whether to show it, in the upper right corner of the first page
     */
    record Words(String name, String reason, String location, Instant at, boolean visible) {}

    byte[] sign(byte[] pdf, SigningKey key, Words words) {
        try (PDDocument document = Loader.loadPDF(pdf);
                var options = new SignatureOptions()) {
            var signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(BASELINE);
            signature.setName(words.name());
            signature.setReason(words.reason());
            signature.setLocation(words.location());
            signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(words.at(), ZONE)));
            options.setPreferredSignatureSize(ROOM);
            document.addSignature(signature, options);
            PDSignatureField field = field(document, signature);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            field.setAlternateFieldName("Chữ ký số: " + words.name());
            Tagging.add(document, widget, field.getAlternateFieldName());
            if (words.visible()) {
                mark.draw(document, widget, words);
            }
            var out = new ByteArrayOutputStream(pdf.length + 2 * ROOM);
            ExternalSigningSupport signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(Cms.sign(key, signing.getContent().readAllBytes()));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDSignatureField field(PDDocument document, PDSignature signature) throws IOException {
        return document.getSignatureFields().stream()
                .filter(field ->
                        field.getSignature() != null && field.getSignature().getCOSObject() == signature.getCOSObject())
                .findFirst()
                .orElseThrow();
    }
}
