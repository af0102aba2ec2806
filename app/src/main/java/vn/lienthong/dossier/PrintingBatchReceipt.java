package vn.lienthong.dossier;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.BatchReceiptPrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Form 01 for all that one person handed in on one visit. */
@Component
class PrintingBatchReceipt {

    private final Catalogue catalogue;
    private final PrintingReceipt receipts;
    private final Fees fees;
    private final OnPaper onPaper;
    private final Clock clock;

    PrintingBatchReceipt(Catalogue catalogue, PrintingReceipt receipts, Fees fees, OnPaper onPaper, Clock clock) {
        this.catalogue = catalogue;
        this.receipts = receipts;
        this.fees = fees;
        this.onPaper = onPaper;
        this.clock = clock;
    }

    /** @param dossiers of one applicant at one desk, the first one first */
    BatchReceiptPrint receipt(List<Dossiers.Summary> dossiers) {
        Dossiers.Summary first = dossiers.get(0);
        Dossiers.Summary last = dossiers.get(dossiers.size() - 1);
        return new BatchReceiptPrint(
                onPaper.letterhead(first.unit(), last.receivedAt()),
                onPaper.unit(first.unit()),
                onPaper.officer(receipts.receivedBy(last)),
                onPaper.applicant(first),
                dossiers.stream().map(this::line).toList(),
                total(dossiers),
                onPaper.contact(first.unit()));
    }

    private BatchReceiptPrint.Line line(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        var promised = Objects.requireNonNullElse(dossier.promisedAt(), clock.instant());
        return new BatchReceiptPrint.Line(
                dossier.number().value(),
                edition.names().vi(),
                onPaper.channel(dossier),
                onPaper.papers(dossier, edition),
                onPaper.limit(dossier, edition),
                dossier.receivedAt(),
                promised,
                Objects.requireNonNullElse(dossier.originalPromisedAt(), promised),
                fees.words(dossier),
                onPaper.tracking(dossier));
    }

    private @Nullable Long total(List<Dossiers.Summary> dossiers) {
        List<Optional<Long>> amounts = dossiers.stream().map(fees::amount).toList();
        return amounts.stream().allMatch(Optional::isPresent)
                ? amounts.stream().mapToLong(Optional::get).sum()
                : null;
    }
}
