package vn.lienthong.worklist;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Post;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ReturnStep;
import vn.lienthong.dossier.Steps;
import vn.lienthong.procedure.Forms;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.Processes;

/**
 * The step at which results wait for the citizen, for the desk that hands them over. Whoever receives dossiers there may
 * end it too: in a small centre it is one counter.
 */
@Component
class WaitingResults implements ReturnStep {

    private final LineMapper lines;
    private final Lines open;
    private final StepForms forms;
    private final Dossiers dossiers;
    private final Steps steps;
    private final Processes processes;
    private final CurrentCaller callers;
    private final Clock clock;

    WaitingResults(
            LineMapper lines,
            Lines open,
            StepForms forms,
            Dossiers dossiers,
            Steps steps,
            Processes processes,
            CurrentCaller callers,
            Clock clock) {
        this.lines = lines;
        this.open = open;
        this.forms = forms;
        this.dossiers = dossiers;
        this.steps = steps;
        this.processes = processes;
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Open> of(DossierNumber number) {
        return line(number)
                .map(line -> new Open(
                        line.taskId(),
                        line.unit(),
                        forms.form(line).orElse(null),
                        forms.prefilled(line, dossiers.get(number).content())));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete(DossierNumber number, Map<String, @Nullable Object> answers) {
        Line line = line(number).orElseThrow(() -> new NotFound("task"));
        Caller caller = callers.get();
        Post post = caller.post(Duty.RETURNS_OFFICER, line.unit())
                .or(() -> caller.post(Duty.RECEPTION_OFFICER, line.unit()))
                .orElseThrow(() -> new Forbidden("other-post"));
        Forms.Filled filled = forms.fill(line, dossiers.current(number).content(), answers);
        InvalidInput.ifAny(filled.problems());
        String outcome = forms.outcomes(line).stream()
                .filter(ProcessModel.Outcome::isDefault)
                .findFirst()
                .map(ProcessModel.Outcome::id)
                .orElse(ProcessModel.DONE);
        open.ending(line, Optional.of(new LineMapper.Taken(caller.username(), post.onBehalfOf(), clock.instant())));
        steps.decided(
                number,
                line.step(),
                outcome,
                "",
                filled.changes(),
                new Actor(caller.username(), post.onBehalfOf(), post.unit()));
        processes.complete(line.taskId(), outcome);
    }

    private Optional<Line> line(DossierNumber number) {
        return lines.ofOrigin(number.value()).stream()
                .filter(line -> line.dossier().equals(number.value())
                        && line.duty() == Duty.RETURNS_OFFICER
                        && line.state() == Line.State.OPEN)
                .findFirst();
    }
}
