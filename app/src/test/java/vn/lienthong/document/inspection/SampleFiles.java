package vn.lienthong.document.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files as citizens bring them. */
public final class SampleFiles {

    private SampleFiles() {}

    /** A sound PDF of one page, different for every title. */
    public static byte[] pdf(String title) {
        return pdf(document -> document.getDocumentInformation().setTitle(title));
    }

    static byte[] pdf(Touch touch) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            touch.on(document);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] image(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture(width, height), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 31 ^ y * 17) * 0x010203);
            }
        }
        return image;
    }

    /** What makes a PDF different from a sound one. */
    interface Touch {
        void on(PDDocument document) throws IOException;
    }
}
