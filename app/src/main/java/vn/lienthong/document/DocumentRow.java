package vn.lienthong.document;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of {@code document.document}, in the order of its columns. */
record DocumentRow(
        String id,
        DocumentKind kind,
        String code,
        @Nullable String number,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String dossierNumber,
        Instant createdAt,
        String createdBy) {

    static DocumentRow of(StoredDocument document) {
        return new DocumentRow(
                document.id().toString(),
                document.kind(),
                document.code(),
                document.number(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.dossierNumber(),
                document.createdAt(),
                document.createdBy());
    }

    StoredDocument document() {
        return new StoredDocument(
                new DocumentId(UUID.fromString(id)),
                kind,
                code,
                number,
                fileName,
                mediaType,
                size,
                sha256,
                dossierNumber,
                createdAt,
                createdBy);
    }
}
