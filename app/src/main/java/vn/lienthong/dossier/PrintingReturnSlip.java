package vn.lienthong.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.document.print.ReturnSlipPrint;
import vn.lienthong.procedure.Catalogue;

/** The slip with which somebody confirms to have got results. */
@Component
class PrintingReturnSlip {

    private final HandedOverMapper handedOver;
    private final Results results;
    private final Catalogue catalogue;
    private final OnPaper onPaper;

    PrintingReturnSlip(HandedOverMapper handedOver, Results results, Catalogue catalogue, OnPaper onPaper) {
        this.handedOver = handedOver;
        this.results = results;
        this.catalogue = catalogue;
        this.onPaper = onPaper;
    }

    List<HandedOverMapper.Handed> rounds(Dossiers.Summary dossier) {
        return handedOver.of(dossier.number().value());
    }

    ReturnSlipPrint slip(Dossiers.Summary dossier, HandedOverMapper.Handed handed) {
        Results.Standing standing = results.of(dossier, OnPaper.VIETNAMESE);
        List<ReturnSlipPrint.Later> later = later(dossier, handed, standing);
        byte[] signature = handed.signature();
        return new ReturnSlipPrint(
                onPaper.letterhead(handed.unit(), handed.at()),
                dossier.number().value(),
                onPaper.unit(handed.unit()),
                handed.at(),
                onPaper.officer(handed.officer()),
                onPaper.applicant(dossier),
                catalogue.edition(dossier.process()).names().vi(),
                collector(handed.collector()),
                onPaper.word("dossier.delivery." + handed.method()),
                handed.waybill(),
                later.isEmpty() ? dossier.promisedAt() : null,
                handedOver.results(dossier.number().value()).stream()
                        .filter(result -> result.round() == handed.round())
                        .map(result -> new ReturnSlipPrint.Result(result.name(), result.number(), result.agency()))
                        .toList(),
                later,
                signature == null ? null : DrawnSignature.address(signature),
                onPaper.contact(handed.unit()));
    }

    /** What had not been handed over by then: later rounds, what lies at the desk, and what is not done. */
    private List<ReturnSlipPrint.Later> later(
            Dossiers.Summary dossier, HandedOverMapper.Handed handed, Results.Standing standing) {
        Map<String, Leg> legs = dossier.legs().stream().collect(Collectors.toMap(Leg::leg, leg -> leg));
        var later = new ArrayList<ReturnSlipPrint.Later>();
        handedOver.results(dossier.number().value()).stream()
                .filter(result -> result.round() > handed.round())
                .forEach(result ->
                        later.add(new ReturnSlipPrint.Later(result.name(), result.agency(), due(legs, result.leg()))));
        standing.ready()
                .forEach(result ->
                        later.add(new ReturnSlipPrint.Later(result.name(), result.agency(), due(legs, result.leg()))));
        standing.later()
                .forEach(part -> later.add(new ReturnSlipPrint.Later(part.name(), part.agency(), part.dueAt())));
        return later;
    }

    private static @Nullable Instant due(Map<String, Leg> legs, @Nullable String leg) {
        Leg known = leg == null ? null : legs.get(leg);
        return known == null ? null : known.dueAt();
    }

    private ReturnSlipPrint.@Nullable Collector collector(Map<String, Object> collector) {
        if (collector.isEmpty()) {
            return null;
        }
        return new ReturnSlipPrint.Collector(
                String.valueOf(collector.get("fullName")),
                Objects.toString(collector.get("identityNumber"), null),
                onPaper.word("dossier.returns.who." + collector.get("who")),
                Objects.toString(collector.get("authorisation"), null));
    }
}
