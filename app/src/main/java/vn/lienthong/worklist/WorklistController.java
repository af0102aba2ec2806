package vn.lienthong.worklist;

import java.util.List;
import java.util.Locale;
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
            @Nullable String reason) {}

    record BulkView(List<AnswerView> items) {}

    /** @param problem why it was refused, as the single command would have been; null when it was done */
    record AnswerView(
            String taskId,
            boolean done,
            int status,
            @Nullable ProblemDetail problem) {}

    @GetMapping
    PageView list(
            @RequestParam(defaultValue = "mine") String queue,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "false") boolean counts,
            Locale locale) {
        Queue wanted = Queue.ofKey(queue).orElseThrow(() -> new InvalidInput(Problem.of("queue", "queue-unknown")));
        Worklist.Page page = worklist.page(wanted, procedure, after, limit, locale);
        return new PageView(
                page.items().stream().map(LineView::of).toList(), page.next(), counts ? worklist.counts() : null);
    }

    @PostMapping("/bulk")
    BulkView bulk(@RequestBody BulkRequest request, Locale locale) {
        return new BulkView(bulk.run(request.action(), request.taskIds(), request.officer(), request.reason()).stream()
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
