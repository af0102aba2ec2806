package vn.lienthong.document.print;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiPredicate;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Renders XHTML to tagged PDF/A-2u with the fonts of official papers. */
final class PdfRenderer {

    /** A template carries everything it shows; it reaches neither files nor the network. */
    private static final BiPredicate<String, ExternalResourceType> NOTHING_FROM_OUTSIDE =
            (uri, type) -> uri.startsWith("data:image/png;base64,");

    private final PaperFonts.Pool fonts = new PaperFonts.Pool();
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfRenderer() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    byte[] pdf(String xhtml) {
        PaperFonts set = fonts.take();
        try (var document = new PDDocument()) {
            var out = new ByteArrayOutputStream(64 * 1024);
            var builder = new PdfRendererBuilder()
                    .useFastMode()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_U)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(colours)
                    .withProducer("Liên Thông")
                    .useUnicodeLineBreaker(new LinesBetweenWords())
                    .useExternalResourceAccessControl(
                            NOTHING_FROM_OUTSIDE, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            NOTHING_FROM_OUTSIDE, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withHtmlContent(xhtml, null)
                    .toStream(out);
            set.offerTo(builder, document);
            builder.run();
            fonts.giveBack(set);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
