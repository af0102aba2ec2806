package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Content;

/**
 * What an officer has typed into a step and not sent yet. It is kept while the step is open, also when somebody else
 * takes it, and is nobody else's to see. Nothing of it counts before the step is completed.
 */
@Component
public class KeepingDrafts {

    private final Desk desk;
    private final StepDraftMapper drafts;
    private final Clock clock;

    KeepingDrafts(Desk desk, StepDraftMapper drafts, Clock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** @param data as the form sends it */
    public record Draft(Map<String, @Nullable Object> data, String note, Instant savedAt) {}

    /**
     * That it was kept.
     *
     * @param takenBy full name of the colleague who has the step; null while the caller may go on
     */
    public record Kept(Instant at, @Nullable String takenBy) {}

    /**
     * @throws vn.lienthong.command.Refused when the step is over: there is nothing to go on with
     * @throws Forbidden when the step is for another post
     */
    @Transactional
    public Kept keep(String taskId, Map<String, @Nullable Object> data, @Nullable String note) {
        Desk.Held held = desk.look(taskId);
        if (held.post() == null) {
            throw new Forbidden("other-post");
        }
        String words = note == null ? "" : note;
        FreeText.refuse("note", words, false);
        List<Problem> faults = new ArrayList<>();
        Map<String, @Nullable Object> answers = Content.normalised(data, "data", faults);
        InvalidInput.ifAny(faults);
        Instant now = clock.instant();
        drafts.keep(taskId, held.caller().username(), answers, words, now);
        boolean others = !held.isFree() && !held.isCallers();
        return new Kept(now, others ? desk.holder(held.line()) : null);
    }

    /** The caller's own. */
    @Transactional(readOnly = true)
    public Optional<Draft> find(String taskId) {
        return Optional.ofNullable(
                        drafts.find(taskId, desk.look(taskId).caller().username()))
                .map(row -> new Draft(row.data(), row.note(), row.savedAt()));
    }

    @Transactional
    public void discard(String taskId) {
        drafts.discard(taskId, desk.look(taskId).caller().username());
    }
}
