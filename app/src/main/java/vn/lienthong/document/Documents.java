package vn.lienthong.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.inspection.FileType;
import vn.lienthong.document.inspection.Inspection;

/**
 * The papers, prints and results of all dossiers. Nothing is stored that was not inspected first, wherever it comes
 * from, and nothing stored is ever changed. Rights are the caller's business: see {@link DocumentAccess}.
 */
@Service
public class Documents {

    private static final Logger log = LoggerFactory.getLogger(Documents.class);

    private final DocumentMapper documents;
    private final Inspection inspection;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(DocumentMapper documents, Inspection inspection, ApplicationEventPublisher events, Clock clock) {
        this.documents = documents;
        this.inspection = inspection;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Stores a document; bytes that are there already are not stored again.
     *
     * @throws InvalidInput when it is not a PDF, JPEG or PNG that anybody could read safely; the faults name the field
     *     {@code file}
     */
    @Transactional
    public DocumentId store(NewDocument document) {
        byte[] bytes = document.bytes();
        FileType type = inspection.inspect(bytes);
        var stored = new StoredDocument(
                DocumentId.fresh(),
                document.kind(),
                document.code(),
                document.number(),
                FileName.of(document.fileName(), type),
                type.mediaType(),
                bytes.length,
                sha256(bytes),
                document.dossierNumber(),
                clock.instant(),
                document.createdBy());
        // Asked first, so that 20 MB do not travel to the database for nothing.
        if (!documents.hasContent(stored.sha256())) {
            documents.insertContent(stored.sha256(), bytes, stored.createdAt());
        }
        documents.insert(DocumentRow.of(stored));
        log.info("filed {} {} in dossier {}", stored.kind(), stored.code(), stored.dossierNumber());
        events.publishEvent(new DocumentFiled(
                stored.id(),
                stored.kind(),
                stored.code(),
                stored.dossierNumber(),
                stored.createdAt(),
                stored.createdBy()));
        return stored.id();
    }

    /** @throws NotFound when there is no such document */
    @Transactional(readOnly = true)
    public StoredDocument load(DocumentId id) {
        DocumentRow row = documents.find(id.toString());
        if (row == null) {
            throw new NotFound("document");
        }
        return row.document();
    }

    /** @throws NotFound when there is no such document */
    @Transactional(readOnly = true)
    public byte[] content(DocumentId id) {
        DocumentMapper.Content content = documents.content(id.toString());
        if (content == null) {
            throw new NotFound("document");
        }
        return content.bytes();
    }

    /** What was printed or issued here with exactly these bytes; what others handed in is nobody's to ask about. */
    @Transactional(readOnly = true)
    public Optional<StoredDocument> issued(byte[] bytes) {
        return Optional.ofNullable(documents.issued(sha256(bytes))).map(DocumentRow::document);
    }

    /** A dossier's own documents and those shared with it, oldest first. */
    @Transactional(readOnly = true)
    public List<StoredDocument> of(String dossierNumber) {
        return documents.filedIn(dossierNumber).stream()
                .map(DocumentRow::document)
                .toList();
    }

    /** Numbers of all dossiers in which the document can be seen. */
    @Transactional(readOnly = true)
    public List<String> dossiersOf(DocumentId id) {
        return documents.dossiersOf(id.toString());
    }

    /** Lets another dossier refer to a document; doing it twice is doing it once. */
    @Transactional
    public void share(DocumentId id, String withDossier, String by) {
        documents.share(load(id).id().toString(), withDossier, clock.instant(), by);
    }

    /**
     * Lets a linked dossier refer to papers of the dossier it came from.
     *
     * @param codes codes of the papers to hand on; others stay where they are
     */
    @Transactional
    public void sharePapers(String fromDossier, String withDossier, Set<String> codes, String by) {
        share(DocumentKind.PAPER, fromDossier, withDossier, codes, by);
    }

    /**
     * Lets the dossier that the citizen handed in refer to what a linked dossier came to.
     *
     * @param codes codes of the results to hand back; others stay where they are
     */
    @Transactional
    public void shareResults(String fromDossier, String withDossier, Set<String> codes, String by) {
        share(DocumentKind.RESULT, fromDossier, withDossier, codes, by);
    }

    private void share(DocumentKind kind, String fromDossier, String withDossier, Set<String> codes, String by) {
        for (StoredDocument document : of(fromDossier)) {
            if (document.kind() == kind && codes.contains(document.code())) {
                documents.share(document.id().toString(), withDossier, clock.instant(), by);
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
