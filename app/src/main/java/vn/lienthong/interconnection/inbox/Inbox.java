package vn.lienthong.interconnection.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.interconnection.envelope.Envelope;
import vn.lienthong.interconnection.envelope.Envelopes;
import vn.lienthong.interconnection.envelope.Receipt;

/**
 * Keeps what peers sent before anything is done with it, and has each envelope handled once, in order, on whichever node
 * comes to it first. What fails is tried again, ever more slowly; those behind it wait.
 */
@Component
class Inbox {

    /** So many unhandled ones, and peers are asked to come back later. */
    static final int FULL = 5_000;

    static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int BATCH = 50;

    private final InboxMapper inbox;
    private final List<Handler> handlers;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Inbox(InboxMapper inbox, List<Handler> handlers, TransactionTemplate transaction, Clock clock) {
        this.inbox = inbox;
        this.handlers = handlers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps an envelope and, when nothing is in its way, has it handled at once.
     *
     * @param peer who sent it, proved
     * @return once it is safe here
     * @throws InvalidInput when it is about a hand-over that this peer has no part in
     * @throws Refused when another envelope has its place in the order
     */
    Receipt take(Envelope envelope, String peer) {
        Handler handler = handler(envelope.kind());
        boolean forward = envelope.kind().isForward();
        if (!handler.concerns(envelope.handover(), peer)) {
            throw new InvalidInput(Problem.of("handover", "unknown-handover"));
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(tx -> {
            int kept = inbox.keep(
                    envelope.id(),
                    peer,
                    envelope.handover(),
                    forward,
                    envelope.sequence(),
                    envelope.kind().name(),
                    Envelopes.write(envelope),
                    now);
            if (kept == 0 && !inbox.has(envelope.id())) {
                throw new Refused("envelope-sequence-taken", Map.of("sequence", envelope.sequence()));
            }
        });
        handleAll(envelope.handover(), forward);
        return new Receipt(
                envelope.id(),
                envelope.handover(),
                now,
                handler.number(envelope.handover()).orElse(null));
    }

    boolean isFull() {
        return inbox.backlog().waiting() >= FULL;
    }

    InboxMapper.Backlog backlog() {
        return inbox.backlog();
    }

    /** What was left lying: after a crash, and what could not be handled before. */
    @Scheduled(fixedDelayString = "${lienthong.interconnection.every:PT5S}")
    public void handleWaiting() {
        inbox.waiting(clock.instant(), BATCH).forEach(row -> handleAll(row.handover(), row.forward()));
    }

    private void handleAll(UUID handover, boolean forward) {
        boolean more = true;
        while (more) {
            more = handleNext(handover, forward);
        }
    }

    private boolean handleNext(UUID handover, boolean forward) {
        var tried = new InboxMapper.Kept[1];
        try {
            return Boolean.TRUE.equals(transaction.execute(tx -> {
                inbox.hold(handover, forward);
                InboxMapper.Kept next = inbox.next(handover, forward);
                if (next == null) {
                    return false;
                }
                tried[0] = next;
                Envelope envelope = Envelopes.stored(next.body());
                handler(envelope.kind()).handle(envelope, next.peer());
                inbox.handled(next.id(), Envelopes.write(withoutFiles(envelope)), clock.instant());
                return true;
            }));
        } catch (RuntimeException e) {
            InboxMapper.Kept failed = tried[0];
            if (failed == null) {
                throw e;
            }
            log.warn("envelope {} of hand-over {} cannot be handled yet", failed.id(), handover, e);
            inbox.postpone(
                    failed.id(), e.getClass().getSimpleName(), clock.instant().plus(waitAfter(failed.attempts())));
            return false;
        }
    }

    static Duration waitAfter(int attempts) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempts, 10));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }

    private static Envelope withoutFiles(Envelope envelope) {
        return envelope.with(
                envelope.attachments().stream().map(file -> file.carrying(null)).toList());
    }

    private Handler handler(Envelope.Kind kind) {
        return handlers.stream().filter(h -> h.handles(kind)).findFirst().orElseThrow();
    }
}
