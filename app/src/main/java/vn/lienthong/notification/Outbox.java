package vn.lienthong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.procedure.Masking;

/** What was written to applicants, what became of it, and another try for what did not arrive. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final MessageMapper messages;
    private final Sending sending;
    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller caller;
    private final Timeline timeline;
    private final Clock clock;

    Outbox(
            MessageMapper messages,
            Sending sending,
            Dossiers dossiers,
            Access access,
            CurrentCaller caller,
            Timeline timeline,
            Clock clock) {
        this.messages = messages;
        this.sending = sending;
        this.dossiers = dossiers;
        this.access = access;
        this.caller = caller;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What became of a message. */
    public enum State {
        /** Waits to be sent. */
        NEW,
        SENT,
        /** Could not be sent by this installation when it was written. */
        KEPT,
        /** Tried as often as it may be, or refused for good; needs a person. */
        FAILED,
        /** The applicant left neither a mail address nor a telephone number. */
        UNADDRESSED
    }

    /**
     * A message as officers see it.
     *
     * @param lastError why the last try failed; names no person
     */
    public record Line(
            long id,
            String dossier,
            String notice,
            String channel,
            String recipient,
            String subject,
            String body,
            State state,
            Instant writtenAt,
            int attempts,
            Instant nextAt,
            @Nullable Instant sentAt,
            @Nullable String lastError) {

        /** The address under which the citizen follows the dossier ends with its secret. */
        private static final Pattern FOLLOWED = Pattern.compile("(/public/t/[^/\\s]+/)\\S+");

        /** As whoever has no part in the dossier sees it, and as it stands in lists. */
        Line masked() {
            return new Line(
                    id,
                    dossier,
                    notice,
                    channel,
                    Objects.requireNonNullElse(Masking.partly(recipient), ""),
                    subject,
                    FOLLOWED.matcher(body).replaceAll("$1••••"),
                    state,
                    writtenAt,
                    attempts,
                    nextAt,
                    sentAt,
                    lastError);
        }
    }

    /**
     * @param waiting messages that are to be sent
     * @param failed messages that need a person
     * @param oldestAt when the longest waiting one was written; those held back by quiet hours do not count
     */
    public record Backlog(
            long waiting, long failed, @Nullable Instant oldestAt) {

        /** How long the longest waiting message has been waiting. */
        public Duration age(Instant now) {
            Instant oldest = oldestAt;
            return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        }
    }

    public Backlog backlog() {
        return messages.backlog(clock.instant());
    }

    /** The messages of the caller's units, newest first. */
    @Transactional(readOnly = true)
    public List<Line> list(@Nullable State state, @Nullable Long after, int limit) {
        List<String> units = access.unitsOf(caller.get());
        return units.isEmpty()
                ? List.of()
                : messages.list(units, state, after, limit).stream()
                        .map(Line::masked)
                        .toList();
    }

    /** The messages about a dossier or, when it is an agency's part, about the citizen's dossier, newest first. */
    @Transactional(readOnly = true)
    public List<Line> of(DossierNumber number) {
        Caller who = caller.get();
        if (!access.mayRead(who, number.value())) {
            throw new NotFound("dossier");
        }
        List<Line> lines = messages.ofDossier(dossiers.get(number).root().value());
        return access.mayWorkOn(who, number.value())
                ? lines
                : lines.stream().map(Line::masked).toList();
    }

    /** Whether the caller may send again. */
    public boolean mayResend() {
        Caller who = caller.get();
        return who.holds(Duty.RECEPTION_OFFICER) || who.holds(Duty.SUPERVISOR) || who.holds(Duty.CENTRE_DIRECTOR);
    }

    /**
     * Puts a message in line once more: the same one when it never left the house, a copy when the applicant says that it
     * did not arrive.
     *
     * @throws Refused while it waits anyway, when it has no recipient, or when nothing here can carry it
     */
    @Transactional
    public void resend(long id) {
        if (!mayResend()) {
            throw new Forbidden("resend-message");
        }
        Line line = messages.find(id);
        if (line == null || !access.mayRead(caller.get(), line.dossier())) {
            throw new NotFound("message");
        }
        switch (line.state()) {
            case NEW ->
                throw new Refused(
                        "message-waits-already", Map.of("state", line.state().name()));
            case UNADDRESSED ->
                throw new Refused(
                        "message-has-no-recipient", Map.of("state", line.state().name()));
            case SENT, KEPT, FAILED -> {}
        }
        if (!sending.can(Message.Channel.valueOf(line.channel()))) {
            throw new Refused("message-not-carried-here", Map.of("channel", line.channel()));
        }
        if (line.state() == State.SENT) {
            messages.copy(id, clock.instant());
        } else {
            messages.retry(id, clock.instant());
        }
        timeline.append(
                new DossierNumber(line.dossier()), "message-resent", Map.of("subject", line.subject(), "message", id));
        log.info("message {} of {} to be sent again", id, line.dossier());
    }
}
