package vn.lienthong.interconnection.outbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Timeline;

/**
 * Messages that no retry helps, for those who look after them: supervisors and directors those of their part of the
 * organisation; the technical administrator all of them, without what they are about. Nobody sees what is in them.
 */
@Component
public class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 1_000;

    private final OutboxMapper messages;
    private final Outbox outbox;
    private final Carrying carrying;
    private final Organisation organisation;
    private final CurrentCaller callers;
    private final Timeline timeline;

    DeadLetters(
            OutboxMapper messages,
            Outbox outbox,
            Carrying carrying,
            Organisation organisation,
            CurrentCaller callers,
            Timeline timeline) {
        this.messages = messages;
        this.outbox = outbox;
        this.carrying = carrying;
        this.organisation = organisation;
        this.callers = callers;
        this.timeline = timeline;
    }

    /** @param next id for the next page; null on the last one */
    public record Page(List<Outbox.Line> lines, @Nullable UUID next) {}

    /**
     * @param resting whether this node leaves it alone at the moment, because it kept failing
     */
    public record Destination(Outbox.Backlog backlog, boolean resting) {}

    /**
     * Newest first.
     *
     * @param after last id of the page before
     */
    @Transactional(readOnly = true)
    public Page page(@Nullable String destination, @Nullable UUID after, int limit) {
        boolean all = seesAll();
        List<Outbox.Line> found = messages.deadOnes(destination, all ? null : units(), after, limit + 1);
        List<Outbox.Line> lines = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                all ? lines.stream().map(DeadLetters::blank).toList() : lines,
                found.size() > limit ? lines.get(limit - 1).id() : null);
    }

    /** All destinations for which something waits; numbers only, and therefore the same for everybody who may look. */
    @Transactional(readOnly = true)
    public List<Destination> destinations() {
        seesAll();
        Set<String> resting = carrying.resting();
        return outbox.backlog().stream()
                .map(backlog -> new Destination(backlog, resting.contains(backlog.destination())))
                .toList();
    }

    /** @throws Refused when somebody was faster */
    @Transactional
    public void again(UUID id) {
        Outbox.Line line = mine(id);
        check(line);
        outbox.again(id);
        about(line, "message-redriven", Map.of("destination", line.destination()));
        log.info("{} {} to {} is sent again", line.kind(), id, line.destination());
    }

    /**
     * Lets the stream go on without it. Whether a destination may do without a message is for those to decide who know what
     * it is about.
     *
     * @throws Refused when somebody was faster
     */
    @Transactional
    public void abandon(UUID id, String reason) {
        Outbox.Line line = mine(id);
        if (seesAll() && line.unit() != null) {
            throw new Forbidden("dead-letter-of-a-unit");
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new InvalidInput(
                    reason.isBlank()
                            ? Problem.of("reason", "required")
                            : Problem.of("reason", "too-long", LONGEST_REASON));
        }
        check(line);
        outbox.abandon(id);
        about(line, "message-abandoned", Map.of("destination", line.destination(), "reason", reason.strip()));
        log.info("{} {} to {} is given up", line.kind(), id, line.destination());
    }

    private static void check(Outbox.Line line) {
        if (line.state() != Outbox.State.DEAD) {
            throw new Refused("message-not-dead", Map.of("state", line.state().name()));
        }
    }

    private void about(Outbox.Line line, String what, Map<String, Object> details) {
        String dossier = line.dossier();
        if (dossier != null) {
            timeline.append(new DossierNumber(dossier), what, details);
        }
    }

    private Outbox.Line mine(UUID id) {
        boolean all = seesAll();
        return outbox.find(id)
                .filter(line -> all || line.unit() != null && units().contains(line.unit()))
                .orElseThrow(() -> new NotFound("outgoing-message"));
    }

    /** @throws Forbidden for who looks after no messages */
    private boolean seesAll() {
        Caller caller = callers.get();
        if (caller.holds(Duty.SUPERVISOR) || caller.holds(Duty.CENTRE_DIRECTOR)) {
            return false;
        }
        if (!caller.holds(Duty.TECHNICAL_ADMINISTRATOR)) {
            throw new Forbidden("dead-letters");
        }
        return true;
    }

    private List<String> units() {
        return callers.get().posts().stream()
                .filter(post -> post.duty() == Duty.SUPERVISOR || post.duty() == Duty.CENTRE_DIRECTOR)
                .flatMap(post -> organisation.subtree(organisation.agencyOf(post.unit())).stream())
                .distinct()
                .toList();
    }

    /** Streams and dossiers are none of a technical administrator's business. */
    private static Outbox.Line blank(Outbox.Line line) {
        return new Outbox.Line(
                line.id(),
                line.destination(),
                "",
                line.kind(),
                line.unit(),
                null,
                line.state(),
                line.writtenAt(),
                line.attempts(),
                line.nextAt(),
                line.settledAt(),
                line.lastAnswer(),
                line.behind());
    }
}
