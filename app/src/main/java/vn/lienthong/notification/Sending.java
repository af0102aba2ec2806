package vn.lienthong.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.notification.Message.Channel;

/**
 * Sends what was written, on whichever node gets to it first, and never inside a transaction: a message is taken, sent,
 * marked. A node that dies in between leaves it to another one after {@link #TAKEN_FOR}, so that it may arrive twice but
 * never not at all.
 */
@Component
class Sending {

    /** Half a minute, one, two, … an hour, and then every hour: about a day before a person has to look. */
    static final int MOST_ATTEMPTS = 30;

    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Longer than servers may keep us waiting for a whole batch (three timeouts of ten seconds each). */
    static final Duration TAKEN_FOR = Duration.ofMinutes(15);

    private static final Logger log = LoggerFactory.getLogger(Sending.class);
    private static final int BATCH = 20;

    private final MessageMapper messages;
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    private final QuietHours quiet;
    private final TellingOfficers officers;
    private final Clock clock;

    Sending(MessageMapper messages, List<Carrier> carriers, QuietHours quiet, TellingOfficers officers, Clock clock) {
        this.messages = messages;
        carriers.forEach(carrier -> this.carriers.put(carrier.channel(), carrier));
        this.quiet = quiet;
        this.officers = officers;
        this.clock = clock;
    }

    /** Whether this installation can send on that channel. */
    boolean can(Channel channel) {
        Carrier carrier = carriers.get(channel);
        return carrier != null && carrier.available();
    }

    /** @return how many were tried */
    @Scheduled(fixedDelayString = "${lienthong.notification.every:PT5S}")
    public int sendDue() {
        List<Carrier> ready =
                carriers.values().stream().filter(Carrier::available).toList();
        if (ready.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Message> due = messages.take(
                now, now.plus(TAKEN_FOR), ready.stream().map(Carrier::channel).toList(), BATCH);
        List<Message> going =
                due.stream().filter(message -> mayGo(message, now)).toList();
        going.forEach(this::send);
        return going.size();
    }

    /** Held back until citizens may be disturbed; that was no attempt. */
    private boolean mayGo(Message message, Instant now) {
        Instant earliest = quiet.earliest(message.channel(), message.unit(), message.notice(), now);
        if (earliest.isAfter(now)) {
            messages.hold(message.id(), earliest);
            return false;
        }
        return true;
    }

    private void send(Message message) {
        try {
            carrier(message.channel()).carry(message);
        } catch (NotCarried e) {
            notSent(message, e);
            return;
        }
        messages.sent(message.id(), clock.instant());
        log.info("sent message {} of {}", message.id(), message.dossier());
    }

    private Carrier carrier(Channel channel) throws NotCarried {
        Carrier carrier = carriers.get(channel);
        if (carrier == null) {
            throw NotCarried.now("nothing carries " + channel);
        }
        return carrier;
    }

    private void notSent(Message message, NotCarried why) {
        if (why.forGood() || message.attempts() >= MOST_ATTEMPTS) {
            messages.failed(message.id(), why.why());
            officers.messageFailed(message.dossier(), why.why(), clock.instant());
        } else {
            messages.again(message.id(), clock.instant().plus(waitAfter(message.attempts())), why.why());
        }
        log.warn("message {} of {} not sent: {}", message.id(), message.dossier(), why.why());
    }

    /** @param attempts how often it was tried */
    static Duration waitAfter(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
