package vn.lienthong.interconnection.incoming;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.LegEnded;
import vn.lienthong.dossier.LegState;
import vn.lienthong.dossier.SupplementRequested;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelope.Attachment;
import vn.lienthong.interconnection.envelope.Envelope.Kind;
import vn.lienthong.interconnection.envelope.Envelope.Party;
import vn.lienthong.interconnection.envelope.Envelopes;
import vn.lienthong.interconnection.outbox.About;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.workflow.StepClosed;

/** Tells the sender what becomes of what it handed over, each time in the transaction in which it becomes so. */
@Component
class AnsweringSenders {

    /** Outcomes by which a step does not accept. */
    private static final Set<String> NOT_YET = Set.of("refuse", "supplement", "return");

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final IncomingMapper incoming;
    private final Outbox outbox;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final Documents documents;
    private final Organisation organisation;
    private final MessageSource words;
    private final Clock clock;

    AnsweringSenders(
            IncomingMapper incoming,
            Outbox outbox,
            Dossiers dossiers,
            Timeline timeline,
            Documents documents,
            Organisation organisation,
            MessageSource words,
            Clock clock) {
        this.incoming = incoming;
        this.outbox = outbox;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.documents = documents;
        this.organisation = organisation;
        this.words = words;
        this.clock = clock;
    }

    /** The first step that an officer takes up accepts, unless it refuses or returns. */
    @EventListener
    void decided(StepClosed event) {
        String outcome = event.outcome();
        if (outcome == null || NOT_YET.contains(outcome) || !isForeign(event.businessKey())) {
            return;
        }
        Incoming known = incoming.ofNumber(event.businessKey());
        if (known != null && known.state() == Incoming.State.RECEIVED) {
            say(known, Incoming.State.ACCEPTED, Kind.ACCEPTED, null, Map.of(), List.of());
        }
    }

    @EventListener
    void returned(SupplementRequested event) {
        Incoming known = isForeign(event.number().value())
                ? incoming.ofNumber(event.number().value())
                : null;
        if (known != null && !known.state().isOver()) {
            say(known, Incoming.State.RETURNED, Kind.RETURNED, event.reason(), Map.of(), List.of());
        }
    }

    /** The founding leg of our dossier is the whole of what was asked for. */
    @EventListener
    @Order(10)
    void ended(LegEnded event) {
        Dossiers.Summary dossier = dossiers.current(event.origin());
        boolean founding =
                dossier.founding().filter(leg -> leg.leg().equals(event.leg())).isPresent();
        Incoming known = dossier.isForeign() && founding
                ? incoming.ofNumber(event.origin().value())
                : null;
        if (known == null || known.state().isOver()) {
            return;
        }
        if (event.state() == LegState.DONE) {
            say(known, Incoming.State.DONE, Kind.DONE, null, coming(dossier, known), results(event.origin()));
        } else {
            say(
                    known,
                    Incoming.State.REFUSED,
                    Kind.REFUSED,
                    timeline.lastReason(event.origin()).orElse(""),
                    Map.of(),
                    List.of());
        }
    }

    private static Map<String, Object> coming(Dossiers.Summary dossier, Incoming known) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (String part : known.returns()) {
            Object value = dossier.content().get(part);
            if (value != null) {
                data.put(part, value);
            }
        }
        return data;
    }

    private List<Attachment> results(DossierNumber number) {
        return documents.of(number.value()).stream()
                .filter(document -> document.kind() == DocumentKind.RESULT)
                .map(document -> new Attachment(
                        document.code(),
                        document.number(),
                        document.fileName(),
                        document.mediaType(),
                        document.size(),
                        document.sha256(),
                        document.id().toString(),
                        null))
                .toList();
    }

    /**
     * It cannot even be opened here.
     *
     * @param why the last part of a key of {@code interconnection.not-opened}
     */
    void refuseAtTheDoor(UUID handover, String why) {
        say(
                Objects.requireNonNull(incoming.find(handover)),
                Incoming.State.REFUSED,
                Kind.REFUSED,
                words.getMessage("interconnection.not-opened." + why, null, VIETNAMESE),
                Map.of(),
                List.of());
    }

    /** Asked for too late. */
    void keep(Incoming known) {
        say(known, known.state(), Kind.KEPT, null, Map.of(), List.of());
    }

    void givenBack(Incoming known) {
        say(known, Incoming.State.TAKEN_BACK, Kind.TAKEN_BACK, null, Map.of(), List.of());
    }

    private boolean isForeign(String number) {
        return dossiers.current(new DossierNumber(number)).isForeign();
    }

    private void say(
            Incoming known,
            Incoming.State state,
            Kind kind,
            @Nullable String reasons,
            Map<String, Object> data,
            List<Attachment> attachments) {
        incoming.move(known.handover(), state);
        String agency = known.agency();
        var envelope = new Envelope(
                UUID.randomUUID(),
                known.handover(),
                incoming.countSent(known.handover()),
                kind,
                clock.instant(),
                new Party(
                        known.receiverCode(),
                        organisation.find(agency).map(unit -> unit.nameVi()).orElse(agency)),
                new Party(known.senderCode(), known.senderName()),
                known.number(),
                reasons,
                null,
                data,
                attachments);
        outbox.put(
                envelope.id(),
                known.peer(),
                known.handover().toString(),
                kind.name(),
                Envelopes.write(envelope),
                new About(agency.isEmpty() ? null : agency, known.number()));
    }
}
