package vn.lienthong.interconnection.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Organisation;
import vn.lienthong.deadline.PromiseMoved;
import vn.lienthong.document.DocumentFiled;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierReceived;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.TimelineWritten;
import vn.lienthong.interconnection.outbox.About;
import vn.lienthong.interconnection.outbox.Outbox;

/**
 * Lays what the portal is to be told into the outbox, in the transaction in which it happened: each call a message of its
 * own, all calls about a dossier in one stream, so that they arrive in the order in which things happened.
 */
@Component
class TellingThePortal {

    /** What the portal shows citizens as the course of their dossier. */
    private static final Set<String> COURSE = Set.of(
            "step-completed", "leg-started", "leg-done", "leg-refused", "forwarded", "supplemented", "payment-proved");

    private static final Set<DossierState> WITH_RESULTS = EnumSet.of(DossierState.READY, DossierState.RETURNED);

    private final PortalSettings settings;
    private final PortalMapper portal;
    private final Outbox outbox;
    private final Dossiers dossiers;
    private final PapersForThePortal papers;
    private final Organisation organisation;
    private final JsonMapper json;
    private final Clock clock;

    TellingThePortal(
            PortalSettings settings,
            PortalMapper portal,
            Outbox outbox,
            Dossiers dossiers,
            PapersForThePortal papers,
            Organisation organisation,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.portal = portal;
        this.outbox = outbox;
        this.dossiers = dossiers;
        this.papers = papers;
        this.organisation = organisation;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void received(DossierReceived event) {
        if (!settings.on() || code(event.unit()).isEmpty()) {
            return;
        }
        Dossiers.Summary dossier = dossiers.current(event.number());
        if (dossier.fromCitizen()) {
            begin(event.number(), event.unit(), event.receivedAt());
            register(event.number(), dossier.state(), event.receivedAt(), false);
        }
    }

    @EventListener
    void moved(DossierMoved event) {
        if (isTold(event.number())) {
            state(event.number(), event.to(), event.at(), false);
        }
    }

    /** The same state with another date. */
    @EventListener
    void promised(PromiseMoved event) {
        if (isTold(event.number())) {
            state(event.number(), dossiers.current(event.number()).state(), clock.instant(), false);
        }
    }

    @EventListener
    void happened(TimelineWritten event) {
        if (COURSE.contains(event.what()) && isTold(event.root())) {
            var progress = new Call.Progress(
                    event.number().value(),
                    event.what(),
                    text(event.details(), "step"),
                    text(event.details(), "leg"),
                    event.actor().username(),
                    event.actor().unit());
            put(event.root(), Call.Kind.PROGRESS, Call.progress(event.root().value(), progress, event.at()));
        }
    }

    /** What came later; the portal gets it with the next state. */
    @EventListener
    void filed(DocumentFiled event) {
        var number = new DossierNumber(event.dossierNumber());
        if (event.kind() == DocumentKind.PAPER && isTold(number)) {
            put(number, Call.Kind.UPLOAD, Call.upload(number.value(), event.id().toString(), event.at()));
        }
    }

    /** Tells everything about a dossier once more, from its number at the portal to its state by now. */
    @Transactional(propagation = Propagation.MANDATORY)
    void everythingAgain(DossierNumber number) {
        Dossiers.Summary dossier = dossiers.current(number);
        begin(number, dossier.unit(), dossier.receivedAt());
        register(number, dossier.state(), dossier.receivedAt(), true);
        state(number, dossier.state(), clock.instant(), true);
    }

    /** Tells the state and the promised date by now, although the portal was told before. */
    @Transactional(propagation = Propagation.MANDATORY)
    void stateAgain(DossierNumber number) {
        state(number, dossiers.current(number).state(), clock.instant(), true);
    }

    /** The code of the agency to which a unit belongs at the portal; empty: the portal is told nothing. */
    Optional<String> code(String unit) {
        String agency = organisation.agencyOf(unit);
        return Optional.ofNullable(settings.units().get(agency))
                .or(() -> Optional.ofNullable(organisation.unit(agency).identifierCode()));
    }

    private void begin(DossierNumber number, String unit, Instant receivedAt) {
        portal.insert(number.value(), unit, code(unit).orElseThrow(), receivedAt);
    }

    private boolean isTold(DossierNumber number) {
        return settings.on() && portal.find(number.value()) != null;
    }

    private void register(DossierNumber number, DossierState state, Instant at, boolean again) {
        put(number, Call.Kind.NUMBER, Call.number(number.value(), at));
        papers.files(number)
                .forEach(id -> put(number, Call.Kind.UPLOAD, Call.upload(number.value(), id.toString(), at)));
        Call call = Call.state(number.value(), state.code(), at);
        put(number, Call.Kind.REGISTER, again ? call.repeated() : call);
    }

    private void state(DossierNumber number, DossierState state, Instant at, boolean again) {
        if (WITH_RESULTS.contains(state)) {
            papers.of(number, DocumentKind.RESULT)
                    .map(StoredDocument::id)
                    .forEach(id -> put(number, Call.Kind.UPLOAD, Call.upload(number.value(), id.toString(), at)));
        }
        Call call = Call.state(number.value(), state.code(), at);
        put(number, Call.Kind.STATE, again ? call.repeated() : call);
    }

    private void put(DossierNumber number, Call.Kind kind, Call call) {
        PortalMapper.Known known = portal.find(number.value());
        outbox.put(
                UUID.randomUUID(),
                PortalCarrier.DESTINATION,
                number.value(),
                kind.key(),
                json.writeValueAsString(call),
                new About(known == null ? null : known.unit(), number.value()));
    }

    private static @Nullable String text(Map<String, Object> details, String name) {
        return details.get(name) instanceof String text ? text : null;
    }
}
