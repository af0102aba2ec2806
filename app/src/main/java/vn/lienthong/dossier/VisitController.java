package vn.lienthong.dossier;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Visits over HTTP: several dossiers of one person on one receipt. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitController {

    private final Visits visits;
    private final Reading reading;

    VisitController(Visits visits, Reading reading) {
        this.visits = visits;
        this.reading = reading;
    }

    /** @param dossiers numbers, the first one first */
    record VisitRequest(@Nullable List<String> dossiers) {}

    /** @param receipt address of the receipt for all of them */
    record VisitView(UUID visit, String applicant, List<DossierLine> dossiers, String receipt) {}

    record DossierLine(
            String number,
            String procedureName,
            Instant receivedAt,
            @Nullable Instant promisedAt) {}

    @PostMapping
    @Transactional
    ResponseEntity<VisitView> begin(@RequestBody VisitRequest request, Locale locale) {
        UUID visit = visits.begin(request.dossiers() == null ? List.of() : request.dossiers());
        return ResponseEntity.created(URI.create("/api/v1/visits/" + visit)).body(view(visit, locale));
    }

    @GetMapping("/{visit}")
    VisitView visit(@PathVariable UUID visit, Locale locale) {
        return view(visit, locale);
    }

    @GetMapping(path = "/{visit}/receipt", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] receipt(@PathVariable UUID visit) {
        return visits.receipt(visit);
    }

    private VisitView view(UUID visit, Locale locale) {
        List<Reading.DossierView> dossiers = visits.of(visit).stream()
                .map(number -> reading.dossier(number, locale))
                .toList();
        return new VisitView(
                visit,
                dossiers.get(0).applicant().fullName(),
                dossiers.stream()
                        .map(d -> new DossierLine(d.number(), d.procedureName(), d.receivedAt(), d.promisedAt()))
                        .toList(),
                "/api/v1/visits/" + visit + "/receipt");
    }
}
