package vn.lienthong.interconnection.pull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.interconnection.Handover;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ExternalTasks.Work;

/** What a worker is given of a leg: what the dossier opened for it holds, which is what the leg names, and no more. */
@Component
class LegVariables {

    /** Ours, not the citizen's. */
    private static final Set<String> INTERNAL = Set.of("linked", "handover");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final LegPapers papers;

    LegVariables(Dossiers dossiers, Catalogue catalogue, Organisation organisation, LegPapers papers) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.papers = papers;
    }

    Map<String, TypedValue> of(Work work, Handover handover) {
        Dossiers.Summary linked = dossiers.current(new DossierNumber(work.businessKey()));
        var originNumber = new DossierNumber(handover.origin());
        Dossiers.Summary origin = dossiers.current(originNumber);
        Edition edition = catalogue.edition(origin.process());
        Edition.Leg leg = edition.leg(handover.leg()).orElseThrow();
        Unit sender = organisation.unit(handover.fromUnit());

        Map<String, TypedValue> variables = new LinkedHashMap<>();
        linked.content().forEach((part, content) -> {
            if (!INTERNAL.contains(part)) {
                variables.put(part, TypedValue.json(content));
            }
        });
        papers.variables(work.businessKey())
                .forEach((name, file) -> variables.put(name, TypedValue.file(file.fileName(), file.mediaType())));
        variables.put("handover", TypedValue.text(handover.id().toString()));
        variables.put("origin", TypedValue.text(handover.origin()));
        variables.put("leg", TypedValue.text(handover.leg()));
        variables.put("procedure", TypedValue.text(edition.code()));
        variables.put(
                "procedureNames",
                TypedValue.json(
                        Map.of("vi", edition.names().vi(), "en", edition.names().en())));
        variables.put(
                "dueAt",
                TypedValue.date(origin.legs().stream()
                        .filter(one -> one.leg().equals(handover.leg()))
                        .findFirst()
                        .map(Leg::dueAt)
                        .orElse(null)));
        variables.put(
                "sender",
                TypedValue.json(Map.of(
                        "unit",
                        sender.code(),
                        "names",
                        Map.of("vi", sender.name(VIETNAMESE), "en", sender.name(Locale.ENGLISH)))));
        variables.put(
                "papers", TypedValue.json(papers.list(work, originNumber, edition, new LinkedHashSet<>(leg.papers()))));
        return variables;
    }
}
