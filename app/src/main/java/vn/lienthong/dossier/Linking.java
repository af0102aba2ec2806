package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.Documents;
import vn.lienthong.document.Numbering;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessRef;

/** Opens and closes the dossier that an agency keeps for its leg of a citizen's dossier. */
@Component
public class Linking {

    private final Catalogue catalogue;
    private final Planning planning;
    private final Numbering numbering;
    private final Organisation organisation;
    private final Documents documents;
    private final OpenFiles files;
    private final Receiving receiving;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Linking(
            Catalogue catalogue,
            Planning planning,
            Numbering numbering,
            Organisation organisation,
            Documents documents,
            OpenFiles files,
            Receiving receiving,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.catalogue = catalogue;
        this.planning = planning;
        this.numbering = numbering;
        this.organisation = organisation;
        this.documents = documents;
        this.files = files;
        this.receiving = receiving;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** A linked dossier: its number and the edition of the agency's own procedure that it runs. */
    public record Linked(DossierNumber number, ProcessRef process) {}

    /**
     * Opens the agency's dossier for a leg. What the leg names of the content and of the papers goes along; papers by
     * reference, so that the bytes and their hash are the same.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Linked open(DossierNumber originNumber, String legId) {
        Dossier origin = files.open(originNumber);
        Edition edition = catalogue.edition(origin.process());
        Edition.Leg leg = edition.leg(legId).orElseThrow();
        String procedure = leg.procedure();
        if (procedure == null) {
            throw new IllegalStateException("leg " + legId + " of " + origin.process() + " names no procedure");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        String unit = origin.leg(legId).orElseThrow().unit();
        Edition called = catalogue.edition(procedure, today, organisation.agencyOf(unit));

        Map<String, Object> content = new LinkedHashMap<>();
        for (String part : new LinkedHashSet<>(leg.data())) {
            if (origin.content().containsKey(part)) {
                content.put(part, origin.content().get(part));
            }
        }
        content.put("applicant", origin.content().getOrDefault("applicant", Map.of()));
        content.put("linked", true);
        List<PlannedLeg> legs = planning.legs(called, content, origin.area(), today);

        var number = new DossierNumber(numbering.next("dossier", organisation.agencyOf(unit)));
        receiving.open(
                new Receiving.Opened(
                        number,
                        called,
                        originNumber,
                        legId,
                        origin.channel(),
                        origin.area(),
                        unit,
                        content,
                        legs,
                        null,
                        now),
                now);
        documents.sharePapers(originNumber.value(), number.value(), new LinkedHashSet<>(leg.papers()), "system");
        if (leg.after() != null) {
            endFounding(origin, now);
        }
        origin.changeLeg(legId, l -> l.started(number.value(), now));
        timeline.append(
                originNumber,
                Actor.SYSTEM,
                "leg-started",
                Map.of("leg", legId, "number", number.value(), "unit", unit));
        events.publishEvent(new LegStarted(originNumber, legId, number, now));
        return new Linked(number, called.ref());
    }

    /** How the leg for which this dossier was opened has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LegState result(DossierNumber linked) {
        Dossier dossier = files.open(linked);
        return files.open(dossier.origin().orElseThrow())
                .leg(dossier.originLeg().orElseThrow())
                .orElseThrow()
                .state();
    }

    /** The founding agency has done its part once one that waits for it begins, or the results are ready. */
    void endFounding(Dossier dossier, Instant now) {
        for (Leg leg : dossier.legs()) {
            if (leg.founding() && leg.state() == LegState.RUNNING) {
                end(dossier, leg.leg(), LegState.DONE, now);
            }
        }
    }

    /** The citizen gets one set of results: those of every agency lie with the dossier that was handed in. */
    private void handBack(Dossier origin, String legId) {
        String linked = origin.leg(legId).map(Leg::number).orElse(null);
        if (linked != null) {
            Edition edition = catalogue.edition(origin.process());
            var results = new LinkedHashSet<>(edition.leg(legId).orElseThrow().results());
            documents.shareResults(linked, origin.number().value(), results, "system");
            bringBack(origin, linked, edition.leg(legId).orElseThrow().returns());
        }
    }

    /** What the agency found out or gave out, and the origin goes on with. */
    private void bringBack(Dossier origin, String linked, List<String> parts) {
        Map<String, Object> found = files.open(new DossierNumber(linked)).content();
        for (String part : parts) {
            if (found.get(part) != null) {
                origin.merge(Map.of(part, found.get(part)));
            }
        }
    }

    void end(Dossier origin, String legId, LegState how, Instant now) {
        origin.changeLeg(legId, l -> l.ended(how, now));
        handBack(origin, legId);
        timeline.append(origin.number(), Actor.SYSTEM, "leg-" + how.key(), Map.of("leg", legId));
        events.publishEvent(new LegEnded(origin.number(), legId, how, now));
    }
}
