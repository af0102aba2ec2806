package vn.lienthong.document;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.inspection.Inspection;

/** Papers, prints and results of dossiers over HTTP. */
@RestController
@RequestMapping("/api/v1")
class DocumentController {

    /** A code of a paper is written by designers; what is stored under it must be found again. */
    private static final String PAPER_CODE = "[a-z0-9]+(-[a-z0-9]+)*";

    private static final int LONGEST_CODE = 60;

    private final Documents documents;
    private final ObjectProvider<DocumentAccess> access;
    private final CurrentCaller caller;
    private final ProblemDetails problems;
    private final Clock clock;

    DocumentController(
            Documents documents,
            ObjectProvider<DocumentAccess> access,
            CurrentCaller caller,
            ProblemDetails problems,
            Clock clock) {
        this.documents = documents;
        this.access = access;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    /** A page of documents; a dossier has few, so there is one page. */
    record DocumentList(List<DocumentLine> items, @Nullable String next) {}

    record DocumentLine(
            UUID id,
            String kind,
            String code,
            @Nullable String number,
            String fileName,
            String mediaType,
            long size,
            String sha256,
            String dossier,
            OffsetDateTime createdAt,
            String createdBy,
            String href) {

        static DocumentLine of(StoredDocument document, Clock clock) {
            return new DocumentLine(
                    document.id().value(),
                    document.kind().name(),
                    document.code(),
                    document.number(),
                    document.fileName(),
                    document.mediaType(),
                    document.size(),
                    document.sha256(),
                    document.dossierNumber(),
                    document.createdAt().atZone(clock.getZone()).toOffsetDateTime(),
                    document.createdBy(),
                    address(document.id()).toString());
        }
    }

    @PostMapping(path = "/dossiers/{number}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DocumentLine> add(
            @PathVariable String number,
            @RequestParam(name = "paper", required = false) @Nullable String paper,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        Caller me = caller.get();
        if (!mayAdd(me, number)) {
            throw mayRead(me, number) ? new Forbidden("document-add") : new NotFound("dossier");
        }
        if (paper == null || paper.length() > LONGEST_CODE || !paper.matches(PAPER_CODE)) {
            throw new InvalidInput(Problem.of("paper", paper == null ? "required" : "malformed"));
        }
        if (file == null) {
            throw new InvalidInput(Problem.of("file", "required"));
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        DocumentId id = documents.store(NewDocument.paper(paper, name, file.getBytes(), number, me.username()));
        return ResponseEntity.created(address(id)).body(DocumentLine.of(documents.load(id), clock));
    }

    @GetMapping("/dossiers/{number}/documents")
    DocumentList list(@PathVariable String number) {
        if (!mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        access.ifAvailable(dossiers -> dossiers.prepare(number));
        return new DocumentList(
                documents.of(number).stream()
                        .map(document -> DocumentLine.of(document, clock))
                        .toList(),
                null);
    }

    /** The document itself. Shown in the browser, because only kinds are stored that do nothing when they are shown. */
    @GetMapping("/documents/{id}")
    ResponseEntity<byte[]> content(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean download) {
        var documentId = new DocumentId(id);
        Caller me = caller.get();
        if (documents.dossiersOf(documentId).stream().noneMatch(number -> mayRead(me, number))) {
            throw new NotFound("document");
        }
        StoredDocument document = documents.load(documentId);
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(document.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                // People share computers at a counter: nothing of a citizen stays in a browser's memory.
                .cacheControl(CacheControl.noStore())
                .body(documents.content(documentId));
    }

    /** The server stopped reading: larger than what {@link Inspection} would have refused in the same words. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(Inspection.tooLarge(), locale));
    }

    private boolean mayRead(Caller me, String number) {
        DocumentAccess rights = access.getIfAvailable();
        return rights != null && rights.mayRead(me, number);
    }

    private boolean mayAdd(Caller me, String number) {
        DocumentAccess rights = access.getIfAvailable();
        return rights != null && rights.mayAdd(me, number);
    }

    private static URI address(DocumentId id) {
        return URI.create("/api/v1/documents/" + id);
    }
}
