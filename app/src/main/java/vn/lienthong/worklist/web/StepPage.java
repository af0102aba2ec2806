package vn.lienthong.worklist.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.dossier.web.DossierFaces;
import vn.lienthong.dossier.web.DossierPapers;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.web.Confirmation;
import vn.lienthong.web.FieldProblem;
import vn.lienthong.web.Success;
import vn.lienthong.worklist.Claiming;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.FollowingUp;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Line;
import vn.lienthong.worklist.Queue;
import vn.lienthong.worklist.Tasks;
import vn.lienthong.worklist.Worklist;

/** One step: its form in the middle, the papers beside it, one button for the ordinary way on. */
@Controller
class StepPage {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final Tasks tasks;
    private final Claiming claiming;
    private final FollowingUp followingUp;
    private final Completing completing;
    private final Worklist worklist;
    private final Rows rows;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final Dossiers dossiers;
    private final DossierFaces faces;
    private final DossierPapers papers;
    private final ContentWords content;
    private final ProblemDetails problems;
    private final MessageSource messages;
    private final JsonMapper json;

    StepPage(
            Tasks tasks,
            Claiming claiming,
            FollowingUp followingUp,
            Completing completing,
            Worklist worklist,
            Rows rows,
            Organisation organisation,
            Catalogue catalogue,
            Dossiers dossiers,
            DossierFaces faces,
            DossierPapers papers,
            ContentWords content,
            ProblemDetails problems,
            MessageSource messages,
            JsonMapper json) {
        this.tasks = tasks;
        this.claiming = claiming;
        this.followingUp = followingUp;
        this.completing = completing;
        this.worklist = worklist;
        this.rows = rows;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.dossiers = dossiers;
        this.faces = faces;
        this.papers = papers;
        this.content = content;
        this.problems = problems;
        this.messages = messages;
        this.json = json;
    }

    record Colleague(String username, String name) {}

    @GetMapping("/tasks/{taskId}")
    Object open(@PathVariable String taskId, Model model, Locale locale) {
        try {
            Tasks.Task task = tasks.open(taskId, locale);
            if (task.item().marks().unread()) {
                followingUp.seen(taskId);
            }
            return page(task, task.data(), "", List.of(), model, locale);
        } catch (Refused refused) {
            return overtaken(refused, model, locale);
        }
    }

    @PostMapping("/tasks/{taskId}/complete")
    Object complete(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(defaultValue = "{}") String data,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            Tasks.Task task = tasks.open(taskId, locale);
            Map<String, @Nullable Object> answers = answers(data);
            Tasks.Outcome chosen = task.outcomes().stream()
                    .filter(known -> known.id().equals(outcome))
                    .findFirst()
                    .orElse(null);
            String words = reason == null ? note : reason;
            // What needs a reason is asked again, on a page of its own that says what follows.
            if (chosen != null && chosen.requiresReason() && (reason == null || reason.isBlank())) {
                if (reason != null) {
                    model.addAttribute("problems", inWords(List.of(Problem.of("reason", "required")), locale));
                }
                model.addAttribute("confirmation", confirmation(task, chosen, data, note, locale));
                return new ModelAndView(
                        "confirm", model.asMap(), reason == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
            }
            try {
                Completing.Completed done = completing.complete(taskId, outcome, answers, words);
                redirect.addFlashAttribute("success", success(task, chosen, done, locale));
                return "redirect:/worklist/done";
            } catch (InvalidInput invalid) {
                ModelAndView again =
                        page(task, answers.isEmpty() ? task.data() : answers, words, invalid.problems(), model, locale);
                again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                return again;
            }
        } catch (Refused refused) {
            return overtaken(refused, model, locale);
        }
    }

    /** After a step: what was done, and the next one at one key's distance. */
    @GetMapping("/worklist/done")
    String done(Model model) {
        return model.containsAttribute("success") ? "success" : "redirect:/worklist";
    }

