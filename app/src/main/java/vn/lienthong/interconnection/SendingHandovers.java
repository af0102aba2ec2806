package vn.lienthong.interconnection;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelope.Attachment;
import vn.lienthong.interconnection.envelope.Envelope.Kind;
import vn.lienthong.interconnection.envelope.Envelope.Part;
import vn.lienthong.interconnection.envelope.Envelope.Party;
import vn.lienthong.interconnection.envelope.Envelopes;
import vn.lienthong.interconnection.envelope.Receipt;
import vn.lienthong.interconnection.outbox.About;
import vn.lienthong.interconnection.outbox.Delivered;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ElementReached;

/** Writes the envelopes of hand-overs to agencies elsewhere, each in the transaction of what it tells of. */
@Component
class SendingHandovers {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final HandoverMapper handovers;
    private final Handing handing;
    private final Outbox outbox;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Clock clock;

    SendingHandovers(
            HandoverMapper handovers,
            Handing handing,
            Outbox outbox,
            Dossiers dossiers,
            Documents documents,
            Catalogue catalogue,
            Organisation organisation,
            Clock clock) {
        this.handovers = handovers;
        this.handing = handing;
        this.outbox = outbox;
        this.dossiers = dossiers;
        this.documents = documents;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The process has come to wait for the agency, for the first time or once more. */
    @EventListener
    @Order(10)
    void reached(ElementReached event) {
        if (!event.process().procedure().equals(Legs.CARRYING)
                || !event.element().equals(Legs.SETTLING)) {
            return;
        }
        Handover handover = handovers.ofNumber(event.businessKey());
        if (handover == null) {
            return;
        }
        boolean again = handover.state() == HandoverState.RETURNED;
        if (again) {
            handovers.sendAgain(event.businessKey(), clock.instant());
        }
        if (handover.channel() == Channel.PUSH && (again || handover.sent() == 0)) {
            handOver(handover);
        }
    }

    private void handOver(Handover handover) {
        var mirror = dossiers.current(new DossierNumber(handover.number()));
        Dossiers.Summary origin = dossiers.current(new DossierNumber(handover.origin()));
        Map<String, Object> data = new LinkedHashMap<>(mirror.content());
        data.remove("handover");
        data.remove("linked");
        send(
                handover,
                handover.sent() == 0 ? Kind.HANDOVER : Kind.CORRECTION,
                null,
                part(handover, origin),
                data,
                documents.of(handover.number()).stream()
                        .filter(document -> document.kind() == DocumentKind.PAPER)
                        .map(SendingHandovers::attachment)
                        .toList());
    }

    /** @return id of the envelope */
    UUID say(Handover handover, Kind kind, @Nullable String reasons) {
        return send(handover, kind, reasons, null, Map.of(), List.of());
    }

    private UUID send(
            Handover handover,
            Kind kind,
            @Nullable String reasons,
            @Nullable Part part,
            Map<String, Object> data,
            List<Attachment> attachments) {
        var envelope = new Envelope(
                UUID.randomUUID(),
                handover.id(),
                handovers.countSent(handover.number()),
                kind,
                clock.instant(),
                party(handover.fromUnit()),
                party(handover.toUnit()),
                null,
                reasons,
                part,
                data,
                attachments);
        return outbox.put(
                envelope.id(),
                Objects.requireNonNull(handover.peer()),
                handover.id().toString(),
                kind.name(),
                Envelopes.write(envelope),
                new About(handover.fromUnit(), handover.origin()));
    }

    private Part part(Handover handover, Dossiers.Summary origin) {
        Edition.Leg leg =
                catalogue.edition(origin.process()).leg(handover.leg()).orElseThrow();
        String procedure = Objects.requireNonNull(leg.procedure());
        Edition called = catalogue.edition(procedure, organisation.today(), organisation.agencyOf(handover.toUnit()));
        return new Part(
                procedure,
                called.code(),
                called.names().in(VIETNAMESE),
                handover.origin(),
                handover.leg(),
                origin.area(),
                origin.channel().name(),
                origin.legs().stream()
                        .filter(one -> one.leg().equals(handover.leg()))
                        .findFirst()
                        .map(Leg::dueAt)
                        .orElse(null),
                List.copyOf(leg.results()),
                List.copyOf(leg.returns()));
    }

    private Party party(String unit) {
        Unit agency = organisation.unit(organisation.agencyOf(unit));
        String identifier = agency.identifierCode();
        return new Party(identifier == null ? agency.code() : identifier, agency.nameVi());
    }

    static Attachment attachment(StoredDocument document) {
        return new Attachment(
                document.code(),
                document.number(),
                document.fileName(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                document.id().toString(),
                null);
    }

    /** It lies safely with the agency: responsibility has moved. */
    @EventListener
    void delivered(Delivered event) {
        if (!event.kind().equals(Kind.HANDOVER.name()) && !event.kind().equals(Kind.CORRECTION.name())) {
            return;
        }
        Receipt receipt = Envelopes.receipt(event.answer());
        Handover handover = handovers.find(receipt.handover());
        if (handover != null) {
            var number = new DossierNumber(handover.number());
            handing.acknowledged(number);
            known(handover, receipt.number());
        }
    }

    /** Keeps the number that the agency gave. */
    void known(Handover handover, @Nullable String theirs) {
        if (theirs != null) {
            handing.known(new DossierNumber(handover.number()), theirs);
        }
    }
}
