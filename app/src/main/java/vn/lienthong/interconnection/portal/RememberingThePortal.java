package vn.lienthong.interconnection.portal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.ExternalNumbers;
import vn.lienthong.interconnection.outbox.Delivered;
import vn.lienthong.interconnection.outbox.Outbox;

/** Keeps what the portal knows by now: its number of the dossier, the last state that it took. */
@Component
class RememberingThePortal {

    /** Whose numbers they are. */
    static final String SYSTEM = "national-portal";

    private final PortalMapper portal;
    private final ExternalNumbers externalNumbers;
    private final Outbox outbox;
    private final JsonMapper json;
    private final Clock clock;
    private final Counter dropped;

    RememberingThePortal(
            PortalMapper portal,
            ExternalNumbers externalNumbers,
            Outbox outbox,
            JsonMapper json,
            Clock clock,
            MeterRegistry meters) {
        this.portal = portal;
        this.externalNumbers = externalNumbers;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.dropped = Counter.builder("lienthong.portal.dropped")
                .description("Changes that the portal was not told, because it knew as much or more")
                .register(meters);
    }

    @EventListener
    void delivered(Delivered event) {
        if (!PortalCarrier.DESTINATION.equals(event.destination())) {
            return;
        }
        Call call = json.readValue(outbox.body(event.id()), Call.class);
        JsonNode answer = json.readTree(event.answer());
        boolean told = !answer.path("BoQua").asBoolean(false);
        switch (Call.Kind.of(event.kind())) {
            case NUMBER -> number(call, answer, told);
            case REGISTER -> registered(call, answer);
            case UPLOAD, PROGRESS -> {}
            case STATE -> state(call, answer, told);
        }
    }

    private void number(Call call, JsonNode answer, boolean told) {
        if (told) {
            String number = answer.path("MaHoSo").asString();
            portal.number(call.dossier(), number);
            externalNumbers.keep(new DossierNumber(call.dossier()), SYSTEM, number);
        }
    }

    private void registered(Call call, JsonNode answer) {
        portal.registered(call.dossier(), clock.instant());
        PortalMapper.Known known = Objects.requireNonNull(portal.find(call.dossier()));
        if (known.state() == null) {
            remember(call, answer);
        }
    }

    private void state(Call call, JsonNode answer, boolean told) {
        if (told) {
            remember(call, answer);
        } else {
            portal.dropped(call.dossier());
            dropped.increment();
        }
    }

    private void remember(Call call, JsonNode answer) {
        String due = answer.path("DaBao").asString("");
        portal.state(
                call.dossier(),
                Objects.requireNonNull(call.state()),
                call.at(),
                due.isEmpty() ? null : Instant.parse(due));
    }
}
