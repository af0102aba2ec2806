package vn.lienthong.document.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Loads a PDF as a reader would and refuses what is locked, broken, or would do more than show its pages. */
final class PdfInspection {

    private static final int MOST_PAGES = 2_000;

    /** How far from the end the end mark may be; some scanners add padding. */
    private static final int TAIL = 4096;

    private PdfInspection() {}

    static void inspect(byte[] bytes) throws Unacceptable {
        if (!ends(bytes)) {
            throw new Unacceptable("paper-broken");
        }
        PdfStreams.refuseBombs(bytes);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                throw new Unacceptable("paper-encrypted");
            }
            PdfActions.refuseActive(document.getDocument());
            readPages(document);
        } catch (InvalidPasswordException e) {
            throw new Unacceptable("paper-encrypted");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unacceptable("paper-broken");
        }
    }

    private static void readPages(PDDocument document) throws Unacceptable {
        int pages = document.getNumberOfPages();
        if (pages > MOST_PAGES) {
            throw new Unacceptable("paper-too-many-pages", MOST_PAGES);
        }
        int read = 0;
        for (PDPage page : document.getPages()) {
            COSDictionary dictionary = page.getCOSObject();
            if (dictionary.size() == 0 || page.getMediaBox().getWidth() <= 0) {
                throw new Unacceptable("paper-broken");
            }
            read++;
        }
        if (read == 0 || read != pages) {
            throw new Unacceptable("paper-broken");
        }
    }

    private static boolean ends(byte[] bytes) {
        int from = Math.max(0, bytes.length - TAIL);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }
}
