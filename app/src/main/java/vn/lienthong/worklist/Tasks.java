package vn.lienthong.worklist;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;

/** One step as an officer opens it. */
@Component
@Transactional(readOnly = true)
public class Tasks {

    private final Desk desk;
    private final Access access;
    private final Dossiers dossiers;
    private final StepForms forms;
    private final Describing describing;
    private final Marking marking;
    private final Labels labels;
    private final Clock clock;

    Tasks(
            Desk desk,
            Access access,
            Dossiers dossiers,
            StepForms forms,
            Describing describing,
            Marking marking,
            Labels labels,
            Clock clock) {
        this.desk = desk;
        this.access = access;
        this.dossiers = dossiers;
        this.forms = forms;
        this.describing = describing;
        this.marking = marking;
        this.labels = labels;
        this.clock = clock;
    }

    /**
     * A step with all that is needed to do it.
     *
     * @param dossier the step's own dossier
     * @param form schema for the form viewer; empty when the step has no form
     * @param data the form's fields with what the dossier knows already
     * @param surroundings what the form's conditions ask of the rest of the dossier
     * @param outcomes exactly one is the default; empty for a wait
     * @param mayDo whether the caller may complete it, if nobody else has it
     * @param inHand whether the caller may do it now: nobody has it, or the caller, or whom the caller stands in for
     * @param mayAssign whether the caller may hand it to somebody else
     */
    public record Task(
            Item item,
            Dossiers.Summary dossier,
            Map<String, Object> form,
            Map<String, @Nullable Object> data,
            Map<String, @Nullable Object> surroundings,
            List<Outcome> outcomes,
            boolean mayDo,
            boolean inHand,
            boolean mayAssign) {}

    /** One of the answers an officer can give, in the reader's language. */
    public record Outcome(String id, String label, boolean isDefault, boolean requiresReason) {}

    /**
     * @throws vn.lienthong.command.NotFound when there is no such step or it is none of the caller's business
     * @throws vn.lienthong.command.Refused when it is over
     */
    public Task open(String taskId, Locale locale) {
        Desk.Held held = desk.look(taskId);
        Line line = held.line();
        Dossiers.Summary found = dossiers.get(new DossierNumber(line.dossier()));
        boolean partakes = held.post() != null || access.mayWorkOn(held.caller(), line.dossier());
        Dossiers.Summary dossier = partakes ? found : found.masked();
        Marks marks = marking.of(held.caller(), List.of(line)).getOrDefault(taskId, Marks.NONE);
        Item item = describing.one(line, marks, clock.instant(), locale);
        if (line.state() == Line.State.WAITING) {
            return new Task(item, dossier, Map.of(), Map.of(), Map.of(), List.of(), false, false, false);
        }
        List<Outcome> outcomes = forms.outcomes(line).stream()
                .map(o -> new Outcome(
                        o.id(), labels.outcome(line.process(), o, locale), o.isDefault(), o.requiresReason()))
                .toList();
        return new Task(
                item,
                dossier,
                forms.schema(line, locale),
                forms.prefilled(line, dossier.content()),
                forms.surroundings(line, dossier.content()),
                outcomes,
                held.post() != null,
                held.post() != null && (held.isFree() || held.isCallers()),
                held.manages() || held.isFree() || held.isCallers());
    }
}
