package vn.lienthong.document;

/** Where a document comes from. */
public enum DocumentKind {
    /** Handed in with a dossier by the applicant or by another agency. */
    PAPER,
    /** Printed by the one-stop desk: receipt, request, apology, slip. */
    PRINT,
    /** A result that an official has signed and nobody has issued yet. */
    SIGNED,
    /** What the citizen came for: an extract, a confirmation, a decision. */
    RESULT
}
