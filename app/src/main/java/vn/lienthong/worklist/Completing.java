package vn.lienthong.worklist;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Steps;
import vn.lienthong.procedure.Forms;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.Processes;

/** Ends a step with an officer's decision: everything that follows from it commits together or not at all. */
@Component
public class Completing {

    private static final Logger log = LoggerFactory.getLogger(Completing.class);

    private static final String REQUIRED = "required";

    private final Desk desk;
    private final Lines lines;
    private final StepForms forms;
    private final Dossiers dossiers;
    private final Steps steps;
    private final Processes processes;

    Completing(Desk desk, Lines lines, StepForms forms, Dossiers dossiers, Steps steps, Processes processes) {
        this.desk = desk;
        this.lines = lines;
        this.forms = forms;
        this.dossiers = dossiers;
        this.steps = steps;
        this.processes = processes;
    }

    /**
     * Completes a step; takes it first when it is free.
     *
     * @param outcome one of the step's outcomes; may be null where there is only one
     * @param data answers to the step's form; what is left out keeps its value, and nothing at all means the form as it
     *     was handed out
     * @param note the officer's words, or the reason where the outcome needs one
     */
    @Transactional
    public Completed complete(
            String taskId,
            @Nullable String outcome,
            @Nullable Map<String, @Nullable Object> data,
            @Nullable String note) {
        Desk.Held held = desk.takeToDo(taskId);
        Line line = held.line();
        String words = note == null ? "" : note.strip();
        List<Problem> problems = new ArrayList<>();

        List<ProcessModel.Outcome> possible = forms.outcomes(line);
        Optional<ProcessModel.Outcome> chosen = possible.stream()
                .filter(o -> outcome == null ? possible.size() == 1 : o.id().equals(outcome))
                .findFirst();
        if (chosen.isEmpty()) {
            String known = possible.stream().map(ProcessModel.Outcome::id).collect(joining(", "));
            problems.add(
                    outcome == null
                            ? Problem.of("outcome", REQUIRED)
                            : Problem.of("outcome", "outcome-unknown", known));
        }
        FreeText.check("note", words, chosen.isPresent() && chosen.get().requiresReason(), problems);
        boolean ordinary = chosen.isEmpty() || chosen.get().isDefault();
        Forms.Filled filled = forms.fill(line, dossiers.current(held.number()).content(), data);
        filled.problems().stream()
                // Whoever refuses or asks back need not fill in what only the ordinary way on is about.
                .filter(problem -> ordinary || !problem.code().equals(REQUIRED))
                .forEach(problems::add);
        if (chosen.isEmpty() || !problems.isEmpty()) {
            throw new InvalidInput(problems);
        }

        lines.ending(line, desk.taken(held));
        steps.decided(held.number(), line.step(), chosen.get().id(), words, filled.changes(), held.actor());
        processes.complete(taskId, chosen.get().id());
        log.info(
                "completed {} of {} with {}",
                line.step(),
                line.dossier(),
                chosen.get().id());
        return new Completed(taskId, line.dossier(), line.origin(), chosen.get().id());
    }

    /**
     * What was done.
     *
     * @param dossier number of the step's own dossier
     * @param origin number of the dossier that the citizen handed in
     */
    public record Completed(String taskId, String dossier, String origin, String outcome) {}
}
