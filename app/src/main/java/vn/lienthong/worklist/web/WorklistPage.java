package vn.lienthong.worklist.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.web.Chip;
import vn.lienthong.web.FieldProblem;
import vn.lienthong.worklist.Bulk;
import vn.lienthong.worklist.Claiming;
import vn.lienthong.worklist.Counts;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Queue;
import vn.lienthong.worklist.Refusals;
import vn.lienthong.worklist.Tasks;
import vn.lienthong.worklist.Worklist;

/** The queues of open work: what is to do, the most urgent first. */
@Controller
class WorklistPage {

    private static final int PAGE = 40;
    private static final int EXPLANATIONS = 10;

    private final Worklist worklist;
    private final Tasks tasks;
    private final Claiming claiming;
    private final Bulk bulk;
    private final Refusals refusals;
    private final Rows rows;
    private final EscalationBoard escalations;
    private final Catalogue catalogue;
    private final ProblemDetails problems;
    private final MessageSource messages;
    private final Clock clock;

    WorklistPage(
            Worklist worklist,
            Tasks tasks,
            Claiming claiming,
            Bulk bulk,
            Refusals refusals,
            Rows rows,
            EscalationBoard escalations,
            Catalogue catalogue,
            ProblemDetails problems,
            MessageSource messages,
            Clock clock) {
        this.worklist = worklist;
        this.tasks = tasks;
        this.claiming = claiming;
        this.bulk = bulk;
        this.refusals = refusals;
        this.rows = rows;
        this.escalations = escalations;
        this.catalogue = catalogue;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the address says: everything that the list depends on. */
    private record Asked(
            Queue queue,
            @Nullable String procedure,
            @Nullable String after) {

        String address() {
            return address(after);
        }

        String address(@Nullable String cursor) {
            UriComponentsBuilder address =
                    UriComponentsBuilder.fromPath("/worklist").queryParam("queue", queue.key());
            Optional.ofNullable(procedure).ifPresent(key -> address.queryParam("procedure", key));
            Optional.ofNullable(cursor).ifPresent(at -> address.queryParam("after", at));
            return address.build().toUriString();
        }
    }

    record Tab(String key, String href, int count, boolean more, boolean current) {}

    record Choice(String key, String name) {}

    record BulkLine(String name, boolean done, @Nullable String why) {}

    @GetMapping("/worklist")
    String list(
            @RequestParam(defaultValue = "mine") String queue,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Boosted", required = false) @Nullable String boosted,
            Model model,
            Locale locale) {
        Asked asked = new Asked(Queue.ofKey(queue).orElse(Queue.MINE), blankToNull(procedure), blankToNull(after));
        fill(asked, model, locale);
        return boosted == null ? "worklist/worklist" : "worklist/worklist :: #main";
    }

    /** The open steps of one dossier and its legs; loaded into the dossier's page. */
    @GetMapping("/worklist/of/{number}")
    String ofDossier(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        model.addAttribute("number", number);
        model.addAttribute("rows", rows.of(worklist.ofDossier(number, locale)));
        return part == null ? "worklist/of-dossier" : "worklist/of-dossier :: #steps";
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(
            @PathVariable String taskId, @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        claiming.claim(taskId);
        redirect.addFlashAttribute("flash", "web.worklist.claimed");
        return "redirect:" + within(back, "/tasks/" + taskId);
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(
            @PathVariable String taskId, @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        claiming.release(taskId);
        redirect.addFlashAttribute("flash", "web.worklist.released");
        return "redirect:" + within(back, "/worklist");
    }

    @PostMapping("/worklist/bulk")
    Object bulk(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable List<String> taskIds,
            @RequestParam(defaultValue = "mine") String queue,
            @RequestParam(required = false) @Nullable String procedure,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Asked asked = new Asked(Queue.ofKey(queue).orElse(Queue.MINE), blankToNull(procedure), null);
        List<String> chosen = taskIds == null ? List.of() : taskIds;
        List<Bulk.Answer> answers;
        try {
            answers = bulk.run(action, chosen, null, null);
        } catch (InvalidInput invalid) {
            fill(asked, model, locale);
            model.addAttribute(
                    "problems",
                    problems.inWords(invalid.problems(), locale).stream()
                            .map(problem -> new FieldProblem("list", problem.message()))
                            .toList());
            return new ModelAndView("worklist/worklist", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (answers.stream().allMatch(answer -> answer.refusal() == null)) {
            redirect.addFlashAttribute("flash", "web.worklist.bulk." + action);
            redirect.addFlashAttribute("flashArg", answers.size());
            return "redirect:" + asked.address();
        }
        model.addAttribute("back", asked.address());
        model.addAttribute(
                "answers", answers.stream().map(answer -> line(answer, locale)).toList());
        return "worklist/bulk";
    }

    private void fill(Asked asked, Model model, Locale locale) {
        Counts counts = worklist.counts();
        Worklist.Page page = worklist.page(asked.queue(), asked.procedure(), asked.after(), PAGE, locale);
        model.addAttribute("queue", asked.queue().key());
        model.addAttribute("procedure", asked.procedure());
        model.addAttribute("tabs", tabs(asked, counts));
        model.addAttribute("rows", rows.of(page.items()));
        model.addAttribute("toExplain", escalations.toExplain(EXPLANATIONS, locale));
        model.addAttribute("procedures", procedures(locale));
        model.addAttribute("chips", chips(asked, locale));
        model.addAttribute("here", asked.address());
        model.addAttribute("next", page.next() == null ? null : asked.address(page.next()));
        model.addAttribute("first", asked.after() == null ? null : asked.address(null));
        model.addAttribute("elsewhere", elsewhere(asked.queue(), counts));
    }

    private static List<Tab> tabs(Asked asked, Counts counts) {
        return Arrays.stream(Queue.values())
                .map(queue -> new Tab(
                        queue.key(),
                        new Asked(queue, asked.procedure(), null).address(),
                        counts.of(queue),
                        counts.of(queue) >= Counts.MOST,
                        queue == asked.queue()))
                .toList();
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

    private List<Choice> procedures(Locale locale) {
        return catalogue.inForce(LocalDate.now(clock)).stream()
                .map(edition -> new Choice(edition.key(), edition.names().in(locale)))
                .toList();
    }

    private List<Chip> chips(Asked asked, Locale locale) {
        List<Chip> chips = new ArrayList<>();
        String wanted = asked.procedure();
        if (wanted != null) {
            String name = procedures(locale).stream()
                    .filter(choice -> choice.key().equals(wanted))
                    .map(Choice::name)
                    .findFirst()
                    .orElse(wanted);
            chips.add(new Chip(
                    messages.getMessage("web.worklist.chip.procedure", new Object[] {name}, locale),
                    new Asked(asked.queue(), null, null).address()));
        }
        return chips;
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

    /** A page of this application, never an address somebody else made up. */
    private static String within(String back, String otherwise) {
        return back.startsWith("/worklist") || back.startsWith("/tasks/") || back.startsWith("/board")
                ? back
                : otherwise;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
