package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.RefusalPrint;
import vn.lienthong.document.print.Signature;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Form 03: the dossier is not taken up. */
@Component
class PrintingRefusal {

    private final Timeline timeline;
    private final Catalogue catalogue;
    private final Letterheads letterheads;
    private final OnPaper onPaper;
    private final Clock clock;

    PrintingRefusal(Timeline timeline, Catalogue catalogue, Letterheads letterheads, OnPaper onPaper, Clock clock) {
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.letterheads = letterheads;
        this.onPaper = onPaper;
        this.clock = clock;
    }

    RefusalPrint refusal(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        Instant at = dossier.finishedAt() == null ? clock.instant() : dossier.finishedAt();
        return new RefusalPrint(
                onPaper.letterhead(dossier.unit(), at),
                dossier.number().value(),
                onPaper.applicant(dossier),
                null,
                dossier.submittedAt(),
                edition.names().vi(),
                timeline.lastReason(dossier.number()).stream().toList(),
                OnPaper.basis(edition),
                onPaper.contact(dossier.unit()),
                letterheads.ofUnitHead(dossier.unit(), null));
    }

    /** For what never became a dossier. */
    RefusalPrint atTheCounter(
            String unit,
            Edition edition,
            Map<String, Object> applicant,
            Instant at,
            List<String> reasons,
            String officer) {
        return new RefusalPrint(
                onPaper.letterhead(unit, at),
                "",
                OnPaper.person(Applicant.of(applicant), applicant),
                null,
                at,
                edition.names().vi(),
                reasons,
                OnPaper.basis(edition),
                onPaper.contact(unit),
                new Signature(List.of(), onPaper.officer(officer)));
    }
}
