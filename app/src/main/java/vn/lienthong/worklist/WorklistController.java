package vn.lienthong.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** The lists of open work over HTTP. */
@RestController
@RequestMapping("/api/v1/worklist")
class WorklistController {

    private final Worklist worklist;
    private final Bulk bulk;
    private final Refusals refusals;

    WorklistController(Worklist worklist, Bulk bulk, Refusals refusals) {
        this.worklist = worklist;
        this.bulk = bulk;
        this.refusals = refusals;
    }

    /** @param counts how much each queue holds; only when asked for */
    record PageView(
            List<LineView> items,
            @Nullable String next,
            @Nullable Counts counts) {}

    record BulkRequest(
            @Nullable String action,
            @Nullable List<@Nullable String> taskIds,
            @Nullable String officer,
            @Nullable String reason,
            @Nullable LocalDate on) {}

    record BulkView(List<AnswerView> items) {}

    /** @param problem why it was refused, as the single command would have been; null when it was done */
    record AnswerView(
            String taskId,
            boolean done,
            int status,
            @Nullable ProblemDetail problem) {}

    /**
     * Lines of a queue.
     *
     * @param assignee me, free, others or a username
     * @param channel how the citizen's dossier came in
     * @param due late, today or week
     * @param q words of the applicant's name, or parts of a number; marks do not matter
     * @param sort due, newest or applicant
     */
    @GetMapping
    PageView list(
            @RequestParam(defaultValue = "mine") String queue,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable String assignee,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String urgent,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean counts,
            Locale locale) {
        Map<String, @Nullable String> given = new HashMap<>();
        given.put("queue", queue);
        given.put("procedure", procedure);
        given.put("unit", unit);
        given.put("step", step);
        given.put("assignee", assignee);
        given.put("channel", channel);
        given.put("urgent", urgent);
        given.put("due", due);
        given.put("q", q);
        given.put("sort", sort);
        List<Problem> faults = new ArrayList<>();
        Filter filter = Filter.read(given::get, faults);
        InvalidInput.ifAny(faults);
        Worklist.Page page = worklist.page(filter, after, limit, locale);
        return new PageView(
                page.items().stream().map(LineView::of).toList(), page.next(), counts ? worklist.counts() : null);
    }

    @PostMapping("/bulk")
    BulkView bulk(@RequestBody BulkRequest request, Locale locale) {
        var wish = new Bulk.Wish(request.action(), request.officer(), request.reason(), request.on());
        return new BulkView(bulk.run(wish, request.taskIds()).stream()
                .map(answer -> view(answer, locale))
                .toList());
    }

    private AnswerView view(Bulk.Answer answer, Locale locale) {
        RuntimeException refusal = answer.refusal();
        if (refusal == null) {
            return new AnswerView(answer.taskId(), true, 200, null);
        }
        ProblemDetail problem = refusals.inWords(refusal, locale);
        return new AnswerView(answer.taskId(), false, problem.getStatus(), problem);
    }
}
