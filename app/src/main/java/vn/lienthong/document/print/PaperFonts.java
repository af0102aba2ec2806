package vn.lienthong.document.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Tinos in four faces, read once. Not for two threads at a time: a face reads its outlines from one position. */
final class PaperFonts {

    private static final String FAMILY = "Tinos";

    private record Face(TrueTypeFont font, int weight, FontStyle style) {}

    private final List<Face> faces = List.of(
            face("Regular", 400, FontStyle.NORMAL),
            face("Bold", 700, FontStyle.NORMAL),
            face("Italic", 400, FontStyle.ITALIC),
            face("BoldItalic", 700, FontStyle.ITALIC));

    void offerTo(PdfRendererBuilder builder, PDDocument document) {
        for (Face face : faces) {
            builder.useFont(new Embedded(document, face.font()), FAMILY, face.weight(), face.style(), true);
        }
    }

    private static Face face(String name, int weight, FontStyle style) {
        var file = new ClassPathResource("prints/fonts/Tinos-" + name + ".ttf");
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.getContentAsByteArray()));
            // Joining f and i to one sign helps nobody and took half of the time of a print.
            font.setEnableGsub(false);
            return new Face(font, weight, style);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the letters that are used into a document, when the first of them is. */
    private static final class Embedded extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;
        private @Nullable PDFont embedded;

        @SuppressWarnings("NullAway") // there is no font yet
        Embedded(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            PDFont result = embedded;
            if (result == null) {
                try {
                    result = PDType0Font.load(document, font, true);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                embedded = result;
            }
            return result;
        }
    }

    /** Sets of fonts that nobody is printing with. A set takes a few megabytes, so a rush leaves only some of them behind. */
    static final class Pool {

        private static final int MOST_IDLE = 4;

        private final BlockingQueue<PaperFonts> idle = new ArrayBlockingQueue<>(MOST_IDLE);

        PaperFonts take() {
            PaperFonts fonts = idle.poll();
            return fonts == null ? new PaperFonts() : fonts;
        }

        void giveBack(PaperFonts fonts) {
            idle.offer(fonts);
        }
    }
}
