package vn.lienthong.worklist.prints;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.stereotype.Component;

/** Many papers, one file, so that a printer is asked once. What is signed electronically stays as it is in the dossier. */
@Component
class Merging {

    private static final String PDF = "application/pdf";

    /** A stored file. */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(String mediaType, byte[] bytes) {}

    byte[] merge(List<Part> parts) {
        try (PDDocument whole = new PDDocument();
                var file = new ByteArrayOutputStream()) {
            var merger = new PDFMergerUtility();
            for (Part part : parts) {
                if (part.mediaType().equals(PDF)) {
                    try (PDDocument document = Loader.loadPDF(part.bytes())) {
                        merger.appendDocument(whole, document);
                    }
                } else {
                    picture(whole, part);
                }
            }
            whole.save(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As large as an A4 sheet allows. */
    private static void picture(PDDocument whole, Part part) throws IOException {
        PDImageXObject image = PDImageXObject.createFromByteArray(whole, part.bytes(), "paper");
        PDRectangle sheet = PDRectangle.A4;
        float scale = Math.min(sheet.getWidth() / image.getWidth(), sheet.getHeight() / image.getHeight());
        float width = image.getWidth() * scale;
        float height = image.getHeight() * scale;
        var page = new PDPage(sheet);
        whole.addPage(page);
        try (var content = new PDPageContentStream(whole, page)) {
            content.drawImage(image, (sheet.getWidth() - width) / 2, (sheet.getHeight() - height) / 2, width, height);
        }
    }
}
