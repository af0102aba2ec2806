package vn.lienthong.worklist.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.worklist.Counts;
import vn.lienthong.worklist.Filter;
import vn.lienthong.worklist.Order;
import vn.lienthong.worklist.Queue;
import vn.lienthong.worklist.SavedFilters;
import vn.lienthong.worklist.Worklist;
import vn.lienthong.worklist.prints.PrintQueue;

/** The page of a list, for whoever shows it: the list itself, and commands on it that did not go. */
@Component
class WorklistView {

    static final String TEMPLATE = "worklist/worklist";

    private static final int PAGE = 40;
    private static final int EXPLANATIONS = 10;

    private final Worklist worklist;
    private final Rows rows;
    private final FilterFace face;
    private final SavedFilters saved;
    private final PrintQueue prints;
    private final EscalationBoard escalations;
    private final ProblemDetails problems;

    WorklistView(
            Worklist worklist,
            Rows rows,
            FilterFace face,
            SavedFilters saved,
            PrintQueue prints,
            EscalationBoard escalations,
            ProblemDetails problems) {
        this.worklist = worklist;
        this.rows = rows;
        this.face = face;
        this.saved = saved;
        this.prints = prints;
        this.escalations = escalations;
        this.problems = problems;
    }

    record Tab(String key, String href, int count, boolean more, boolean current) {}

    record SavedLink(String name, String href, boolean current) {}

    /** @param asked null for where work begins */
    void fill(@Nullable Filter asked, @Nullable String after, Model model, Locale locale) {
        Counts counts = worklist.counts();
        Filter filter = asked == null ? Filter.of(counts.beginning()) : asked;
        Worklist.Page page = worklist.page(filter, after, PAGE, locale);
        model.addAttribute("filter", filter);
        model.addAttribute("queue", filter.queue().key());
        model.addAttribute("list", filter.query());
        model.addAttribute("here", ListAddress.of(filter, after));
        model.addAttribute("tabs", tabs(filter, counts));
        model.addAttribute("toPrint", prints.count());
        model.addAttribute("rows", rows.of(page.items()));
        model.addAttribute("fields", face.fields(filter, locale));
        model.addAttribute("order", face.order(filter, locale));
        model.addAttribute("byDue", ListAddress.of(filter.with("sort", null)));
        model.addAttribute("byApplicant", ListAddress.of(filter.with("sort", Order.APPLICANT.key())));
        model.addAttribute("chips", face.chips(filter, locale));
        model.addAttribute("saved", saved(filter));
        model.addAttribute("colleagues", face.colleagues());
        model.addAttribute("toExplain", escalations.toExplain(EXPLANATIONS, locale));
        model.addAttribute("next", page.next() == null ? null : ListAddress.of(filter, page.next()));
        model.addAttribute("first", after == null ? null : ListAddress.of(filter));
        model.addAttribute("whole", filter.narrows() ? ListAddress.of(Filter.of(filter.queue())) : null);
        model.addAttribute("elsewhere", elsewhere(filter.queue(), counts));
    }

    /** Faults of a command on the list, shown above it; {@code fields} says where each is mended. */
    void faults(List<Problem> faults, Map<String, String> fields, Model model, Locale locale) {
        model.addAttribute(
                "problems",
                problems.inWords(faults, locale).stream()
                        .map(fault -> fault.at(fields.getOrDefault(fault.field(), "list")))
                        .toList());
    }

    private static List<Tab> tabs(Filter filter, Counts counts) {
        return Arrays.stream(Queue.values())
                .map(queue -> new Tab(
                        queue.key(),
                        ListAddress.of(filter.with("queue", queue.key())),
                        counts.of(queue),
                        counts.of(queue) >= Counts.MOST,
                        queue == filter.queue()))
                .toList();
    }

    private List<SavedLink> saved(Filter filter) {
        List<SavedLink> links = new ArrayList<>();
        for (SavedFilters.Saved one : saved.mine()) {
            links.add(new SavedLink(
                    one.name(), ListAddress.of(one.filter()), one.filter().equals(filter)));
        }
        return links;
    }

    /** Where there is something to do when there is nothing here. */
    private static @Nullable String elsewhere(Queue here, Counts counts) {
        for (Queue other : List.of(Queue.OVERDUE, Queue.DUE_SOON, Queue.TEAM)) {
            if (other != here && counts.of(other) > 0) {
                return other.key();
            }
        }
        return null;
    }
}
