package vn.lienthong.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.document.print.Printing;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessRef;

/**
 * Refuses an application at the counter, before there is a dossier of it: in writing, with every reason, and on record.
 * The head of the centre hears of it first (Decree 118/2025/NĐ-CP).
 */
@Component
public class TurningAway {

    private static final Logger log = LoggerFactory.getLogger(TurningAway.class);

    private static final String REASONS = "reasons";

    private final Receiving receiving;
    private final TurnedAwayMapper mapper;
    private final PrintingRequest requests;
    private final PrintingRefusal refusals;
    private final Printing printing;
    private final Catalogue catalogue;
    private final Access access;
    private final CurrentCaller caller;
    private final Clock clock;

    TurningAway(
            Receiving receiving,
            TurnedAwayMapper mapper,
            PrintingRequest requests,
            PrintingRefusal refusals,
            Printing printing,
            Catalogue catalogue,
            Access access,
            CurrentCaller caller,
            Clock clock) {
        this.receiving = receiving;
        this.mapper = mapper;
        this.requests = requests;
        this.refusals = refusals;
        this.printing = printing;
        this.catalogue = catalogue;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param reason why it is not only sent back to be completed
     * @throws InvalidInput without a reason, or without the name of whom the slip is for
     * @throws Forbidden when the caller receives no dossiers
     */
    @Transactional
    public UUID turnAway(Application application, String reason) {
        Receiving.LookedAt found = receiving.lookAt(application);
        List<Problem> problems = new ArrayList<>();
        FreeText.check("reason", reason, true, problems);
        if (Applicant.of(found.applicant()).fullName().isBlank()) {
            problems.add(Problem.of("applicant.fullName", "required"));
        }
        InvalidInput.ifAny(problems);
        Edition edition = found.edition();
        var turnedAway = new TurnedAwayMapper.TurnedAway(
                UUID.randomUUID(),
                clock.instant(),
                caller.get().username(),
                found.desk().code(),
                edition.key(),
                edition.ref().edition(),
                found.applicant(),
                reason.strip(),
                Map.of(REASONS, requests.reasons(edition, found.problems())));
        mapper.insert(turnedAway);
        log.info("turned away {} at {}", edition.key(), turnedAway.unit());
        return turnedAway.id();
    }

    /**
     * Form 03 for the applicant.
     *
     * @throws NotFound when there is no such refusal, or it was another unit's
     */
    @Transactional(readOnly = true)
    public byte[] slip(UUID id) {
        TurnedAwayMapper.TurnedAway turnedAway = Optional.ofNullable(mapper.find(id, access.unitsOf(caller.get())))
                .orElseThrow(() -> new NotFound("refusal"));
        List<String> reasons = new ArrayList<>();
        reasons.add(turnedAway.reason());
        if (turnedAway.faults().get(REASONS) instanceof List<?> faults) {
            faults.forEach(fault -> reasons.add(String.valueOf(fault)));
        }
        Edition edition = catalogue.edition(new ProcessRef(turnedAway.procedure(), turnedAway.edition()));
        return printing.print(refusals.atTheCounter(
                turnedAway.unit(), edition, turnedAway.applicant(), turnedAway.at(), reasons, turnedAway.officer()));
    }
}
