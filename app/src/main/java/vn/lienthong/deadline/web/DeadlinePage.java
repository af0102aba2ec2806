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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.Clocks;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.deadline.Explanation;
import vn.lienthong.deadline.Extending;
import vn.lienthong.deadline.Extension;
import vn.lienthong.deadline.Letters;
import vn.lienthong.deadline.PrintingDeadline;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;

/** Why a dossier is due when it is, line by line; and how the promise is moved, by two people. */
@Controller
class DeadlinePage {

    private final Clocks clocks;
    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller callers;
    private final PrintingDeadline printing;
    private final Extending extending;
    private final Letters letters;
    private final EscalationBoard escalations;
    private final ProblemDetails problems;

    DeadlinePage(
            Clocks clocks,
            Dossiers dossiers,
            Access access,
            CurrentCaller callers,
            PrintingDeadline printing,
            Extending extending,
            Letters letters,
            EscalationBoard escalations,
            ProblemDetails problems) {
        this.clocks = clocks;
        this.dossiers = dossiers;
        this.access = access;
        this.callers = callers;
        this.printing = printing;
        this.extending = extending;
        this.letters = letters;
        this.escalations = escalations;
        this.problems = problems;
    }

    /** What the form sends; anything may be missing. */
    record Wish(
            @Nullable Integer amount,
            @Nullable String reason,
            @Nullable String approver,
            @Nullable String legalBasis,
            @Nullable String document) {}

    /** @param name full name */
    record Person(String username, String name) {}

    /** A page of its own, or the part of the dossier's page that is loaded after it. */
    @GetMapping("/dossiers/{number}/deadline")
    String explain(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        Dossiers.Summary dossier = visible(number);
        Explanation explanation = clocks.explain(dossier.number(), locale);
        model.addAttribute("number", number);
        model.addAttribute("explanation", explanation);
        boolean whole = dossier.origin() == null;
        List<Extending.ExtensionView> wishes = whole ? extending.of(dossier.number(), locale) : List.of();
        model.addAttribute("wishes", wishes);
        model.addAttribute("chain", escalations.chain(dossier.number(), locale));
        model.addAttribute("letters", whole ? letters.of(dossier.number(), locale) : List.of());
        model.addAttribute(
                "mayExtend", whole && Extending.mayPropose(callers.get()) && extending.isPossible(dossier.number()));
        return part == null ? "deadline/deadline" : "deadline/deadline :: #explanation";
    }

    /** The same on paper, for the citizen. */
    @GetMapping("/dossiers/{number}/deadline.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, Locale locale) {
        Dossiers.Summary dossier = visible(number);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(printing.pdf(dossier.number(), locale));
    }

    @GetMapping("/dossiers/{number}/extension")
    String ask(@PathVariable String number, Model model, Locale locale) {
        fill(number, new Wish(1, null, null, null, null), model, locale);
        return "deadline/extension";
    }

    @PostMapping("/dossiers/{number}/extension")
    Object propose(
            @PathVariable String number,
            @ModelAttribute Wish wish,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        visible(number);
        try {
            extending.propose(
                    new DossierNumber(number),
                    new Extension(
                            wish.amount(), null, wish.reason(), wish.approver(), wish.legalBasis(), wish.document()),
                    locale);
        } catch (InvalidInput invalid) {
            fill(number, wish, model, locale);
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("deadline/extension", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "deadline.extension.proposed");
        return "redirect:/dossiers/{number}";
    }

    /** Where the second person decides. */
    @GetMapping("/extensions/{id}")
    String decide(@PathVariable long id, Model model, Locale locale) {
        model.addAttribute("wish", extending.get(id, locale));
        return "deadline/extension-decision";
    }

    @PostMapping("/extensions/{id}/grant")
    String grant(@PathVariable long id, RedirectAttributes redirect, Locale locale) {
        Extending.ExtensionView wish = extending.grant(id, locale);
        redirect.addFlashAttribute("flash", "deadline.extension.granted");
        redirect.addAttribute("number", wish.dossier());
        return "redirect:/dossiers/{number}";
    }

    @PostMapping("/extensions/{id}/refuse")
    Object refuse(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            Extending.ExtensionView wish = extending.refuse(id, reason, locale);
            redirect.addFlashAttribute("flash", "deadline.extension.refused");
            redirect.addAttribute("number", wish.dossier());
            return "redirect:/dossiers/{number}";
        } catch (InvalidInput invalid) {
            model.addAttribute("wish", extending.get(id, locale));
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("deadline/extension-decision", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void fill(String number, Wish wish, Model model, Locale locale) {
        Dossiers.Summary dossier = visible(number);
        model.addAttribute("number", number);
        model.addAttribute("wish", wish);
        model.addAttribute("explanation", clocks.explain(dossier.number(), locale));
        model.addAttribute("approvers", approvers(dossier.unit()));
    }

    private List<Person> approvers(String desk) {
        return extending.grantors(desk).entrySet().stream()
                .map(entry -> new Person(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Dossiers.Summary visible(String number) {
        if (!access.mayRead(callers.get(), number)) {
            throw new NotFound("dossier");
        }
        return dossiers.get(new DossierNumber(number));
    }
}
