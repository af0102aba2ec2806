package vn.lienthong.document;

import java.time.Instant;

/** A document was stored and filed in a dossier; announced in the same transaction. */
public record DocumentFiled(
        DocumentId id, DocumentKind kind, String code, String dossierNumber, Instant at, String by) {}
