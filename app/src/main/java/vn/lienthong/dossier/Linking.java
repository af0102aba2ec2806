package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** In the content of a dossier: that it is an agency's part of another one, kept here or elsewhere. */
    static final String LINKED = "linked";

    /** In the content of an origin: for which legs somebody else's area counts, and which. */
    private static final String ASSIGNED = "assignedTo";

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
        LocalDate today = LocalDate.now(clock);
        String agency = organisation.agencyOf(origin.leg(legId).orElseThrow().unit());
        Edition called = catalogue.edition(procedure, today, agency);
        Map<String, Object> content = goingAlong(origin, leg);
        List<PlannedLeg> legs = planning.legs(called, content, area(origin, legId), today);
        return open(origin, leg, called, content, legs, numbering.next("dossier", agency));
    }

    /**
     * Opens the dossier by which this installation follows a leg that an agency does with a system of its own.
     *
     * @param procedure key of the procedure that waits for the agency's answer
     * @param handover what that procedure has to know, as {@code dossier.handover}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Linked openCarried(
            DossierNumber originNumber, String legId, String procedure, Map<String, Object> handover) {
        Dossier origin = files.open(originNumber);
        Edition.Leg leg = catalogue.edition(origin.process()).leg(legId).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        String sender = organisation.agencyOf(origin.unit());
        String unit = origin.leg(legId).orElseThrow().unit();
        Edition called = catalogue.edition(procedure, today, sender);
        Map<String, Object> content = goingAlong(origin, leg);
        content.put("handover", handover);
        List<PlannedLeg> legs = planning.legs(called, content, origin.area(), today).stream()
                .map(own -> new PlannedLeg(own.leg(), unit, own.after(), own.founding(), own.budget()))
                .toList();
        return open(origin, leg, called, content, legs, numbering.next("handover", sender));
    }

    /**
     * Opens the dossier by which the desk finds out where a leg goes for which nobody is competent. The leg itself has not
     * begun.
     *
     * @param procedure key of the procedure by which it does
     * @param coordination what that procedure has to know, as {@code dossier.coordination}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Linked openCoordination(
            DossierNumber originNumber, String legId, String procedure, Map<String, Object> coordination) {
        Dossier origin = files.open(originNumber);
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        String desk = origin.leg(legId).orElseThrow().unit();
        Edition called = catalogue.edition(procedure, today, organisation.agencyOf(desk));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("applicant", origin.content().getOrDefault("applicant", Map.of()));
        content.put("coordination", coordination);
        content.put(LINKED, true);
        var number = new DossierNumber(numbering.next("handover", organisation.agencyOf(origin.unit())));
        receiving.open(
                new Receiving.Opened(
                        number,
                        called,
                        originNumber,
                        legId,
                        origin.channel(),
                        origin.area(),
                        desk,
                        content,
                        planning.legs(called, content, origin.area(), today),
                        null,
                        now),
                now);
        timeline.append(originNumber, Actor.SYSTEM, "leg-unclaimed", Map.of("leg", legId, "unit", desk));
        return new Linked(number, called.ref());
    }

    /**
     * Gives a leg that has not begun to the agencies of another commune.
     *
     * @throws vn.lienthong.agency.NoCompetentUnit when nobody there is competent either
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(DossierNumber originNumber, String legId, String area) {
        Dossier origin = files.open(originNumber);
        String role =
                catalogue.edition(origin.process()).leg(legId).orElseThrow().agency();
        String unit = organisation.competent(role, area, LocalDate.now(clock)).code();
        origin.changeLeg(legId, leg -> leg.at(unit));
        origin.concern(unit);
        origin.merge(Map.of(ASSIGNED, Map.of(legId, area)));
        timeline.append(originNumber, "leg-assigned", Map.of("leg", legId, "unit", unit));
    }

    /** Where a leg is done: in the area of the dossier, unless somebody said otherwise. */
    private static String area(Dossier origin, String legId) {
        return origin.content().get(ASSIGNED) instanceof Map<?, ?> assigned && assigned.get(legId) != null
                ? String.valueOf(assigned.get(legId))
                : origin.area();
    }

    /**
     * What another installation, or an agency's own system, hands over to an agency here.
     *
     * @param agency code of the agency
     * @param area where the matter is; the agency's own when nobody here knows it
     * @param handedOverAt when the sender says that it sent it
     * @param from words for the dossier's history: who sent it, and the number there
     */
    public record Foreign(
            String procedure,
            String agency,
            String area,
            Channel channel,
            Map<String, Object> data,
            Instant handedOverAt,
            Map<String, Object> from) {}

    /**
     * Opens the dossier of an agency here for a leg of a dossier that is kept elsewhere. It goes the way of a linked one.
     *
     * @param papers files the papers that came along in the dossier of this number
     * @throws vn.lienthong.command.NotFound when the agency has no such procedure
     * @throws vn.lienthong.agency.NoCompetentUnit when nobody is competent for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public DossierNumber openForeign(Foreign foreign, Function<DossierNumber, List<Paper>> papers) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.now(clock);
        Edition called = catalogue.edition(foreign.procedure(), today, foreign.agency());
        String area = organisation.knowsArea(foreign.area(), today) ? foreign.area() : foreign.agency();
        Map<String, Object> content = new LinkedHashMap<>(foreign.data());
        content.putIfAbsent("applicant", Map.of());
        content.put(LINKED, true);
        List<PlannedLeg> legs = planning.legs(called, content, area, today);
        String unit = legs.stream()
                .filter(PlannedLeg::founding)
                .map(PlannedLeg::unit)
                .findFirst()
                .orElse(foreign.agency());
        var number = new DossierNumber(numbering.next("dossier", organisation.agencyOf(unit)));
        var opened = new Receiving.Opened(
                number, called, null, null, foreign.channel(), area, unit, content, legs, null, foreign.handedOverAt());
        receiving.open(opened, now);
        receiving.papers(number, papers.apply(number));
        timeline.append(number, Actor.SYSTEM, "received-from-agency", foreign.from());
        receiving.start(opened);
        return number;
    }

    /** Writes into a linked dossier what its agency found out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(DossierNumber linked, Map<String, Object> data) {
        files.open(linked).merge(data);
    }

    private static Map<String, Object> goingAlong(Dossier origin, Edition.Leg leg) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (String part : new LinkedHashSet<>(leg.data())) {
            if (origin.content().containsKey(part)) {
                content.put(part, origin.content().get(part));
            }
        }
        content.put("applicant", origin.content().getOrDefault("applicant", Map.of()));
        content.put(LINKED, true);
        return content;
    }

    private Linked open(
            Dossier origin,
            Edition.Leg leg,
            Edition called,
            Map<String, Object> content,
            List<PlannedLeg> legs,
            String given) {
        Instant now = clock.instant();
        DossierNumber originNumber = origin.number();
        String legId = leg.id();
        String unit = origin.leg(legId).orElseThrow().unit();
        var number = new DossierNumber(given);
        receiving.open(
                new Receiving.Opened(
                        number,
                        called,
                        originNumber,
                        legId,
                        origin.channel(),
                        called.key().equals(leg.procedure()) ? area(origin, legId) : origin.area(),
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
