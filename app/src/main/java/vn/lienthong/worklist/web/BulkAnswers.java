package vn.lienthong.worklist.web;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.worklist.Bulk;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Refusals;
import vn.lienthong.worklist.Tasks;

/** What became of each step of a bulk command, in words. */
@Component
class BulkAnswers {

    record BulkLine(String name, boolean done, @Nullable String why) {}

    private final Tasks tasks;
    private final Refusals refusals;
    private final ProblemDetails problems;
    private final MessageSource messages;

    BulkAnswers(Tasks tasks, Refusals refusals, ProblemDetails problems, MessageSource messages) {
        this.tasks = tasks;
        this.refusals = refusals;
        this.problems = problems;
        this.messages = messages;
    }

    List<BulkLine> inWords(List<Bulk.Answer> answers, Locale locale) {
        return answers.stream().map(answer -> line(answer, locale)).toList();
    }

    private BulkLine line(Bulk.Answer answer, Locale locale) {
        RuntimeException refusal = answer.refusal();
        return new BulkLine(
                name(answer.taskId(), locale), refusal == null, refusal == null ? null : why(refusal, locale));
    }

    /** Faults in what was asked for one step are told in full: there is no field beside it. */
    private @Nullable String why(RuntimeException refusal, Locale locale) {
        return refusal instanceof InvalidInput invalid
                ? problems.inWords(invalid.problems(), locale).stream()
                        .map(FieldProblem::message)
                        .collect(joining(" "))
                : refusals.inWords(refusal, locale).getDetail();
    }

    private String name(String taskId, Locale locale) {
        try {
            Item item = tasks.open(taskId, locale).item();
            return item.line().dossier() + " · " + item.stepName();
        } catch (NotFound | Refused gone) {
            return messages.getMessage("web.worklist.bulk.gone", null, locale);
        }
    }
}
