package vn.lienthong.dossier;

import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.audit.Happening;
import vn.lienthong.document.print.FeeReceiptPrint;
import vn.lienthong.procedure.Catalogue;

/** The receipt for a fee: who took how much, and what the dossier owes by now. */
@Component
class PrintingFeeReceipt {

    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final Fees fees;
    private final OnPaper onPaper;

    PrintingFeeReceipt(DossierMapper mapper, Catalogue catalogue, Fees fees, OnPaper onPaper) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.fees = fees;
        this.onPaper = onPaper;
    }

    /** When the fee was taken; empty while it was not. */
    Optional<Happening> taken(Dossiers.Summary dossier) {
        String number = dossier.number().value();
        return dossier.finance().equals(TakingFees.PAID)
                ? mapper.events(number, number).stream()
                        .filter(event -> event.what().equals(TakingFees.EVENT))
                        .findFirst()
                : Optional.empty();
    }

    FeeReceiptPrint receipt(Dossiers.Summary dossier, Happening taken) {
        String unit = taken.unit() == null ? dossier.unit() : taken.unit();
        String subject = catalogue.edition(dossier.process()).names().vi();
        return new FeeReceiptPrint(
                onPaper.letterhead(unit, taken.at()),
                dossier.number().value(),
                taken.details().get("receipt") instanceof String receipt ? receipt : null,
                onPaper.applicant(dossier),
                fees.name(dossier).orElse(onPaper.word("dossier.print.fee")),
                subject,
                taken.details().get("amount") instanceof Number amount ? amount.longValue() : 0,
                onPaper.word("dossier.fee." + taken.details().get("method")),
                taken.actor() == null ? "" : onPaper.officer(taken.actor()),
                taken.at(),
                onPaper.word("dossier.print.finance." + dossier.finance()));
    }
}
