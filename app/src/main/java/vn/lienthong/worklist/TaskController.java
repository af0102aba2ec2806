package vn.lienthong.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Reading;

/** One step over HTTP: opening, taking, handing on, completing it. */
@RestController
@RequestMapping("/api/v1/tasks/{taskId}")
class TaskController {

    private final Tasks tasks;
    private final Claiming claiming;
    private final Completing completing;
    private final FollowingUp followingUp;
    private final Dossiers dossiers;
    private final Reading reading;
    private final Labels labels;

    TaskController(
            Tasks tasks,
            Claiming claiming,
            Completing completing,
            FollowingUp followingUp,
            Dossiers dossiers,
            Reading reading,
            Labels labels) {
        this.tasks = tasks;
        this.claiming = claiming;
        this.completing = completing;
        this.followingUp = followingUp;
        this.dossiers = dossiers;
        this.reading = reading;
        this.labels = labels;
    }

    /**
     * The step, its dossier, its form with the answers known already, and its possible outcomes.
     *
     * @param mayComplete whether the caller's posts allow it
     */
    record TaskView(
            String taskId,
            DossierView dossier,
            String leg,
            String legNumber,
            String step,
            String stepName,
            String procedure,
            String procedureName,
            String unit,
            String unitName,
            String duty,
            @Nullable String assignee,
            @Nullable String assigneeName,
            @Nullable OffsetDateTime claimedAt,
            @Nullable OffsetDateTime dueAt,
            LineView.@Nullable RemainingView remaining,
            boolean overdue,
            String state,
            int priority,
            @Nullable LocalDate followUpOn,
            Map<String, Object> form,
            Map<String, @Nullable Object> data,
            List<OutcomeView> outcomes,
            boolean mayComplete,
            boolean mayAssign) {}

    /** @param origin number of the dossier that the citizen handed in; the same unless this one is a leg's */
    record DossierView(
            String number,
            String origin,
            String procedure,
            String edition,
            StateView state,
            String applicant,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime promisedAt,
            @Nullable OffsetDateTime originalPromisedAt) {}

    /** @param code national code, 1 to 10 */
    record StateView(int code, String key, String name) {}

    record OutcomeView(
            String id,
            String label,
            @JsonProperty("default") boolean isDefault,
            boolean requiresReason) {}

    record AssignRequest(@Nullable String officer, @Nullable String reason) {}

    record CompleteRequest(
            @Nullable String outcome,
            @Nullable Map<String, @Nullable Object> data,
            @Nullable String note) {}

    record FollowUpRequest(@Nullable LocalDate on, @Nullable String comment) {}

    /**
     * What became of the dossier because the step was completed.
     *
     * @param openSteps what can be done next in it, so that nobody has to ask
     */
    record CompletedView(String taskId, String outcome, DossierView dossier, List<Reading.OpenStepView> openSteps) {}

    @GetMapping
    TaskView open(@PathVariable String taskId, Locale locale) {
        Tasks.Task task = tasks.open(taskId, locale);
        LineView line = LineView.of(task.item());
        return new TaskView(
                taskId,
                view(task.dossier(), locale),
                line.leg(),
                line.legNumber(),
                line.step(),
                line.stepName(),
                line.procedure(),
                line.procedureName(),
                line.unit(),
                line.unitName(),
                line.duty(),
                line.assignee(),
                line.assigneeName(),
                line.claimedAt(),
                line.dueAt(),
                line.remaining(),
                line.overdue(),
                line.state(),
                line.priority(),
                line.followUpOn(),
                task.form(),
                task.data(),
                task.outcomes().stream()
                        .map(o -> new OutcomeView(o.id(), o.label(), o.isDefault(), o.requiresReason()))
                        .toList(),
                task.mayDo(),
                task.mayAssign());
    }

    @PostMapping("/claim")
    TaskView claim(@PathVariable String taskId, Locale locale) {
        claiming.claim(taskId);
        return open(taskId, locale);
    }

    @PostMapping("/release")
    TaskView release(@PathVariable String taskId, Locale locale) {
        claiming.release(taskId);
        return open(taskId, locale);
    }

    @PostMapping("/assign")
    TaskView assign(@PathVariable String taskId, @RequestBody AssignRequest request, Locale locale) {
        claiming.assign(taskId, request.officer(), request.reason());
        return open(taskId, locale);
    }

    @PostMapping("/complete")
    @Transactional
    CompletedView complete(@PathVariable String taskId, @RequestBody CompleteRequest request, Locale locale) {
        Completing.Completed done = completing.complete(taskId, request.outcome(), request.data(), request.note());
        Dossiers.Summary dossier = dossiers.current(new DossierNumber(done.dossier()));
        return new CompletedView(taskId, done.outcome(), view(dossier, locale), reading.openSteps(dossier, locale));
    }

    @PostMapping("/follow-up")
    TaskView followUp(@PathVariable String taskId, @RequestBody FollowUpRequest request, Locale locale) {
        followingUp.note(taskId, request.on(), request.comment());
        return open(taskId, locale);
    }

    private DossierView view(Dossiers.Summary dossier, Locale locale) {
        return new DossierView(
                dossier.number().value(),
                dossier.root().value(),
                dossier.process().procedure(),
                dossier.process().edition(),
                new StateView(dossier.state().code(), dossier.state().key(), labels.state(dossier.state(), locale)),
                dossier.applicant().fullName(),
                java.util.Objects.requireNonNull(LineView.local(dossier.receivedAt())),
                LineView.local(dossier.promisedAt()),
                LineView.local(dossier.originalPromisedAt()));
    }
}
