package vn.lienthong.interconnection.outbox.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.interconnection.outbox.DeadLetters;
import vn.lienthong.web.Confirmation;

/** What other systems did not take, why, what waits behind it, and what can be done. */
@Controller
@RequestMapping("/handovers/dead-letters")
class DeadLetterPage {

    private static final int LINES = 40;
    private static final String ADDRESS = "/handovers/dead-letters";

    private final DeadLetters letters;
    private final ProblemDetails problems;
    private final MessageSource messages;

    DeadLetterPage(DeadLetters letters, ProblemDetails problems, MessageSource messages) {
        this.letters = letters;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String show(@RequestParam(required = false) @Nullable UUID after, Model model) {
        DeadLetters.Page page = letters.page(null, after, LINES);
        model.addAttribute("lines", page.lines());
        model.addAttribute("destinations", letters.destinations());
        model.addAttribute("first", after == null ? null : ADDRESS);
        model.addAttribute("next", page.next() == null ? null : ADDRESS + "?after=" + page.next());
        return "interconnection/dead-letters";
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes redirect) {
        letters.again(id);
        redirect.addFlashAttribute("flash", "interconnection.dead-letters.redriven");
        return "redirect:" + ADDRESS;
    }

    @GetMapping("/{id}/abandon")
    String ask(@PathVariable UUID id, Model model, Locale locale) {
        // Who may not look, is not asked either.
        letters.destinations();
        model.addAttribute("confirmation", confirmation(id, null, locale));
        return "confirm";
    }

    @PostMapping("/{id}/abandon")
    Object abandon(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            letters.abandon(id, reason);
        } catch (InvalidInput invalid) {
            model.addAttribute("confirmation", confirmation(id, reason, locale));
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("confirm", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "interconnection.dead-letters.abandoned");
        return "redirect:" + ADDRESS;
    }

    private Confirmation confirmation(UUID id, @Nullable String reason, Locale locale) {
        return new Confirmation(
                messages.getMessage("interconnection.dead-letters.abandon.title", null, locale),
                messages.getMessage("interconnection.dead-letters.abandon.consequence", null, locale),
                ADDRESS + "/" + id + "/abandon",
                Map.of(),
                true,
                reason,
                true,
                messages.getMessage("interconnection.dead-letters.abandon.button", null, locale),
                ADDRESS);
    }
}
