package vn.lienthong.dossier.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.DocumentAccess;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Intake;
import vn.lienthong.dossier.Reading;
import vn.lienthong.dossier.Visits;
import vn.lienthong.dossier.retention.Holds;
import vn.lienthong.dossier.retention.Tombstones;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.Processes;

/** All that the page of a dossier shows, read at one moment. */
@Component
class DossierSheet {

    private static final String WITHDRAWN = "dossier.withdrawn";

    private final Reading reading;
    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller callers;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Processes processes;
    private final PositionOfDossier position;
    private final DossierFaces faces;
    private final DossierPapers papers;
    private final ContentWords content;
    private final IntakeWords intake;
    private final Visits visits;
    private final TimelineWords timeline;
    private final DocumentAccess documentAccess;
    private final Holds holds;
    private final Tombstones tombstones;

    DossierSheet(
            Reading reading,
            Dossiers dossiers,
            Access access,
            CurrentCaller callers,
            Organisation organisation,
            Catalogue catalogue,
            Processes processes,
            PositionOfDossier position,
            DossierFaces faces,
            DossierPapers papers,
            ContentWords content,
            IntakeWords intake,
            Visits visits,
            TimelineWords timeline,
            DocumentAccess documentAccess,
            Holds holds,
            Tombstones tombstones) {
        this.reading = reading;
        this.dossiers = dossiers;
        this.access = access;
        this.callers = callers;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.processes = processes;
        this.position = position;
        this.faces = faces;
        this.papers = papers;
        this.content = content;
        this.intake = intake;
        this.visits = visits;
        this.timeline = timeline;
        this.documentAccess = documentAccess;
        this.holds = holds;
        this.tombstones = tombstones;
    }

    @Transactional(readOnly = true)
    void into(Model model, Dossiers.Summary dossier, Locale locale) {
        Procedure procedure = catalogue.procedure(dossier.process());
        boolean over = dossier.state().isFinal();

        model.addAttribute("dossier", dossier);
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("externalNumbers", faces.externalNumbers(dossier.number(), locale));
        model.addAttribute("intake", intake.of(Intake.of(dossier.content()), locale));
        model.addAttribute("visit", visits.with(dossier.number()).orElse(null));
        model.addAttribute("unit", organisation.unit(dossier.unit()).name(locale));
        model.addAttribute("legs", faces.legs(dossier, locale));
        model.addAttribute("papers", papers.handedIn(dossier, locale));
        model.addAttribute("issued", papers.issued(dossier, locale));
        model.addAttribute("paperChoices", papers.choices(dossier, locale));
        model.addAttribute("topics", topics(dossier, procedure, locale));
        List<Reading.EventView> events = reading.timeline(dossier.number(), locale);
        model.addAttribute("events", timeline.of(dossier.number(), events, root(dossier, procedure), locale));
        model.addAttribute("supplementReason", lastReason(events));
        model.addAttribute("position", position.of(dossier, locale));
        model.addAttribute(
                "mayAddPapers",
                documentAccess.mayAdd(callers.get(), dossier.number().value()));
        boolean forApplicant =
                access.maySpeakForApplicant(callers.get(), dossier.number().value());
        model.addAttribute("awaitsSupplement", forApplicant && dossier.state() == DossierState.SUPPLEMENT_REQUESTED);
        model.addAttribute("awaitsPayment", forApplicant && dossier.state() == DossierState.FINANCIAL_OBLIGATION);
        model.addAttribute("holds", holds.of(dossier));
        model.addAttribute("mayHold", holds.mayHold());
        model.addAttribute(
                "mayWithdraw",
                forApplicant && !over && processes.awaits(dossier.number().value(), WITHDRAWN));
    }

    /** What is left of a dossier whose content was destroyed. */
    @Transactional(readOnly = true)
    void remains(Model model, Dossiers.Summary dossier, Locale locale) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("unit", organisation.unit(dossier.unit()).name(locale));
        model.addAttribute("legs", faces.legs(dossier, locale));
        Optional<Tombstones.Tombstone> tombstone = tombstones.of(dossier.root());
        model.addAttribute("tombstone", tombstone.orElse(null));
        model.addAttribute(
                "destroyedBy",
                tombstone
                        .map(Tombstones.Tombstone::runBy)
                        .map(by ->
                                organisation.officer(by).map(Officer::fullName).orElse(by))
                        .orElse(null));
    }

    private static @Nullable Object lastReason(List<Reading.EventView> events) {
        return events.stream()
                .filter(event -> event.what().equals("supplement-requested"))
                .findFirst()
                .map(event -> event.details().get("reason"))
                .orElse(null);
    }

    /** A leg's dossier tells of its origin's legs by the names that the origin's procedure gives them. */
    private Procedure root(Dossiers.Summary dossier, Procedure own) {
        return dossier.origin() == null
                ? own
                : catalogue.procedure(dossiers.get(dossier.root()).process());
    }

    private List<ContentWords.Facts> topics(Dossiers.Summary dossier, Procedure procedure, Locale locale) {
        Set<String> topics = new LinkedHashSet<>();
        topics.add("applicant");
        topics.addAll(procedure.edition().application());
        topics.add("delivery");
        return content.of(dossier.process(), topics, dossier.content(), locale);
    }
}
