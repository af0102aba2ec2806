package vn.lienthong.document.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/** Reads a tagged PDF as a screen reader does: along its structure. */
public final class ReadingAloud {

    private final Map<PDPage, Map<Integer, List<TextPosition>>> marked = new HashMap<>();
    private float line;
    private final StringBuilder read = new StringBuilder();

    private ReadingAloud(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            Map<Integer, List<TextPosition>> letters = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, content.getMCID(), letters));
            marked.put(page, letters);
        }
        read(document.getDocumentCatalog().getStructureTreeRoot(), null);
    }

    /** Words in the order in which they are read, with one space between. */
    public static String of(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return of(document).replaceAll("[\\s\u00a0]+", " ").strip();
        }
    }

    static String of(PDDocument document) throws IOException {
        return new ReadingAloud(document).read.toString();
    }

    private static void collect(PDMarkedContent content, int mcid, Map<Integer, List<TextPosition>> letters) {
        for (Object part : content.getContents()) {
            if (part instanceof TextPosition letter) {
                letters.computeIfAbsent(mcid, key -> new ArrayList<>()).add(letter);
            } else if (part instanceof PDMarkedContent inner) {
                collect(inner, mcid, letters);
            }
        }
    }

    private void read(PDStructureNode node, @Nullable PDPage around) {
        PDPage page = around;
        if (node instanceof PDStructureElement element && element.getPage() != null) {
            page = element.getPage();
        }
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode inner) {
                read(inner, page);
            } else if (kid instanceof PDMarkedContentReference reference) {
                append(reference.getPage() == null ? page : reference.getPage(), reference.getMCID());
            } else if (kid instanceof Integer mcid) {
                append(page, mcid);
            }
        }
        if (node instanceof PDStructureElement element && !"Span".equals(element.getStandardStructureType())) {
            read.append(' ');
        }
    }

    private void append(@Nullable PDPage page, int mcid) {
        if (page == null) {
            return;
        }
        for (TextPosition letter : marked.getOrDefault(page, Map.of()).getOrDefault(mcid, List.of())) {
            if (letter.getYDirAdj() != line) {
                // A new line ends a word.
                read.append(' ');
                line = letter.getYDirAdj();
            }
            read.append(letter.getUnicode());
        }
    }
}
