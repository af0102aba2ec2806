package vn.lienthong.document.inspection;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a PDF would do beyond showing its pages. Looks at every object of the file, not at the places where such
 * things usually hang, so that nothing is overlooked in a corner.
 */
final class PdfActions {

    private static final int MOST_OBJECTS = 500_000;

    /** Kinds of action (ISO 32000-1, table 198) that run code, start programs, or reach out of the file. */
    private static final Set<String> FORBIDDEN_ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute");

    private static final Set<String> FORBIDDEN_ANNOTATIONS = Set.of("RichMedia", "Screen", "Movie", "Sound", "3D");

    private static final COSName JS = COSName.JS;
    private static final COSName XFA = COSName.XFA;
    private static final COSName EF = COSName.EF;
    private static final COSName EMBEDDED_FILES = COSName.EMBEDDED_FILES;
    private static final COSName COLLECTION = COSName.getPDFName("Collection");

    private PdfActions() {}

    static void refuseActive(COSDocument document) throws Unacceptable {
        Set<COSObjectKey> keys = document.getXrefTable().keySet();
        if (keys.size() > MOST_OBJECTS) {
            throw new Unacceptable("paper-bomb");
        }
        check(document.getTrailer());
        // A copy, because looking at an object may load others.
        for (COSObjectKey key : Set.copyOf(keys)) {
            COSObject object = document.getObjectFromPool(key);
            COSBase content = object == null ? null : object.getObject();
            if (content == null) {
                // Nobody knows what another reader would make of it.
                throw new Unacceptable("paper-broken");
            }
            check(content);
        }
    }

    /** Descends into what lies directly in an object; what it refers to comes by itself. */
    private static void check(@Nullable COSBase base) throws Unacceptable {
        if (base instanceof COSDictionary dictionary) {
            checkDictionary(dictionary);
            for (COSBase value : dictionary.getValues()) {
                check(value);
            }
        } else if (base instanceof COSArray array) {
            for (COSBase element : array) {
                check(element);
            }
        }
    }

    private static void checkDictionary(COSDictionary dictionary) throws Unacceptable {
        if (dictionary.containsKey(EF)
                || dictionary.containsKey(EMBEDDED_FILES)
                || dictionary.containsKey(COLLECTION)
                || "EmbeddedFile".equals(dictionary.getNameAsString(COSName.TYPE))
                || "FileAttachment".equals(dictionary.getNameAsString(COSName.SUBTYPE))) {
            throw new Unacceptable("paper-embedded-files");
        }
        if (dictionary.containsKey(JS)
                || dictionary.containsKey(XFA)
                || FORBIDDEN_ACTIONS.contains(name(dictionary, COSName.S))
                || FORBIDDEN_ANNOTATIONS.contains(name(dictionary, COSName.SUBTYPE))) {
            throw new Unacceptable("paper-active-content");
        }
    }

    private static String name(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        return name == null ? "" : name;
    }
}
