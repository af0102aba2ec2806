package vn.lienthong.document.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Renders XHTML to PDF/A-2u with the fonts of official papers. */
final class PdfRenderer {

    private record Face(byte[] bytes, int weight, FontStyle style) {}

    private final List<Face> faces = List.of(
            face("Regular", 400, FontStyle.NORMAL),
            face("Bold", 700, FontStyle.NORMAL),
            face("Italic", 400, FontStyle.ITALIC),
            face("BoldItalic", 700, FontStyle.ITALIC));

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    PdfRenderer() {
        XRLog.setLoggerImpl(new Slf4jLogger());
    }

    byte[] pdf(String xhtml) {
        var out = new ByteArrayOutputStream(64 * 1024);
        var builder = new PdfRendererBuilder()
                .useFastMode()
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .withProducer("Liên Thông")
                // A template carries everything it shows; it reaches neither files nor the network.
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/png;base64,"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:image/png;base64,"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withHtmlContent(xhtml, null)
                .toStream(out);
        for (Face face : faces) {
            builder.useFont(() -> new ByteArrayInputStream(face.bytes()), "Tinos", face.weight(), face.style(), true);
        }
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Face face(String name, int weight, FontStyle style) {
        try {
            return new Face(
                    new ClassPathResource("prints/fonts/Tinos-" + name + ".ttf").getContentAsByteArray(),
                    weight,
                    style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
