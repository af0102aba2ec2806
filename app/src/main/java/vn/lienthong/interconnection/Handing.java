package vn.lienthong.interconnection;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.Linking;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.workflow.Processes;

/**
 * What an agency with a system of its own does about a hand-over, however its words travel. Each answer counts once and
 * none moves a hand-over back: what comes late, or twice, is answered with false and changes nothing.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Handing {

    /** How often a hand-over may be returned; the next time counts as a refusal. */
    static final int MOST_ROUNDS = 2;

    /**
     * A result that came back.
     *
     * @param code of the result in the origin's procedure
     * @param number the document's own
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record Result(String code, @Nullable String number, String fileName, byte[] bytes) {}

    private final HandoverMapper handovers;
    private final Linking linking;
    private final Documents documents;
    private final Organisation organisation;
    private final Processes processes;
    private final Timeline timeline;
    private final ExternalNumbers numbers;
    private final Clock clock;

    Handing(
            HandoverMapper handovers,
            Linking linking,
            Documents documents,
            Organisation organisation,
            Processes processes,
            Timeline timeline,
            ExternalNumbers numbers,
            Clock clock) {
        this.handovers = handovers;
        this.linking = linking;
        this.documents = documents;
        this.organisation = organisation;
        this.processes = processes;
        this.timeline = timeline;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The hand-over that is followed by the linked dossier of this number. */
    public Optional<Handover> of(DossierNumber number) {
        return Optional.ofNullable(handovers.ofNumber(number.value()));
    }

    /** The agency has it: responsibility moves. */
    public boolean acknowledged(DossierNumber number) {
        Handover handover = open(number);
        if (handover == null || handovers.acknowledge(number.value(), agency(handover), clock.instant()) == 0) {
            return false;
        }
        tell(handover, "handover-acknowledged", Map.of());
        return true;
    }

    /** Keeps the number that the agency gave it. */
    public void known(DossierNumber number, String theirs) {
        Handover handover = handovers.ofNumber(number.value());
        if (handover != null) {
            handovers.known(number.value(), theirs);
            numbers.keep(new DossierNumber(handover.origin()), system(handover), theirs);
        }
    }

    /** The agency's program does not manage it and no longer tries: somebody has to look. */
    public boolean gaveUp(DossierNumber number, String why) {
        Handover handover = open(number);
        if (handover == null) {
            return false;
        }
        handovers.answer(number.value(), handover.state(), why, clock.instant());
        tell(handover, "handover-given-up", Map.of("reason", why));
        return true;
    }

    /** The agency has looked at it and will do it. */
    public boolean accepted(DossierNumber number) {
        Handover handover = open(number);
        if (handover == null || handover.state() == HandoverState.ACCEPTED) {
            return false;
        }
        handovers.answer(number.value(), HandoverState.ACCEPTED, null, clock.instant());
        tell(handover, "handover-accepted", Map.of());
        return true;
    }

    /** The agency sends it back to be completed, or refuses it when that has happened too often. */
    public boolean returned(DossierNumber number, String reasons) {
        Handover handover = open(number);
        if (handover == null || handover.state() == HandoverState.RETURNED) {
            return false;
        }
        handovers.answer(number.value(), HandoverState.RETURNED, reasons, clock.instant());
        tell(handover, "handover-returned", Map.of("reason", reasons));
        linking.note(number, Map.of("handover", Map.of("reasons", reasons)));
        return processes.answer(
                number.value(), handover.rounds() < MOST_ROUNDS ? Processes.Answer.RETURNED : Processes.Answer.REFUSED);
    }

    /** The agency will not do it. */
    public boolean refused(DossierNumber number, String reasons) {
        Handover handover = open(number);
        if (handover == null) {
            return false;
        }
        handovers.answer(number.value(), HandoverState.ACKNOWLEDGED, reasons, clock.instant());
        tell(handover, "handover-refused", Map.of("reason", reasons));
        return goesOn(handover, number, Processes.Answer.REFUSED);
    }

    /**
     * The agency has done it.
     *
     * @param returned parts of the content that the leg asks for
     * @throws vn.lienthong.command.InvalidInput when a result is no file that may be kept
     */
    public boolean done(DossierNumber number, List<Result> results, Map<String, Object> returned) {
        Handover handover = open(number);
        if (handover == null) {
            return false;
        }
        for (Result result : results) {
            documents.store(NewDocument.result(
                    result.code(), result.number(), result.bytes(), number.value(), agency(handover)));
        }
        if (!returned.isEmpty()) {
            linking.note(number, new LinkedHashMap<>(returned));
        }
        handovers.answer(number.value(), HandoverState.ACCEPTED, null, clock.instant());
        tell(handover, "handover-done", Map.of("results", results.size()));
        return goesOn(handover, number, Processes.Answer.DONE);
    }

    /** The agency may decide while the sender still completes what was returned; then nothing is left to complete. */
    private boolean goesOn(Handover handover, DossierNumber number, Processes.Answer answer) {
        if (handover.state() == HandoverState.RETURNED) {
            processes.standAt(number.value(), Legs.SETTLING);
        }
        return processes.answer(number.value(), answer);
    }

    private @Nullable Handover open(DossierNumber number) {
        Handover handover = handovers.ofNumber(number.value());
        return handover == null || handover.state().isOver() ? null : handover;
    }

    private String system(Handover handover) {
        Unit agency = organisation.unit(agency(handover));
        String identifier = agency.identifierCode();
        return identifier == null ? agency.code() : identifier;
    }

    private String agency(Handover handover) {
        return organisation.agencyOf(handover.toUnit());
    }

    private void tell(Handover handover, String what, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put("leg", handover.leg());
        details.put("number", handover.number());
        details.put("unit", handover.toUnit());
        timeline.append(new DossierNumber(handover.origin()), what, details);
    }
}
