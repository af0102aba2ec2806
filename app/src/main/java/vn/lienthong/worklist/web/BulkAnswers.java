package vn.lienthong.worklist.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.command.NotFound;
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
    private final MessageSource messages;

    BulkAnswers(Tasks tasks, Refusals refusals, MessageSource messages) {
        this.tasks = tasks;
        this.refusals = refusals;
        this.messages = messages;
    }

    List<BulkLine> inWords(List<Bulk.Answer> answers, Locale locale) {
        return answers.stream().map(answer -> line(answer, locale)).toList();
    }

    private BulkLine line(Bulk.Answer answer, Locale locale) {
        RuntimeException refusal = answer.refusal();
        String why = refusal == null ? null : refusals.inWords(refusal, locale).getDetail();
        return new BulkLine(name(answer.taskId(), locale), refusal == null, why);
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
