package vn.lienthong.interconnection.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what became of a try, and announces it in the same transaction. */
@Component("outboxMarking")
class Marking {

    private static final Logger log = LoggerFactory.getLogger(Marking.class);
    private static final int MOST_TO_KEEP = 300;

    private final OutboxMapper messages;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Retries retries;
    private final Clock clock;

    Marking(
            OutboxMapper messages,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            OutboxSettings settings,
            Clock clock) {
        this.messages = messages;
        this.events = events;
        this.transaction = transaction;
        this.retries = new Retries(settings, () -> ThreadLocalRandom.current().nextDouble());
        this.clock = clock;
    }

    void delivered(OutgoingMessage message, Answer answer) {
        try {
            transaction.executeWithoutResult(tx -> {
                if (messages.delivered(message.id(), message.attempts(), "HTTP " + answer.status(), clock.instant())
                        == 1) {
                    events.publishEvent(new Delivered(
                            message.id(), message.destination(), message.stream(), message.kind(), answer.body()));
                }
            });
            log.info("delivered {} {} to {}", message.kind(), message.id(), message.destination());
        } catch (RuntimeException e) {
            // The destination has it and will answer the same again.
            log.error("the answer to {} {} could not be taken in", message.kind(), message.id(), e);
            again(message, "answer not taken in: " + e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    void notTaken(OutgoingMessage message, NotTaken why) {
        Duration after = why.after();
        if (!why.forGood() && !triedEnough(message)) {
            again(message, why.why(), after == null ? Duration.ZERO : retries.believed(after));
            return;
        }
        try {
            transaction.executeWithoutResult(tx -> dead(message, why.why()));
        } catch (RuntimeException e) {
            log.error("that {} {} needs a person could not be told", message.kind(), message.id(), e);
            again(message, why.why(), Duration.ZERO);
        }
    }

    /** @return until when the destination is to be left alone */
    Instant silence(Duration after) {
        return clock.instant().plus(retries.believed(after));
    }

    void handBack(OutgoingMessage message) {
        messages.handBack(message.id(), message.attempts(), clock.instant());
    }

    private boolean triedEnough(OutgoingMessage message) {
        Instant now = clock.instant();
        OutboxMapper.Failures before = messages.failures(message.id());
        Instant since = before.since() == null ? now : before.since();
        return retries.enough(before.count() + 1, since, now);
    }

    private void dead(OutgoingMessage message, String why) {
        String kept = shortened(why);
        if (messages.dead(message.id(), message.attempts(), kept, clock.instant()) == 1) {
            events.publishEvent(
                    new DeadLettered(message.id(), message.destination(), message.stream(), message.kind(), kept));
            log.warn("{} {} to {} needs a person: {}", message.kind(), message.id(), message.destination(), kept);
        }
    }

    private void again(OutgoingMessage message, String why, Duration atLeast) {
        Duration wait = retries.waitAfter(messages.failures(message.id()).count() + 1);
        Instant next = clock.instant().plus(wait.compareTo(atLeast) < 0 ? atLeast : wait);
        messages.again(message.id(), message.attempts(), next, shortened(why));
        log.warn("{} {} to {} not taken: {}", message.kind(), message.id(), message.destination(), why);
    }

    private static String shortened(String why) {
        return why.length() <= MOST_TO_KEEP ? why : why.substring(0, MOST_TO_KEEP);
    }
}
