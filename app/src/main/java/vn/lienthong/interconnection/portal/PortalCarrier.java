package vn.lienthong.interconnection.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.StoredDocument;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.interconnection.outbox.Answer;
import vn.lienthong.interconnection.outbox.Carrier;
import vn.lienthong.interconnection.outbox.NotTaken;
import vn.lienthong.interconnection.outbox.OutgoingMessage;

/**
 * Makes the calls. What the portal knows already it is not told twice: a number is drawn once, a file goes once whatever
 * dossiers it belongs to, and a state that is no news, or a step back, does not leave the house.
 */
@Component
class PortalCarrier implements Carrier {

    static final String DESTINATION = "national-portal";

    /** In place of an answer, when there was nothing to tell. */
    static final String DROPPED = "{\"MaLoi\":\"0\",\"BoQua\":true}";

    private static final int LOCKS = 64;

    private final PortalSettings settings;
    private final PortalClient client;
    private final PortalMapper portal;
    private final Composing composing;
    private final Dossiers dossiers;
    private final Documents documents;
    private final JsonMapper json;
    private final Clock clock;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    PortalCarrier(
            PortalSettings settings,
            PortalClient client,
            PortalMapper portal,
            Composing composing,
            Dossiers dossiers,
            Documents documents,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.portal = portal;
        this.composing = composing;
        this.dossiers = dossiers;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /** Without a portal nothing is carried: what was written before it was switched off waits. */
    @Override
    public boolean carries(String destination) {
        return settings.on() && DESTINATION.equals(destination);
    }

    @Override
    public Answer carry(OutgoingMessage message) throws NotTaken {
        Call call = json.readValue(message.body(), Call.class);
        PortalMapper.Known known = Objects.requireNonNull(portal.find(call.dossier()));
        return switch (Call.Kind.of(message.kind())) {
            case NUMBER -> number(known, message.id());
            case UPLOAD -> upload(Objects.requireNonNull(call.document()), message.id());
            case REGISTER -> register(known, call, message.id());
            case PROGRESS -> progress(known, call, message.id());
            case STATE -> state(known, call, message.id());
        };
    }

    private Answer number(PortalMapper.Known known, UUID id) throws NotTaken {
        if (known.number() != null) {
            return new Answer(200, DROPPED);
        }
        Answer answer = client.get("/GetNextValue", Map.of("code", known.code()), id);
        if (client.read(answer).path("MaHoSo").asString("").isBlank()) {
            throw new NotTaken(false, "no number in the answer");
        }
        return answer;
    }

    private Answer register(PortalMapper.Known known, Call call, UUID id) throws NotTaken {
        checkNumber(known);
        Instant dueAt = promised(call);
        client.post("/NoiHoSo", composing.registration(known, call, dueAt), id);
        return told(dueAt);
    }

    private Answer progress(PortalMapper.Known known, Call call, UUID id) throws NotTaken {
        checkNumber(known);
        return client.post(
                "/CapNhatTienTrinh", composing.progress(known, call, Objects.requireNonNull(call.progress())), id);
    }

    /** Somebody gave up the call that draws the number: nothing can be told under none. */
    private static void checkNumber(PortalMapper.Known known) throws NotTaken {
        if (known.number() == null) {
            throw new NotTaken(true, "no number of the portal");
        }
    }

    private @Nullable Instant promised(Call call) {
        return dossiers.get(new DossierNumber(call.dossier())).promisedAt();
    }

    /** What the portal was told, for whoever remembers it: by the time the answer is there it may be another date. */
    private static Answer told(@Nullable Instant dueAt) {
        return new Answer(200, "{\"MaLoi\":\"0\",\"DaBao\":\"" + (dueAt == null ? "" : dueAt) + "\"}");
    }

    private Answer upload(String document, UUID id) throws NotTaken {
        StoredDocument file = documents.load(new DocumentId(UUID.fromString(document)));
        synchronized (lock(file.sha256())) {
            return portal.fileId(file.sha256()) == null ? upload(file, id) : new Answer(200, DROPPED);
        }
    }

    private Answer upload(StoredDocument file, UUID id) throws NotTaken {
        Answer answer = client.upload(
                "/UploadFile", file.fileName(), file.mediaType(), file.sha256(), documents.content(file.id()), id);
        if (!file.sha256()
                .equalsIgnoreCase(client.read(answer).path("HashTepTin").asString(""))) {
            throw new NotTaken(false, "the portal read another file");
        }
        // At once, for whoever waits to send the same: that the portal has it, is so whatever becomes of this message.
        portal.file(file.sha256(), client.read(answer).path("IdTepTin").asString(), clock.instant());
        return answer;
    }

    /** The same file of two dossiers goes once; two nodes at the same moment may send it twice, which does no harm. */
    private Object lock(String sha256) {
        return locks[Math.floorMod(sha256.hashCode(), locks.length)];
    }

    private Answer state(PortalMapper.Known known, Call call, UUID id) throws NotTaken {
        checkNumber(known);
        Instant dueAt = promised(call);
        if (!isNews(known, call, dueAt)) {
            return new Answer(200, DROPPED);
        }
        client.post("/CapNhatTrangThai", composing.state(known, call, dueAt), id);
        return told(dueAt);
    }

    private static boolean isNews(PortalMapper.Known known, Call call, @Nullable Instant dueAt) {
        Integer before = known.state();
        if (before == null || call.again()) {
            return true;
        }
        if (known.stateAt() != null && call.at().isBefore(known.stateAt())) {
            return false;
        }
        return before.equals(call.state())
                ? !Objects.equals(known.dueAt(), dueAt)
                : StateOrder.mayFollow(
                        DossierState.ofCode(before), DossierState.ofCode(Objects.requireNonNull(call.state())));
    }
}
