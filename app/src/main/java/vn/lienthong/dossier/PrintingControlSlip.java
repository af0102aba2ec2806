package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.audit.Happening;
import vn.lienthong.document.print.ControlSlipPrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.EngineClock;

/** The slip that travels with a dossier, filled from the record of its hand-overs. */
@Component
class PrintingControlSlip {

    private final DossierMapper mapper;
    private final Catalogue catalogue;
    private final ObjectProvider<HandingOver> handingOver;
    private final PrintingReceipt receipts;
    private final OnPaper onPaper;

    PrintingControlSlip(
            DossierMapper mapper,
            Catalogue catalogue,
            ObjectProvider<HandingOver> handingOver,
            PrintingReceipt receipts,
            OnPaper onPaper) {
        this.mapper = mapper;
        this.catalogue = catalogue;
        this.handingOver = handingOver;
        this.receipts = receipts;
        this.onPaper = onPaper;
    }

    ControlSlipPrint slip(Dossiers.Summary dossier) {
        Edition edition = catalogue.edition(dossier.process());
        List<ControlSlipPrint.Handover> passed = new ArrayList<>();
        dossier.founding().ifPresent(leg -> passed.add(atTheDesk(dossier, leg)));
        handingOver.stream()
                .flatMap(all -> all.of(dossier.number()).stream())
                .forEach(pass -> dossier.legs().stream()
                        .filter(leg -> leg.leg().equals(pass.leg()))
                        .forEach(leg -> passed.add(toAnAgency(leg, pass))));
        Instant ready = dossier.readyAt();
        if (ready != null) {
            passed.add(toTheReturns(dossier, ready));
        }
        return new ControlSlipPrint(
                onPaper.letterhead(dossier.unit(), dossier.receivedAt()),
                dossier.number().value(),
                onPaper.applicant(dossier),
                edition.names().vi(),
                dossier.receivedAt(),
                onPaper.limit(dossier, edition),
                Objects.requireNonNull(dossier.promisedAt()),
                onPaper.papers(dossier, edition),
                passed);
    }

    /** From reception to the agency of the founding part; taken up with the first thing that this does. */
    private ControlSlipPrint.Handover atTheDesk(Dossiers.Summary dossier, Leg leg) {
        String number = dossier.number().value();
        List<Happening> newestFirst = mapper.events(number, number).stream()
                .filter(e -> e.actor() != null)
                .toList();
        Optional<Happening> taken =
                newestFirst.stream().filter(e -> leg.unit().equals(e.unit())).reduce((later, earlier) -> earlier);
        boolean atCounter = dossier.channel() == Channel.COUNTER;
        // What came online or by post is handed on when the desk has looked at it.
        Optional<Happening> given = newestFirst.stream()
                .filter(e -> e.what().equals("step-completed") && dossier.unit().equals(e.unit()))
                .filter(e -> taken.isEmpty() || !e.at().isAfter(taken.get().at()))
                .findFirst();
        boolean stays = dossier.state() == DossierState.SUBMITTED || dossier.state() == DossierState.NOT_RECEIVED;
        return new ControlSlipPrint.Handover(
                onPaper.unit(dossier.unit()),
                onPaper.unit(leg.unit()),
                stays
                        ? null
                        : onPaper.officer(
                                atCounter
                                        ? receipts.receivedBy(dossier)
                                        : given.map(Happening::actor).orElse(receipts.receivedBy(dossier))),
                stays
                        ? null
                        : atCounter
                                ? dossier.receivedAt()
                                : given.map(Happening::at).orElse(null),
                taken.map(Happening::actor).map(onPaper::officer).orElse(null),
                taken.map(Happening::at).orElse(null),
                leg.dueAt(),
                leg.finishedAt(),
                outcome(leg),
                note(leg));
    }

    private ControlSlipPrint.Handover toAnAgency(Leg leg, HandingOver.Pass pass) {
        String by = pass.takenBy();
        return new ControlSlipPrint.Handover(
                onPaper.unit(pass.from()),
                onPaper.unit(pass.to()),
                null,
                pass.givenAt(),
                by == null ? null : onPaper.officer(by),
                pass.takenAt(),
                leg.dueAt(),
                leg.finishedAt(),
                outcome(leg),
                note(leg));
    }

    private ControlSlipPrint.Handover toTheReturns(Dossiers.Summary dossier, Instant ready) {
        String desk = onPaper.unit(dossier.unit());
        String from = dossier.legs().stream()
                .filter(leg -> leg.finishedAt() != null && leg.state() == LegState.DONE)
                .max(Comparator.comparing(leg -> Objects.requireNonNull(leg.finishedAt())))
                .map(leg -> onPaper.unit(leg.unit()))
                .orElse(desk);
        Instant promised = Objects.requireNonNull(dossier.promisedAt());
        return new ControlSlipPrint.Handover(
                from, desk, null, ready, null, ready, promised, ready, outcome(promised, ready), null);
    }

    private static ControlSlipPrint.@Nullable Outcome outcome(Leg leg) {
        Instant due = leg.dueAt();
        Instant finished = leg.finishedAt();
        return due == null || finished == null || leg.state() != LegState.DONE ? null : outcome(due, finished);
    }

    private static ControlSlipPrint.Outcome outcome(Instant due, Instant finished) {
        int days = finished.atZone(EngineClock.ZONE)
                .toLocalDate()
                .compareTo(due.atZone(EngineClock.ZONE).toLocalDate());
        return days < 0
                ? ControlSlipPrint.Outcome.EARLY
                : days == 0 ? ControlSlipPrint.Outcome.ON_TIME : ControlSlipPrint.Outcome.LATE;
    }

    private @Nullable String note(Leg leg) {
        return switch (leg.state()) {
            case REFUSED, WITHDRAWN, CANCELLED ->
                onPaper.word("dossier.leg." + leg.state().key());
            default -> null;
        };
    }
}
