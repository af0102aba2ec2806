package vn.lienthong.worklist.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.web.Success;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.Counts;
import vn.lienthong.worklist.Filter;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Tasks;
import vn.lienthong.worklist.Worklist;

/** After a step: what was done, the next one of the same list at one key's distance, and how many are left. */
@Component
class StepDone {

    private final Worklist worklist;
    private final Tasks tasks;
    private final Dossiers dossiers;
    private final MessageSource messages;

    StepDone(Worklist worklist, Tasks tasks, Dossiers dossiers, MessageSource messages) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    /** The one below in the list, to be asked before the step leaves it. */
    @Nullable String below(String taskId, String list) {
        return list.isEmpty()
                ? null
                : worklist.next(Filter.ofQuery(list), taskId).orElse(null);
    }

    /** @param below see {@link #below} */
    Success success(
            Tasks.Task task,
            Tasks.@Nullable Outcome chosen,
            Completing.Completed done,
            String list,
            @Nullable String below,
            Locale locale) {
        Filter filter = filter(list);
        int left = worklist.count(filter);
        List<Success.Link> links = new ArrayList<>();
        next(filter, below, locale).ifPresent(item -> links.add(link(item, filter, locale)));
        links.add(new Success.Link(word("web.step.done.list", locale), ListAddress.of(filter)));
        links.add(new Success.Link(word("web.step.done.dossier", locale), "/dossiers/" + done.dossier()));
        boolean over = dossiers.get(new DossierNumber(done.origin())).state().isFinal();
        return new Success(
                word(
                        "web.step.done.title",
                        locale,
                        task.item().stepName(),
                        chosen == null ? task.item().stepName() : chosen.label()),
                done.dossier(),
                word(over ? "web.step.done.over" : "web.step.done.text", locale)
                        + " "
                        + word(
                                left >= Counts.MOST ? "web.step.done.left.many" : "web.step.done.left",
                                locale,
                                word("worklist.queue." + filter.queue().key(), locale),
                                left),
                links);
    }

    /** Without a list: where work begins. */
    private Filter filter(String list) {
        return list.isEmpty() ? Filter.of(worklist.counts().beginning()) : Filter.ofQuery(list);
    }

    private Optional<Item> next(Filter filter, @Nullable String below, Locale locale) {
        return Optional.ofNullable(below)
                .or(() -> worklist.next(filter, null))
                .map(taskId -> tasks.open(taskId, locale).item());
    }

    private Success.Link link(Item item, Filter filter, Locale locale) {
        return new Success.Link(
                word("web.step.done.next", locale, item.stepName(), item.line().dossier()),
                ListAddress.ofStep(item.line().taskId(), filter.query()));
    }

    private String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
