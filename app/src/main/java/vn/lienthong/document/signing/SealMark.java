package vn.lienthong.document.signing;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.springframework.core.io.ClassPathResource;
import vn.lienthong.document.print.PaperFormat;
import vn.lienthong.document.signing.PdfSigning.Words;

/** The seal of the agency as readers see it: who and when, in the upper right corner of the first page. */
final class SealMark {

    private static final String FONT = "prints/fonts/Tinos-Regular.ttf";
    private static final PaperFormat FORMAT = new PaperFormat();

    /** Points. Within the upper margin of Decree 30/2020/NĐ-CP, above the name of the country. */
    private static final float WIDTH = 178;

    private static final float SIZE = 7.5f;
    private static final float LINE = 8.6f;
    private static final float PADDING = 3;
    private static final float FROM_THE_EDGE = 14;
    private static final Color RED = new Color(0xC0, 0x00, 0x00);

    void draw(PDDocument document, PDAnnotationWidget widget, Words words) throws IOException {
        PDPage page = document.getPage(0);
        PDType0Font font =
                PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBuffer(fontFile())), true);
        List<String> lines = new ArrayList<>(wrapped("Ký bởi: " + words.name(), font));
        lines.add("Thời gian ký: " + FORMAT.signedAt(words.at()));
        float height = lines.size() * LINE + 2 * PADDING;
        PDRectangle paper = page.getMediaBox();
        widget.setRectangle(new PDRectangle(
                paper.getUpperRightX() - FROM_THE_EDGE - WIDTH,
                paper.getUpperRightY() - FROM_THE_EDGE - height,
                WIDTH,
                height));
        var look = new PDAppearanceStream(document);
        look.setBBox(new PDRectangle(WIDTH, height));
        look.setResources(new PDResources());
        try (var canvas = new PDAppearanceContentStream(look)) {
            canvas.setStrokingColor(RED);
            canvas.setLineWidth(0.6f);
            canvas.addRect(0.5f, 0.5f, WIDTH - 1, height - 1);
            canvas.stroke();
            canvas.setNonStrokingColor(RED);
            canvas.beginText();
            canvas.setFont(font, SIZE);
            canvas.setLeading(LINE);
            canvas.newLineAtOffset(PADDING + 1, height - PADDING - SIZE + 0.5f);
            for (String line : lines) {
                canvas.showText(line);
                canvas.newLine();
            }
            canvas.endText();
        }
        // Adding to a file does not cut its fonts down to the letters used by itself.
        font.subset();
        var appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(look);
        widget.setAppearance(appearance);
    }

    private static List<String> wrapped(String text, PDType0Font font) throws IOException {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : Normalizer.normalize(text, Normalizer.Form.NFC).split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * SIZE > WIDTH - 2 * PADDING - 2) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static byte[] fontFile() {
        try {
            return new ClassPathResource(FONT).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
