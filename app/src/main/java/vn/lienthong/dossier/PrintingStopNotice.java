package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.PaperFormat;
import vn.lienthong.document.print.StopNoticePrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Form 05: the dossier is not worked on any more. */
@Component
class PrintingStopNotice {

    private final PaperFormat format = new PaperFormat();
    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final Letterheads letterheads;
    private final OnPaper onPaper;
    private final Clock clock;

    PrintingStopNotice(
            DossierMapper mapper, Catalogue catalogue, Letterheads letterheads, OnPaper onPaper, Clock clock) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.letterheads = letterheads;
        this.onPaper = onPaper;
        this.clock = clock;
    }

    StopNoticePrint notice(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        Instant at = dossier.finishedAt() == null ? clock.instant() : dossier.finishedAt();
        boolean withdrawn = dossier.state() == DossierState.WITHDRAWN;
        Edition.SupplementPolicy supplement = edition.supplement();
        return new StopNoticePrint(
                onPaper.letterhead(dossier.unit(), at),
                dossier.number().value(),
                onPaper.applicant(dossier),
                dossier.receivedAt(),
                edition.names().vi(),
                withdrawn ? onPaper.word("dossier.print.asked-by-applicant") : onPaper.unit(dossier.unit()),
                stage(dossier),
                withdrawn ? withdrawalReason(dossier) : supplementReason(dossier),
                withdrawn || supplement == null ? OnPaper.basis(edition) : supplement.legalBasis(),
                finance(dossier),
                onPaper.papers(dossier, edition),
                List.of(onPaper.word("dossier.print.copy-applicant"), onPaper.word("dossier.print.copy-file")),
                onPaper.contact(dossier.unit()),
                letterheads.ofUnitHead(dossier.unit(), null));
    }

    /** Whose part was not done yet. */
    private String stage(Dossiers.Summary dossier) {
        return dossier.legs().stream()
                .filter(leg -> leg.startedAt() != null && leg.state() != LegState.DONE)
                .map(leg -> catalogue.procedure(dossier.process()).nameOfLeg(leg.leg(), OnPaper.VIETNAMESE) + " ("
                        + onPaper.unit(leg.unit()) + ")")
                .collect(Collectors.joining("; "));
    }

    private String withdrawalReason(Dossiers.Summary dossier) {
        return mapper.events(dossier.number().value(), null).stream()
                .filter(e -> e.what().equals("withdrawal-asked"))
                .findFirst()
                .map(e -> String.valueOf(e.details().getOrDefault("reason", "")))
                .orElse("");
    }

    private String supplementReason(Dossiers.Summary dossier) {
        List<DossierMapper.Asked> asked = mapper.askedFor(dossier.number().value());
        if (asked.isEmpty()) {
            return onPaper.word("dossier.state." + dossier.state().key());
        }
        DossierMapper.Asked last = asked.get(asked.size() - 1);
        return onPaper.word(
                "dossier.print.not-supplemented",
                last.answerBy() == null ? "" : format.date(last.answerBy()),
                last.reason());
    }

    private String finance(Dossiers.Summary dossier) {
        Map<String, Object> fee = OnPaper.map(dossier.content().get("fee"));
        return fee.get("method") != null && fee.get("amount") instanceof Number amount && amount.longValue() > 0
                ? onPaper.word("dossier.print.fee-paid", format.money(amount.longValue()))
                : onPaper.word("dossier.print.no-finance");
    }
}
