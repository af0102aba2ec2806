package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.Refused;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModels;
import vn.lienthong.workflow.Processes;

/** Asking the applicant to complete a dossier, and what comes back. Pausing the clocks is the deadline's answer to it. */
@Component
public class Supplements {

    /** The outcome by which a step asks for a supplement, and the message that a complete dossier sends. */
    private static final String OUTCOME = "supplement";

    private static final String MESSAGE = "dossier.supplemented";

    private final OpenFiles files;
    private final DossierMapper mapper;
    private final Access access;
    private final Catalogue catalogue;
    private final Processes processes;
    private final ProcessModels models;
    private final Steps steps;
    private final Organisation organisation;
    private final Timeline timeline;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Supplements(
            OpenFiles files,
            DossierMapper mapper,
            Access access,
            Catalogue catalogue,
            Processes processes,
            ProcessModels models,
            Steps steps,
            Organisation organisation,
            Timeline timeline,
            CurrentCaller caller,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.mapper = mapper;
        this.access = access;
        this.catalogue = catalogue;
        this.processes = processes;
        this.models = models;
        this.steps = steps;
        this.organisation = organisation;
        this.timeline = timeline;
        this.caller = caller;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for papers in the name of the step that is open now.
     *
     * @param papers codes of what is missing; may be empty when the reason says it
     * @throws Refused when no open step of the caller's may ask, or the rounds of the procedure are used up
     */
    @Transactional
    public void request(DossierNumber number, String reason, List<String> papers) {
        access.checkWorksOn(number);
        FreeText.refuse("reason", reason, true);
        Dossier dossier = files.open(number);
        ProcessModel model = models.of(dossier.process());
        Processes.OpenStep step = processes.openSteps(number.value()).stream()
                .filter(s -> model.outcomes(s.step()).stream().anyMatch(o -> o.id().equals(OUTCOME)))
                .filter(s -> mine(dossier, model.require(s.step())))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        "no-step-asks-for-supplement",
                        Map.of("state", dossier.state().key())));
        steps.decided(number, step.step(), OUTCOME, reason, Map.of("supplementPapers", papers), timeline.actor());
        processes.complete(step.taskId(), OUTCOME);
    }

    private boolean mine(Dossier dossier, ProcessModel.Node step) {
        Caller officer = caller.get();
        String role = step.properties().get("agency");
        String duty = step.properties().get("duty");
        if (role == null || duty == null) {
            return false;
        }
        String unit = organisation
                .competent(role, dossier.area(), java.time.LocalDate.now(clock))
                .code();
        return officer.holds(
                Duty.valueOf(duty.toUpperCase(java.util.Locale.ROOT).replace('-', '_')), unit);
    }

    /** The process has come to wait for the applicant; by whatever way the step asked. */
    void asked(Dossier dossier) {
        Edition.SupplementPolicy policy = catalogue.edition(dossier.process()).supplement();
        if (policy == null) {
            throw new Refused("no-supplement-allowed", Map.of());
        }
        String legalBasis = policy.legalBasis() == null ? "" : policy.legalBasis();
        int round = mapper.supplements(dossier.number().value()) + 1;
        if (round > policy.rounds()) {
            throw new Refused("supplement-rounds-used-up", Map.of("rounds", policy.rounds()), policy.rounds());
        }
        Instant now = clock.instant();
        Steps.Decided decided = steps.lastDecided(dossier.number());
        String by =
                decided.actor().username() == null ? "system" : decided.actor().username();
        mapper.insertSupplement(
                dossier.number().value(),
                round,
                now,
                by,
                decided.note(),
                legalBasis,
                Map.of("papers", decided.data().getOrDefault("supplementPapers", List.of())));
        timeline.append(
                dossier.number(),
                decided.actor(),
                "supplement-requested",
                Map.of("reason", decided.note(), "round", round, "legalBasis", legalBasis));
        events.publishEvent(new SupplementRequested(dossier.number(), decided.note(), legalBasis, round, by, now));
    }

    /**
     * Takes in what the applicant brought; the process goes on where it waited.
     *
     * @throws vn.lienthong.command.Forbidden when the caller does not speak for the applicant
     * @throws Refused when the dossier does not wait for a supplement
     */
    @Transactional
    public void receive(DossierNumber number, List<Paper> papers, Map<String, Object> data) {
        access.checkSpeaksForApplicant(number);
        takeIn(number, papers, data);
    }

    /** The same of what the agency sends that handed the dossier over. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void receiveFromAgency(DossierNumber number, List<Paper> papers, Map<String, Object> data) {
        takeIn(number, papers, data);
    }

    private void takeIn(DossierNumber number, List<Paper> papers, Map<String, Object> data) {
        Dossier dossier = files.open(number);
        Instant now = clock.instant();
        if (dossier.state() != DossierState.SUPPLEMENT_REQUESTED) {
            throw new Refused(
                    "no-supplement-awaited", Map.of("state", dossier.state().key()));
        }
        if (!papers.isEmpty()) {
            mapper.insertPapers(number.value(), mapper.papers(number.value()).size(), papers);
        }
        if (!data.isEmpty()) {
            dossier.merge(data);
        }
        mapper.answerSupplement(number.value(), now);
        timeline.append(number, "supplemented", Map.of("papers", papers.size()));
        events.publishEvent(new Supplemented(number, now));
        if (!processes.tell(number.value(), MESSAGE)) {
            throw new NoSuchElementException("dossier " + number + " waits for a supplement, its process does not");
        }
    }
}
