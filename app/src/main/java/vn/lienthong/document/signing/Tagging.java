package vn.lienthong.document.signing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;

/** Gives the field of a signature its place among what is read aloud (PDF/UA-1, 7.18.4). */
final class Tagging {

    private Tagging() {}

    /** Does nothing in a file that has no structure. */
    static void add(PDDocument document, PDAnnotationWidget widget, String text) {
        PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
        if (root == null || root.getParentTree() == null) {
            return;
        }
        PDPage page = document.getPage(0);
        PDStructureNode parent = root.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureNode.class::cast)
                .findFirst()
                .orElse(root);
        var form = new PDStructureElement("Form", parent);
        form.setPage(page);
        form.setAlternateDescription(text);
        var reference = new PDObjectReference();
        reference.setReferencedObject(widget);
        reference.getCOSObject().setItem(COSName.PG, page);
        form.appendKid(reference);
        parent.appendKid(form);

        COSDictionary tree = root.getParentTree().getCOSObject();
        COSArray numbers = tree.getCOSArray(COSName.NUMS);
        if (numbers == null) {
            return;
        }
        int next = root.getParentTreeNextKey();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            next = Math.max(next, numbers.getInt(i) + 1);
        }
        numbers.add(COSInteger.get(next));
        numbers.add(form);
        widget.setStructParent(next);
        root.setParentTreeNextKey(next + 1);
        tree.setNeedToBeUpdated(true);
        root.getCOSObject().setNeedToBeUpdated(true);
        parent.getCOSObject().setNeedToBeUpdated(true);
    }
}
