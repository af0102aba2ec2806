package vn.lienthong.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is kept, without its bytes.
 *
 * @param dossierNumber the dossier it was filed in first; linked dossiers refer to the same document
 * @param sha256 of the bytes, hexadecimal
 * @param size in bytes
 */
public record StoredDocument(
        DocumentId id,
        DocumentKind kind,
        String code,
        @Nullable String number,
        String fileName,
        String mediaType,
        long size,
        String sha256,
        String dossierNumber,
        Instant createdAt,
        String createdBy) {}
