package vn.lienthong.interconnection.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leaves the house over HTTP. A message is written in the transaction of what it tells of, so that it leaves when that
 * is committed and only then; it is carried until it is taken, by any node, so that it may arrive twice but never not at
 * all.
 */
@Component("interconnectionOutbox")
public class Outbox {

    private final OutboxMapper messages;
    private final Alarm alarm;
    private final Clock clock;

    Outbox(OutboxMapper messages, Alarm alarm, Clock clock) {
        this.messages = messages;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Where a message stands. */
    public enum State {
        /** Waits to be carried, for the first time or again. */
        WAITING,
        DELIVERED,
        /** Refused for good, or tried long enough; needs a person, and its stream waits behind it. */
        DEAD,
        /** Taken back before the first try. */
        CANCELLED,
        /** Given up by a person; its stream went on. */
        ABANDONED
    }

    /**
     * A message without its body.
     *
     * @param attempts how often it was taken to be carried
     * @param settledAt when it was delivered, cancelled or abandoned
     * @param lastAnswer what the last try came to; names no person
     * @param behind how many wait in the stream for this one, when it is dead
     */
    public record Line(
            UUID id,
            String destination,
            String stream,
            String kind,
            @Nullable String unit,
            @Nullable String dossier,
            State state,
            Instant writtenAt,
            int attempts,
            Instant nextAt,
            @Nullable Instant settledAt,
            @Nullable String lastAnswer,
            long behind) {}

    /**
     * What has not got away to a destination.
     *
     * @param oldestAt when the longest waiting one was written
     */
    public record Backlog(
            String destination,
            long waiting,
            long dead,
            @Nullable Instant oldestAt) {

        /** How long the longest waiting message has been waiting. */
        public Duration age(Instant now) {
            Instant oldest = oldestAt;
            return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
        }
    }

    /** As the other {@code put}, about nothing in particular. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(UUID id, String destination, String stream, String kind, String body) {
        return put(id, destination, stream, kind, body, About.NOTHING);
    }

    /**
     * Lays a message into the outbox; it leaves after the commit. Other transactions that write to the same stream wait for
     * the end of this one, so that the order of a stream is the order of commits.
     *
     * @param id the same id again does nothing
     * @param stream messages of one stream to one destination leave in order, each after the one before was taken
     * @return the id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID put(UUID id, String destination, String stream, String kind, String body, About about) {
        messages.lineUp(destination, stream);
        messages.insert(id, destination, stream, kind, body, about, clock.instant());
        alarm.afterCommit();
        return id;
    }

    /** @return whether it was taken back in time: it never left the house and never will */
    @Transactional
    public boolean cancel(UUID id) {
        boolean cancelled = messages.cancel(id, clock.instant()) == 1;
        alarm.afterCommit();
        return cancelled;
    }

    /** Gives up a dead message, so that its stream goes on without it. */
    @Transactional
    public boolean abandon(UUID id) {
        boolean abandoned = messages.abandon(id, clock.instant()) == 1;
        alarm.afterCommit();
        return abandoned;
    }

    /** Carries a message as soon as it may be: one that waits, a dead one, or once more what was delivered. */
    @Transactional
    public void again(UUID id) {
        messages.redrive(id, clock.instant());
        alarm.afterCommit();
    }

    public Optional<Line> find(UUID id) {
        return Optional.ofNullable(messages.find(id));
    }

    /** What was laid in; for listeners that wrote it. */
    public String body(UUID id) {
        return messages.body(id);
    }

    /** Those of the streams in which something waits or needs a person. */
    public Set<String> unsettled(String destination, List<String> streams) {
        return streams.isEmpty() ? Set.of() : Set.copyOf(messages.unsettled(destination, streams));
    }

    /** In the order in which they leave, to all destinations. */
    public List<Line> ofStream(String stream) {
        return messages.ofStream(stream);
    }

    /** By destination; those without waiting and dead messages are left out. */
    public List<Backlog> backlog() {
        return messages.backlog(clock.instant());
    }
}
