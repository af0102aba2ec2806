package vn.lienthong.design.publishing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import vn.lienthong.workflow.ProcessRef;

/** Editions on their way into force and out of it, over HTTP. */
@RestController
@RequestMapping("/api/v1")
class EditionDraftController {

    private static final int PAGE = 50;

    private final Publishing publishing;

    EditionDraftController(Publishing publishing) {
        this.publishing = publishing;
    }

    record FindingView(String severity, String rule, String element, String message) {}

    record DraftView(
            long id,
            String procedure,
            LocalDate edition,
            String name,
            String state,
            String sentBy,
            Instant sentAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String decision,
            @Nullable String note,
            List<FindingView> findings) {}

    record DraftLine(
            long id,
            String procedure,
            LocalDate edition,
            String name,
            String state,
            int errors,
            int warnings,
            String sentBy,
            Instant sentAt) {}

    record Lines(List<DraftLine> items, @Nullable String next) {}

    /** @param decision number of the document that approves it or takes it out of force */
    record Decision(
            @Nullable String decision,
            @Nullable String note,
            @Nullable String reason) {}

    /** Takes in a folder, as files or as a zip, and answers with what the verifier says of it. */
    @PostMapping(path = "/edition-drafts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<DraftView> send(
            MultipartHttpServletRequest request,
            @RequestParam Optional<String> procedure,
            @RequestParam Optional<LocalDate> edition,
            Locale locale) {
        List<MultipartFile> sent = new ArrayList<>();
        request.getMultiFileMap().values().forEach(sent::addAll);
        EditionDraft draft = publishing.send(
                sent, procedure.orElse(null), edition.map(LocalDate::toString).orElse(null));
        return ResponseEntity.created(URI.create("/api/v1/edition-drafts/" + draft.id()))
                .body(view(draft, locale));
    }

    @GetMapping("/edition-drafts")
    Lines list(@RequestParam Optional<Long> before) {
        List<EditionDraft> found = publishing.list(before.orElse(null), PAGE + 1);
        List<EditionDraft> shown = found.stream().limit(PAGE).toList();
        return new Lines(
                shown.stream()
                        .map(draft -> new DraftLine(
                                draft.id(),
                                draft.procedure(),
                                draft.edition(),
                                draft.name(),
                                draft.state().name(),
                                draft.errors(),
                                draft.warnings(),
                                draft.sentBy(),
                                draft.sentAt()))
                        .toList(),
                found.size() > PAGE ? String.valueOf(shown.get(PAGE - 1).id()) : null);
    }

    @GetMapping("/edition-drafts/{id}")
    DraftView one(@PathVariable long id, Locale locale) {
        return view(publishing.get(id), locale);
    }

    /** Puts it into force from its day on; by somebody else than who sent it. */
    @PostMapping("/edition-drafts/{id}/approval")
    DraftView approve(@PathVariable long id, @RequestBody Decision decision, Locale locale) {
        publishing.approve(id, decision.decision(), decision.note());
        return one(id, locale);
    }

    @PostMapping("/edition-drafts/{id}/rejection")
    DraftView reject(@PathVariable long id, @RequestBody Decision decision, Locale locale) {
        publishing.reject(id, decision.note());
        return one(id, locale);
    }

    /** Takes an edition out of force; refused with their numbers while dossiers run by it. */
    @PostMapping("/procedures/{key}/editions/{edition}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String key, @PathVariable LocalDate edition, @RequestBody Decision decision) {
        publishing.withdraw(new ProcessRef(key, edition.toString()), decision.decision(), decision.reason());
    }

    private DraftView view(EditionDraft draft, Locale locale) {
        return new DraftView(
                draft.id(),
                draft.procedure(),
                draft.edition(),
                draft.name(),
                draft.state().name(),
                draft.sentBy(),
                draft.sentAt(),
                draft.decidedBy(),
                draft.decidedAt(),
                draft.decision(),
                draft.note(),
                draft.decidedAt() != null
                        ? List.of()
                        : publishing.findings(draft).stream()
                                .map(finding -> new FindingView(
                                        finding.severity().name(),
                                        finding.rule(),
                                        finding.element(),
                                        finding.message(locale)))
                                .toList());
    }
}