    @PostMapping("/tasks/{taskId}/assign")
    Object assign(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            claiming.assign(taskId, officer, reason);
        } catch (InvalidInput invalid) {
            Tasks.Task task = tasks.open(taskId, locale);
            ModelAndView again = page(task, task.data(), "", invalid.problems(), model, locale);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        } catch (Refused refused) {
            return overtaken(refused, model, locale);
        }
        redirect.addFlashAttribute("flash", "web.step.assigned");
        redirect.addFlashAttribute(
                "flashArg", organisation.officer(officer).map(Officer::fullName).orElse(officer));
        return "redirect:/worklist";
    }

    private ModelAndView page(
            Tasks.Task task,
            Map<String, @Nullable Object> data,
            String note,
            List<Problem> faults,
            Model model,
            Locale locale) {
        Item item = task.item();
        Dossiers.Summary dossier = task.dossier();
        Procedure procedure = catalogue.procedure(dossier.process());
        List<FieldProblem> inWords = inWords(faults, locale);
        Rows.Row row = rows.of(item);
        boolean mayDo = task.inHand();

        model.addAttribute("row", row);
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("dossier", dossier);
        model.addAttribute("mayDo", mayDo);
        model.addAttribute("mayAssign", task.mayAssign());
        model.addAttribute("colleagues", colleagues(item.line()));
        model.addAttribute(
                "ordinary",
                task.outcomes().stream()
                        .filter(Tasks.Outcome::isDefault)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "others", task.outcomes().stream().filter(o -> !o.isDefault()).toList());
        model.addAttribute("hasForm", !task.form().isEmpty());
        model.addAttribute("form", island(task.form(), Content.merged(task.surroundings(), data), inWords, !mayDo));
        model.addAttribute("data", json.writeValueAsString(data));
        model.addAttribute("note", note);
        model.addAttribute("problems", FaultsInAForm.named(problems.inWords(faults, locale), task.form()));
        model.addAttribute("papers", papers.handedIn(dossier, locale));
        model.addAttribute("issued", papers.issued(dossier, locale));
        model.addAttribute("topics", topics(dossier, procedure, locale));
        return new ModelAndView("worklist/step", model.asMap());
    }

    private String island(
            Map<String, Object> schema,
            Map<String, @Nullable Object> data,
            List<FieldProblem> problems,
            boolean readOnly) {
        return json.writeValueAsString(
                Map.of("schema", schema, "data", data, "problems", problems, "readOnly", readOnly));
    }

    private List<Colleague> colleagues(Line line) {
        return organisation.officersOf(line.unit(), line.duty(), organisation.today()).stream()
                .map(username -> new Colleague(
                        username,
                        organisation.officer(username).map(Officer::fullName).orElse(username)))
                .toList();
    }

    private List<ContentWords.Facts> topics(Dossiers.Summary dossier, Procedure procedure, Locale locale) {
        Set<String> topics = new LinkedHashSet<>();
        topics.add("applicant");
        topics.addAll(procedure.edition().application());
        return content.of(dossier.process(), topics, dossier.content(), locale);
    }

    private Confirmation confirmation(Tasks.Task task, Tasks.Outcome outcome, String data, String note, Locale locale) {
        Item item = task.item();
        return new Confirmation(
                messages.getMessage(
                        "web.step.confirm.title",
                        new Object[] {outcome.label(), item.line().dossier()},
                        locale),
                messages.getMessage(
                        "web.step.confirm.consequence", new Object[] {item.stepName(), outcome.label()}, locale),
                "/tasks/" + item.line().taskId() + "/complete",
                Map.of("outcome", outcome.id(), "data", data, "note", note),
                true,
                note,
                true,
                outcome.label(),
                "/tasks/" + item.line().taskId());
    }

    private Success success(Tasks.Task task, Tasks.@Nullable Outcome chosen, Completing.Completed done, Locale locale) {
        String label = chosen == null ? task.item().stepName() : chosen.label();
        boolean over = dossiers.get(new DossierNumber(done.origin())).state().isFinal();
        Worklist.Page mine = worklist.page(Queue.MINE, null, null, 1, locale);
        Worklist.Page next = mine.items().isEmpty() ? worklist.page(Queue.TEAM, null, null, 1, locale) : mine;
        java.util.ArrayList<Success.Link> links = new java.util.ArrayList<>();
        next.items().stream()
                .findFirst()
                .ifPresent(item -> links.add(new Success.Link(
                        messages.getMessage(
                                "web.step.done.next",
                                new Object[] {item.stepName(), item.line().dossier()},
                                locale),
                        "/tasks/" + item.line().taskId())));
        links.add(new Success.Link(messages.getMessage("web.step.done.list", null, locale), "/worklist"));
        links.add(new Success.Link(
                messages.getMessage("web.step.done.dossier", null, locale), "/dossiers/" + done.dossier()));
        return new Success(
                messages.getMessage(
                        "web.step.done.title", new Object[] {task.item().stepName(), label}, locale),
                done.dossier(),
                messages.getMessage(over ? "web.step.done.over" : "web.step.done.text", null, locale),
                links);
    }

    /** Somebody else was faster, or the dossier went another way: said kindly, with a way on. */
    private ModelAndView overtaken(Refused refused, Model model, Locale locale) {
        model.addAttribute(
                "detail",
                Objects.requireNonNullElse(problems.of(refused, locale).getDetail(), ""));
        model.addAttribute("taskId", refused.state().get("taskId"));
        model.addAttribute("taken", "task-taken".equals(refused.code()));
        return new ModelAndView("worklist/overtaken", model.asMap(), HttpStatus.CONFLICT);
    }

    private Map<String, @Nullable Object> answers(String written) {
        try {
            return json.readValue(written, ANSWERS);
        } catch (JacksonException e) {
            throw new InvalidInput(Problem.of("data", "malformed"));
        }
    }

    private List<FieldProblem> inWords(List<Problem> faults, Locale locale) {
        return problems.inWords(faults, locale).stream()
                .map(fault -> new FieldProblem(fault.field(), fault.message()))
                .toList();
    }
}
