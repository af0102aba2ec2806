package vn.lienthong.document.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Reads papers back, and holds them against the standards for keeping and for reading aloud. */
public final class PaperProof {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PaperProof() {}

    /** What veraPDF has against keeping it (PDF/A-2u). */
    public static List<String> faultsForTheArchive(byte[] pdf) throws Exception {
        return faults(pdf, PDFAFlavour.PDFA_2_U);
    }

    /** What veraPDF has against reading it aloud (PDF/UA-1). */
    public static List<String> faultsForReadingAloud(byte[] pdf) throws Exception {
        return faults(pdf, PDFAFlavour.PDFUA_1);
    }

    /** What stands on each page, from top to bottom. */
    public static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document)
                        .replaceAll("[\\s\u00a0]+", " ")
                        .strip());
            }
            return pages;
        }
    }

    /** What the QR code on the first page says. */
    public static String qr(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    /** A decision that is about to be signed electronically. */
    public static byte[] decision(Instant at) {
        ResultPrint plain = SamplePrints.result("funeral-allowance-decision");
        return new Printing(new PrintSets())
                .print(new ResultPrint(
                        plain.letterhead(),
                        plain.number(),
                        plain.code(),
                        plain.title(),
                        plain.subject(),
                        plain.authority(),
                        plain.area(),
                        plain.facts(),
                        plain.legalBases(),
                        plain.copies(),
                        plain.signature(),
                        new Electronic(
                                "Nguyễn Hữu Phước",
                                "Ủy ban nhân dân phường An Hòa",
                                at,
                                "https://dichvucong.an-hoa.example.vn/verify")));
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(fault -> fault.getRuleId().getClause() + " " + fault.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
