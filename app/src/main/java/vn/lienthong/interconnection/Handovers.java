package vn.lienthong.interconnection;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Access;
import vn.lienthong.interconnection.outbox.Outbox;

/** The hand-overs that the caller's units have a part in, and what a person can do about one. */
@Component
public class Handovers {

    /** Which of them. */
    public enum Those {
        /** Not over. */
        OPEN(Set.of(HandoverState.SENT, HandoverState.ACKNOWLEDGED, HandoverState.ACCEPTED, HandoverState.RETURNED)),
        /** Nobody over there has them: sent and not acknowledged, or returned. */
        OURS(Set.of(HandoverState.SENT, HandoverState.RETURNED)),
        ALL(Set.of(HandoverState.values()));

        private final Set<HandoverState> states;

        Those(Set<HandoverState> states) {
            this.states = states;
        }
    }

    /**
     * One hand-over, as far as it can be told.
     *
     * @param messages what was sent to a system elsewhere, in that order
     * @param maySend whether the caller may remind the agency or take it back
     * @param givenUp whether the agency's program failed and no longer tries
     */
    public record Account(Handover handover, List<Outbox.Line> messages, boolean maySend, boolean givenUp) {}

    private final HandoverMapper handovers;
    private final Retrying retrying;
    private final Outbox outbox;
    private final Access access;
    private final CurrentCaller caller;

    Handovers(HandoverMapper handovers, Retrying retrying, Outbox outbox, Access access, CurrentCaller caller) {
        this.handovers = handovers;
        this.retrying = retrying;
        this.outbox = outbox;
        this.access = access;
        this.caller = caller;
    }

    /** From or to the caller's units, the longest waiting first. */
    @Transactional(readOnly = true)
    public List<Handover> list(Those those, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        return page(those.states, afterAt, afterId, limit);
    }

    List<Handover> page(Set<HandoverState> states, @Nullable Instant afterAt, @Nullable UUID afterId, int limit) {
        return handovers.page(
                states.stream().map(HandoverState::name).toList(),
                access.unitsOf(caller.get()),
                afterAt,
                afterId,
                limit);
    }

    /** @throws NotFound when there is none, or the caller may not know of it */
    @Transactional(readOnly = true)
    public Account account(UUID id) {
        Handover handover = handovers.find(id);
        if (handover == null || !access.mayRead(caller.get(), handover.origin())) {
            throw new NotFound("handover");
        }
        return new Account(
                handover, outbox.ofStream(id.toString()), retrying.maySend(handover), retrying.isGivenUp(handover));
    }

    /** Sends it once more, or reminds the receiving unit. */
    @Transactional
    public Handover again(UUID id) {
        return retrying.again(id);
    }

    /** Takes it back, or asks the agency to give it back. */
    @Transactional
    public Handover takeBack(UUID id) {
        return retrying.takeBack(id);
    }
}
