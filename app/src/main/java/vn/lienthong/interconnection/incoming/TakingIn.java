package vn.lienthong.interconnection.incoming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.Channel;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.dossier.Linking;
import vn.lienthong.dossier.Paper;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelope.Attachment;
import vn.lienthong.interconnection.envelope.Envelope.Kind;
import vn.lienthong.interconnection.inbox.Handler;
import vn.lienthong.interconnection.peer.Peers;
import vn.lienthong.workflow.Processes;

/** Opens a dossier for what a system elsewhere hands over to an agency here, completes it, and gives it back. */
@Component
class TakingIn implements Handler {

    private static final String WITHDRAWN = "dossier.withdrawn";

    private static final String ELECTRONIC = "ELECTRONIC";

    private final IncomingMapper incoming;
    private final AnsweringSenders answering;
    private final Linking linking;
    private final Supplements supplements;
    private final Documents documents;
    private final ExternalNumbers numbers;
    private final Processes processes;
    private final Peers peers;
    private final Clock clock;

    TakingIn(
            IncomingMapper incoming,
            AnsweringSenders answering,
            Linking linking,
            Supplements supplements,
            Documents documents,
            ExternalNumbers numbers,
            Processes processes,
            Peers peers,
            Clock clock) {
        this.incoming = incoming;
        this.answering = answering;
        this.linking = linking;
        this.supplements = supplements;
        this.documents = documents;
        this.numbers = numbers;
        this.processes = processes;
        this.peers = peers;
        this.clock = clock;
    }

    @Override
    public boolean handles(Kind kind) {
        return kind.isForward();
    }

    @Override
    public boolean concerns(UUID handover, String peer) {
        Incoming known = incoming.find(handover);
        return known == null || known.peer().equals(peer);
    }

    @Override
    public Optional<String> number(UUID handover) {
        return Optional.ofNullable(incoming.find(handover)).map(Incoming::number);
    }

    @Override
    public void handle(Envelope envelope, String peer) {
        Incoming known = incoming.find(envelope.handover());
        if (known == null) {
            if (envelope.kind() == Kind.HANDOVER) {
                open(envelope, peer);
            }
            return;
        }
        switch (envelope.kind()) {
            case CORRECTION -> correct(known, envelope);
            case TAKE_BACK -> giveBack(known, known.state() == Incoming.State.RECEIVED);
            case CANCEL -> giveBack(known, true);
            default -> {
                // It came before.
            }
        }
    }

    private void open(Envelope envelope, String peer) {
        Envelope.Part part = Objects.requireNonNull(envelope.part());
        Unit agency = peers.own(envelope.to().code()).orElseThrow();
        @Nullable String reason = null;
        @Nullable DossierNumber number = null;
        try {
            number = linking.openForeign(
                    new Linking.Foreign(
                            part.procedure(),
                            agency.code(),
                            part.area(),
                            channel(part.channel()),
                            envelope.data(),
                            envelope.sentAt(),
                            Map.of("agency", envelope.from().name(), "number", part.origin())),
                    opened -> file(opened, envelope.attachments(), agency.code()));
        } catch (NotFound e) {
            reason = "unknown-procedure";
        } catch (NoCompetentUnit e) {
            reason = "no-competent-unit";
        } catch (InvalidInput e) {
            reason = "unreadable-file";
        }
        incoming.insert(new Incoming(
                envelope.handover(),
                peer,
                agency.code(),
                envelope.from().code(),
                envelope.from().name(),
                envelope.to().code(),
                part.origin(),
                part.leg(),
                number == null ? null : number.value(),
                Incoming.State.RECEIVED,
                part.results(),
                part.returns(),
                clock.instant(),
                0));
        if (number != null) {
            numbers.keep(number, envelope.from().code(), part.origin());
        }
        if (reason != null) {
            answering.refuseAtTheDoor(envelope.handover(), reason);
        }
    }

    private List<Paper> file(DossierNumber number, List<Attachment> attachments, String agency) {
        List<Paper> papers = new ArrayList<>();
        for (Attachment attachment : attachments) {
            byte[] bytes = Base64.getDecoder().decode(String.valueOf(attachment.content()));
            String id = documents
                    .store(NewDocument.paper(attachment.code(), attachment.fileName(), bytes, number.value(), agency))
                    .toString();
            papers.add(new Paper(attachment.code(), ELECTRONIC, 1, id));
        }
        return papers;
    }

    /** Only what is new: papers are known by their content. */
    private void correct(Incoming known, Envelope envelope) {
        String own = known.number();
        if (own == null || known.state() != Incoming.State.RETURNED) {
            return;
        }
        var number = new DossierNumber(own);
        Set<String> there =
                documents.of(own).stream().map(StoredDocument::sha256).collect(Collectors.toCollection(HashSet::new));
        List<Attachment> fresh = envelope.attachments().stream()
                .filter(attachment -> there.add(attachment.sha256()))
                .toList();
        incoming.move(known.handover(), Incoming.State.ACCEPTED);
        supplements.receiveFromAgency(number, file(number, fresh, known.agency()), envelope.data());
    }

    private void giveBack(Incoming known, boolean allowed) {
        String own = known.number();
        if (known.state().isOver() || own == null) {
            return;
        }
        if (!allowed) {
            answering.keep(known);
            return;
        }
        answering.givenBack(known);
        if (!processes.tell(own, WITHDRAWN)) {
            processes.cancel(own, WITHDRAWN);
        }
    }

    private static Channel channel(@Nullable String name) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElse(Channel.ONLINE);
    }
}
