package vn.lienthong.worklist.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.web.DossierHistory;
import vn.lienthong.worklist.Commenting;

/** What colleagues say about a dossier; loaded into its page, and a page of its own without script. */
@Controller
class CommentPage {

    private final Commenting commenting;
    private final DossierHistory history;
    private final ProblemDetails problems;

    CommentPage(Commenting commenting, DossierHistory history, ProblemDetails problems) {
        this.commenting = commenting;
        this.history = history;
        this.problems = problems;
    }

    @GetMapping("/dossiers/{number}/comments")
    String show(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        fill(new DossierNumber(number), model, locale);
        return part == null ? "worklist/comments" : "worklist/comments :: #comments";
    }

    @PostMapping("/dossiers/{number}/comments")
    Object say(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String comment,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            commenting.say(new DossierNumber(number), comment);
        } catch (InvalidInput invalid) {
            return again(new DossierNumber(number), invalid, model, locale);
        }
        redirect.addFlashAttribute("flash", "web.comments.done");
        return "redirect:/dossiers/{number}";
    }

    /** About a step: comes back to it. */
    @PostMapping("/tasks/{taskId}/comments")
    String sayAtStep(
            @PathVariable String taskId,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(name = ListAddress.CARRIED, defaultValue = "") String list,
            RedirectAttributes redirect) {
        try {
            commenting.sayAtStep(taskId, comment);
            redirect.addFlashAttribute("flash", "web.comments.done");
        } catch (InvalidInput empty) {
            redirect.addFlashAttribute("flash", "web.comments.empty");
        }
        return "redirect:" + ListAddress.ofStep(taskId, list);
    }

    private ModelAndView again(DossierNumber number, InvalidInput invalid, Model model, Locale locale) {
        fill(number, model, locale);
        model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
        return new ModelAndView("worklist/comments", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private void fill(DossierNumber number, Model model, Locale locale) {
        model.addAttribute("comments", history.of(number, locale).comments());
        model.addAttribute("number", number.value());
        model.addAttribute("mayComment", commenting.may(number));
    }
}
