package vn.lienthong.worklist;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Post;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.workflow.EngineClock;

/** Finds the line that a command is about, or says why it cannot be had. */
@Component
class Desk {

    private final LineMapper lines;
    private final Reach reach;
    private final Hands hands;
    private final CurrentCaller callers;
    private final Dossiers dossiers;
    private final Describing describing;
    private final Clock clock;

    Desk(
            LineMapper lines,
            Reach reach,
            Hands hands,
            CurrentCaller callers,
            Dossiers dossiers,
            Describing describing,
            Clock clock) {
        this.lines = lines;
        this.reach = reach;
        this.hands = hands;
        this.callers = callers;
        this.dossiers = dossiers;
        this.describing = describing;
        this.clock = clock;
    }

    /**
     * An open step with who asks for it.
     *
     * @param holder in whose hands it is today
     * @param post the post in which the caller may do it; null for somebody who may only look at it or hand it on
     * @param manages whether the caller may hand it to somebody else
     */
    record Held(
            Line line,
            Hands.Holder holder,
            Caller caller,
            @Nullable Post post,
            boolean manages) {

        /** Whether the step is in the caller's hands, or in those of the officer whose place the caller takes. */
        boolean isCallers() {
            String officer = holder.officer();
            return officer != null && (officer.equals(caller.username()) || officer.equals(onBehalfOf()));
        }

        boolean isFree() {
            return holder.officer() == null;
        }

        DossierNumber number() {
            return new DossierNumber(line.dossier());
        }

        @Nullable String onBehalfOf() {
            return post == null ? null : post.onBehalfOf();
        }

        Actor actor() {
            return new Actor(caller.username(), onBehalfOf(), post == null ? firstUnit() : post.unit());
        }

        private @Nullable String firstUnit() {
            return caller.posts().stream().map(Post::unit).findFirst().orElse(null);
        }
    }

    /** A line the caller may see. */
    Held look(String taskId) {
        return held(taskId, lines.find(taskId));
    }

    /**
     * The same, and until the transaction ends nobody else changes it: whoever does anything with a dossier's steps,
     * the engine included, holds the dossier first.
     */
    Held take(String taskId) {
        Held before = look(taskId);
        dossiers.current(before.number());
        return look(taskId);
    }

    /** An open step that is the caller's to do: it belongs to a post of the caller, and no colleague has it. */
    Held takeToDo(String taskId) {
        Held held = take(taskId);
        if (held.line().state() == Line.State.WAITING) {
            throw new NothingToDoYet(taskId);
        }
        if (held.post() == null) {
            throw new Forbidden("other-post");
        }
        if (!held.isFree() && !held.isCallers()) {
            throw takenByAnother(held.line());
        }
        return held;
    }

    /** What puts the step into the caller's hands; nothing when it is there already. */
    Optional<LineMapper.Taken> taken(Held held) {
        Line line = held.line();
        boolean there = held.caller().username().equals(line.assignee())
                && Objects.equals(line.onBehalfOf(), held.onBehalfOf());
        return there
                ? Optional.empty()
                : Optional.of(new LineMapper.Taken(held.caller().username(), held.onBehalfOf(), clock.instant()));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);
    }

    /** Full name of who has it; empty when nobody has. */
    String holder(Line line) {
        return describing.fullName(line.assignee());
    }

    TakenByAnother takenByAnother(Line line) {
        String assignee = hands.of(line).officer();
        Moment at = Moment.of(line.claimedAt() == null ? clock.instant() : line.claimedAt());
        return new TakenByAnother(line.taskId(), assignee == null ? "" : assignee, describing.fullName(assignee), at);
    }

    private Held held(String taskId, @Nullable Line line) {
        Caller caller = callers.get();
        if (line == null) {
            throw gone(taskId, caller);
        }
        boolean manages = reach.manages(caller, line.unit());
        Hands.Holder holder = hands.of(line);
        Post post = post(caller, line, holder);
        if (post == null && !manages && !reach.watches(caller, line.home())) {
            throw new NotFound("task");
        }
        return new Held(line, holder, caller, post, manages);
    }

    /** The post in which the caller would do it: in whose place it lies in the caller's hands, otherwise the caller's own. */
    private static @Nullable Post post(Caller caller, Line line, Hands.Holder holder) {
        String officer = holder.officer();
        String principal = caller.username().equals(officer) ? holder.onBehalfOf() : officer;
        return caller.posts().stream()
                .filter(post -> post.duty() == line.duty() && post.unit().equals(line.unit()))
                .filter(post -> principal != null && principal.equals(post.onBehalfOf()))
                .findFirst()
                .or(() -> caller.post(line.duty(), line.unit()))
                .orElse(null);
    }

    private RuntimeException gone(String taskId, Caller caller) {
        LineMapper.ClosedLine closed = lines.closed(taskId);
        if (closed == null || !reach.sees(caller, closed.duty(), closed.unit())) {
            return new NotFound("task");
        }
        Moment at = Moment.of(closed.closedAt());
        String outcome = closed.outcome();
        String assignee = closed.assignee();
        return outcome == null || assignee == null
                ? new TaskCancelled(taskId, at)
                : new TaskFinished(taskId, assignee, describing.fullName(assignee), outcome, at);
    }
}
