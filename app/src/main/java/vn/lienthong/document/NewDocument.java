package vn.lienthong.document;

import org.jspecify.annotations.Nullable;

/**
 * A document about to be stored.
 *
 * @param code what it is among its kind: the paper's code, the form of a print, the code of a result
 * @param number its own number where it has one, such as {@code 12/TB-UBND}
 * @param fileName as the sender calls it; stored without anything a file system or a browser could stumble over
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record NewDocument(
        DocumentKind kind,
        String code,
        @Nullable String number,
        String fileName,
        byte[] bytes,
        String dossierNumber,
        String createdBy) {

    public static NewDocument paper(
            String code, String fileName, byte[] bytes, String dossierNumber, String createdBy) {
        return new NewDocument(DocumentKind.PAPER, code, null, fileName, bytes, dossierNumber, createdBy);
    }

    public static NewDocument print(
            String form, @Nullable String number, byte[] bytes, String dossierNumber, String createdBy) {
        return new NewDocument(
                DocumentKind.PRINT, form, number, form + "-" + dossierNumber, bytes, dossierNumber, createdBy);
    }

    /** @param code of the result */
    public static NewDocument signed(
            String code, @Nullable String number, byte[] bytes, String dossierNumber, String createdBy) {
        return new NewDocument(
                DocumentKind.SIGNED, code, number, code + "-" + dossierNumber, bytes, dossierNumber, createdBy);
    }

    public static NewDocument result(
            String code, @Nullable String number, byte[] bytes, String dossierNumber, String createdBy) {
        return new NewDocument(
                DocumentKind.RESULT, code, number, code + "-" + dossierNumber, bytes, dossierNumber, createdBy);
    }
}
