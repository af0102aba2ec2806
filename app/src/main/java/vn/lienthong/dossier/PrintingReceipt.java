package vn.lienthong.dossier;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.LegLine;
import vn.lienthong.document.print.ReceiptPrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Form 01: the dossier was received, and its result is promised for a day. */
@Component
class PrintingReceipt {

    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final Planning planning;
    private final Fees fees;
    private final OnPaper onPaper;

    PrintingReceipt(DossierMapper mapper, Catalogue catalogue, Planning planning, Fees fees, OnPaper onPaper) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.planning = planning;
        this.fees = fees;
        this.onPaper = onPaper;
    }

    ReceiptPrint receipt(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        Instant promised = Objects.requireNonNull(dossier.promisedAt());
        return new ReceiptPrint(
                onPaper.letterhead(dossier.unit(), dossier.receivedAt()),
                dossier.number().value(),
                onPaper.unit(dossier.unit()),
                dossier.receivedAt(),
                onPaper.officer(receivedBy(dossier)),
                onPaper.channel(dossier),
                onPaper.applicant(dossier),
                null,
                edition.names().vi(),
                onPaper.papers(dossier, edition),
                1,
                onPaper.limit(dossier, edition),
                promised,
                Objects.requireNonNullElse(dossier.originalPromisedAt(), promised),
                dossier.legs().stream()
                        .filter(leg -> leg.dueAt() != null)
                        .map(leg -> line(dossier, edition, leg))
                        .toList(),
                delivery(dossier),
                fees.words(dossier),
                onPaper.tracking(dossier),
                onPaper.contact(dossier.unit()));
    }

    private LegLine line(Dossiers.Summary dossier, Edition edition, Leg leg) {
        return new LegLine(
                onPaper.unit(leg.unit()),
                catalogue.procedure(dossier.process()).nameOfLeg(leg.leg(), OnPaper.VIETNAMESE),
                leg.number(),
                edition.leg(leg.leg())
                        .map(l -> onPaper.words(planning.budget(l, dossier.content(), leg.unit())))
                        .orElse(""),
                Objects.requireNonNull(leg.originalDueAt()),
                Objects.requireNonNull(leg.dueAt()));
    }

    String receivedBy(Dossiers.Summary dossier) {
        return Optional.ofNullable(mapper.find(dossier.number().value()))
                .map(DossierRow::receivedBy)
                .orElse("");
    }

    private String delivery(Dossiers.Summary dossier) {
        Object method = OnPaper.map(dossier.content().get("delivery")).get("method");
        return onPaper.word("dossier.delivery." + (method == null ? "COUNTER" : method));
    }
}
