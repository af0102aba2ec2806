package vn.lienthong.dossier.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/**
 * Keeps a dossier although its time may be over: while a complaint, a lawsuit or an inspection is open, or for another reason that
 * somebody answers for. Whoever oversees procedures or keeps the files decides it; both ends stand in the history.
 */
@Component
public class Holds {

    private static final Logger log = LoggerFactory.getLogger(Holds.class);

    /** Who oversees procedures, and who keeps the files. */
    static final Set<Duty> KEEPERS = Collections.unmodifiableSet(
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD, Duty.CLERK));

    /** Why a dossier is kept. */
    public enum Because {
        COMPLAINT,
        LAWSUIT,
        INSPECTION,
        OTHER
    }

    public record Hold(Because because, String reason, String placedBy, Instant placedAt) {}

    private final HoldMapper mapper;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final Access access;
    private final CurrentCaller caller;
    private final Clock clock;

    Holds(HoldMapper mapper, Dossiers dossiers, Timeline timeline, Access access, CurrentCaller caller, Clock clock) {
        this.mapper = mapper;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whether the caller may place and lift holds. */
    public boolean mayHold() {
        return KEEPERS.stream().anyMatch(caller.get()::holds);
    }

    /** The open ones of the citizen's dossier that this belongs to. For whoever has been let in to see it. */
    @Transactional(readOnly = true)
    public List<Hold> of(Dossiers.Summary dossier) {
        return mapper.open(dossier.root().value());
    }

    /** @throws Refused when it is kept for this cause already, or its content is gone */
    @Transactional
    public void place(DossierNumber number, @Nullable Because cause, String reason) {
        Dossiers.Summary dossier = mine(number);
        Said said = checked(cause, reason);
        if (dossier.isDestroyed()) {
            throw new Refused("dossier-destroyed", Map.of("number", number.value()), number.value());
        }
        // Waits for a run that has this dossier in hand, and is waited for by it.
        dossiers.current(dossier.root());
        Caller who = caller.get();
        if (mapper.place(dossier.root().value(), said.because().name(), said.reason(), who.username(), clock.instant())
                == 0) {
            throw new Refused("held-already", Map.of("because", said.because().name()));
        }
        timeline.append(
                dossier.root(), "hold-placed", Map.of("because", said.because().name(), "reason", said.reason()));
        log.info("{} is kept: {}", dossier.root(), said.because());
    }

    /** @throws Refused when it is not kept for this cause */
    @Transactional
    public void lift(DossierNumber number, @Nullable Because cause, String reason) {
        Dossiers.Summary dossier = mine(number);
        Said said = checked(cause, reason);
        Caller who = caller.get();
        if (mapper.lift(dossier.root().value(), said.because().name(), who.username(), clock.instant(), said.reason())
                == 0) {
            throw new Refused("not-held", Map.of("because", said.because().name()));
        }
        timeline.append(
                dossier.root(), "hold-lifted", Map.of("because", said.because().name(), "reason", said.reason()));
        log.info("{} is not kept any longer: {}", dossier.root(), said.because());
    }

    private Dossiers.Summary mine(DossierNumber number) {
        if (!access.mayRead(caller.get(), number.value())) {
            throw new NotFound("dossier");
        }
        if (!mayHold()) {
            throw new Forbidden("hold");
        }
        return dossiers.get(number);
    }

    private record Said(Because because, String reason) {}

    private static Said checked(@Nullable Because cause, String reason) {
        List<Problem> problems = new ArrayList<>();
        if (cause == null) {
            problems.add(Problem.of("because", "required"));
        }
        FreeText.check("reason", reason, true, problems);
        if (cause == null || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Said(cause, reason.strip());
    }
}
