package vn.lienthong.deadline.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.lienthong.deadline.Extending;
import vn.lienthong.deadline.Letters;
import vn.lienthong.dossier.DossierNumber;

/** Broken promises and what is written about them: drafts to look at, letters to sign, letters to hand over. */
@Controller
@RequestMapping("/apologies")
class LetterPage {

    private final Letters letters;
    private final Extending extending;
    private final ProblemDetails problems;

    LetterPage(Letters letters, Extending extending, ProblemDetails problems) {
        this.letters = letters;
        this.extending = extending;
        this.problems = problems;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        List<Letters.LetterView> open = letters.open(locale);
        model.addAttribute("wishes", extending.open(locale));
        model.addAttribute("drafts", in("draft", open));
        model.addAttribute("approved", in("approved", open));
        model.addAttribute("signed", in("signed", open));
        model.addAttribute("owed", letters.owed(locale));
        return "deadline/letters";
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model, Locale locale) {
        Letters.LetterView letter = letters.get(id, locale);
        fill(letter, letter.reason(), letter.days(), model);
        return "deadline/letter";
    }

    /** The letter itself; before it is signed, what it would be. */
    @GetMapping("/{id}/letter.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(letters.pdf(id));
    }

    /** Writes a letter that nobody has drafted yet. */
    @PostMapping("/of/{number}")
    String draft(@PathVariable String number, Locale locale) {
        Letters.LetterView letter = letters.draft(new DossierNumber(number), locale);
        return "redirect:/apologies/" + letter.id();
    }

    @PostMapping("/{id}/approve")
    Object approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable Integer days,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            letters.approve(id, reason, days, locale);
        } catch (InvalidInput invalid) {
            return again(id, reason, days, invalid, model, locale);
        }
        redirect.addFlashAttribute("flash", "deadline.letter.done.approved");
        return "redirect:/apologies";
    }

    @PostMapping("/{id}/sign")
    String sign(@PathVariable long id, RedirectAttributes redirect, Locale locale) {
        Letters.LetterView letter = letters.sign(id, locale);
        redirect.addFlashAttribute(
                "flash", "sent".equals(letter.state()) ? "deadline.letter.done.sent" : "deadline.letter.done.signed");
        return "redirect:/apologies/" + id;
    }

    @PostMapping("/{id}/return")
    Object giveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            letters.giveBack(id, because, locale);
        } catch (InvalidInput invalid) {
            return again(id, null, null, invalid, model, locale);
        }
        redirect.addFlashAttribute("flash", "deadline.letter.done.returned");
        return "redirect:/apologies";
    }

    @PostMapping("/{id}/sent")
    String handedOver(@PathVariable long id, RedirectAttributes redirect, Locale locale) {
        letters.handedOver(id, locale);
        redirect.addFlashAttribute("flash", "deadline.letter.done.sent");
        return "redirect:/apologies/" + id;
    }

    @PostMapping("/{id}/drop")
    Object drop(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String because,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            letters.drop(id, because, locale);
        } catch (InvalidInput invalid) {
            return again(id, null, null, invalid, model, locale);
        }
        redirect.addFlashAttribute("flash", "deadline.letter.done.dropped");
        return "redirect:/apologies";
    }

    private ModelAndView again(
            long id,
            @Nullable String reason,
            @Nullable Integer days,
            InvalidInput invalid,
            Model model,
            Locale locale) {
        Letters.LetterView letter = letters.get(id, locale);
        fill(letter, reason == null ? letter.reason() : reason, days == null ? letter.days() : days, model);
        // A reason that was not written belongs to the field of its own form.
        String field = reason == null ? "because" : "reason";
        model.addAttribute(
                "problems",
                problems.inWords(invalid.problems(), locale).stream()
                        .map(fault -> fault.field().equals("reason") ? fault.at(field) : fault)
                        .toList());
        return new ModelAndView("deadline/letter", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static void fill(Letters.LetterView letter, String reason, @Nullable Integer days, Model model) {
        model.addAttribute("letter", letter);
        model.addAttribute("reason", reason);
        model.addAttribute("days", days);
    }

    private static List<Letters.LetterView> in(String state, List<Letters.LetterView> open) {
        return open.stream().filter(letter -> letter.state().equals(state)).toList();
    }
}
