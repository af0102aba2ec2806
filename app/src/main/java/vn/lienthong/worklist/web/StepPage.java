package vn.lienthong.worklist.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.procedure.Content;
import vn.lienthong.web.Confirmation;
import vn.lienthong.worklist.Claiming;
import vn.lienthong.worklist.Completing;
import vn.lienthong.worklist.FollowingUp;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.KeepingDrafts;
import vn.lienthong.worklist.Tasks;

/** One step: its form, the papers beside it, one button for the ordinary way on. */
@Controller
class StepPage {

    private final Tasks tasks;
    private final Claiming claiming;
    private final Completing completing;
    private final KeepingDrafts drafting;
    private final FollowingUp followingUp;
    private final Organisation organisation;
    private final StepView view;
    private final StepDone after;
    private final Answers answers;
    private final MessageSource messages;

    StepPage(
            Tasks tasks,
            Claiming claiming,
            Completing completing,
            KeepingDrafts drafting,
            FollowingUp followingUp,
            Organisation organisation,
            StepView view,
            StepDone after,
            Answers answers,
            MessageSource messages) {
        this.tasks = tasks;
        this.claiming = claiming;
        this.completing = completing;
        this.drafting = drafting;
        this.followingUp = followingUp;
        this.organisation = organisation;
        this.view = view;
        this.after = after;
        this.answers = answers;
        this.messages = messages;
    }

    /** What a page of a step sends, whatever is done with it. */
    record Sent(
            @Nullable String outcome,
            @Nullable String data,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String list) {

        String from() {
            return list == null ? "" : list;
        }

        /** The reason where one was asked for, and otherwise what was written beside the form. */
        String words() {
            return Optional.ofNullable(reason)
                    .or(() -> Optional.ofNullable(note))
                    .orElse("");
        }
    }

    @GetMapping("/tasks/{taskId}")
    ModelAndView open(
            @PathVariable String taskId,
            @RequestParam(name = ListAddress.CARRIED, defaultValue = "") String list,
            @RequestParam(required = false) @Nullable String paper,
            Model model,
            Locale locale) {
        try {
            Tasks.Task task = tasks.open(taskId, locale);
            if (task.item().marks().unread()) {
                followingUp.seen(taskId);
            }
            return view.page(task, typed(task), list, paper, model, locale);
        } catch (Refused refused) {
            return view.overtaken(refused, "", false, list, model, locale);
        }
    }

    @PostMapping("/tasks/{taskId}/complete")
    Object complete(@PathVariable String taskId, Sent sent, RedirectAttributes redirect, Model model, Locale locale) {
        try {
            Tasks.Task task = tasks.open(taskId, locale);
            Tasks.Outcome chosen = task.outcomes().stream()
                    .filter(known -> known.id().equals(sent.outcome()))
                    .findFirst()
                    .orElse(null);
            // What needs a reason is asked again, on a page of its own that says what follows.
            if (chosen != null
                    && chosen.requiresReason()
                    && (sent.reason() == null || sent.reason().isBlank())) {
                return confirm(task, chosen, sent, model, locale);
            }
            Map<String, @Nullable Object> data = answers.read(sent.data());
            String below = after.below(taskId, sent.from());
            try {
                Completing.Completed done = completing.complete(taskId, sent.outcome(), data, sent.words());
                redirect.addFlashAttribute("success", after.success(task, chosen, done, sent.from(), below, locale));
                return "redirect:/worklist/done";
            } catch (InvalidInput invalid) {
                Map<String, @Nullable Object> shown = data.isEmpty() ? task.data() : data;
                var typed = new StepView.Typed(shown, sent.words(), invalid.problems(), null);
                return view.again(task, typed, sent.from(), model, locale);
            }
        } catch (Refused refused) {
            return view.overtaken(refused, sent.words(), kept(taskId, sent), sent.from(), model, locale);
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
            @RequestParam(name = ListAddress.CARRIED, defaultValue = "") String list,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            claiming.assign(taskId, officer, reason);
        } catch (InvalidInput invalid) {
            Tasks.Task task = tasks.open(taskId, locale);
            var typed = new StepView.Typed(task.data(), "", invalid.problems(), null);
            return view.again(task, typed, list, model, locale);
        } catch (Refused refused) {
            return view.overtaken(refused, "", false, list, model, locale);
        }
        redirect.addFlashAttribute("flash", "web.step.assigned");
        redirect.addFlashAttribute(
                "flashArg", organisation.officer(officer).map(Officer::fullName).orElse(officer));
        return list.isEmpty() ? "redirect:/worklist" : "redirect:/worklist?" + list;
    }

    /** What was typed earlier and not sent, over what the dossier knows by now. */
    private StepView.Typed typed(Tasks.Task task) {
        KeepingDrafts.Draft draft = drafting.find(task.item().line().taskId()).orElse(null);
        return draft == null || !task.inHand()
                ? new StepView.Typed(task.data(), "", List.of(), draft)
                : new StepView.Typed(Content.merged(task.data(), draft.data()), draft.note(), List.of(), draft);
    }

    /** Nothing that was typed is lost because a colleague was faster, as long as the step is open. */
    private boolean kept(String taskId, Sent sent) {
        try {
            drafting.keep(taskId, answers.read(sent.data()), sent.words());
            return true;
        } catch (Refused over) {
            return false;
        }
    }

    private ModelAndView confirm(Tasks.Task task, Tasks.Outcome chosen, Sent sent, Model model, Locale locale) {
        boolean asked = sent.reason() != null;
        if (asked) {
            model.addAttribute("problems", view.inWords(List.of(Problem.of("reason", "required")), locale));
        }
        model.addAttribute("confirmation", confirmation(task, chosen, sent, locale));
        return new ModelAndView("confirm", model.asMap(), asked ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
    }

    private Confirmation confirmation(Tasks.Task task, Tasks.Outcome outcome, Sent sent, Locale locale) {
        Item item = task.item();
        String note = sent.note() == null ? "" : sent.note();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("outcome", outcome.id());
        fields.put("data", sent.data() == null ? "{}" : sent.data());
        fields.put("note", note);
        fields.put(ListAddress.CARRIED, sent.from());
        return new Confirmation(
                messages.getMessage(
                        "web.step.confirm.title",
                        new Object[] {outcome.label(), item.line().dossier()},
                        locale),
                messages.getMessage(
                        "web.step.confirm.consequence", new Object[] {item.stepName(), outcome.label()}, locale),
                "/tasks/" + item.line().taskId() + "/complete",
                fields,
                true,
                note,
                true,
                outcome.label(),
                ListAddress.ofStep(item.line().taskId(), sent.from()));
    }
}
