package vn.lienthong.deadline.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.Clocks;
import vn.lienthong.deadline.Explanation;
import vn.lienthong.deadline.Extension;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.web.FieldProblem;

/** Why a dossier is due when it is, line by line; and the form that moves the promise with a second person's consent. */
@Controller
class DeadlinePage {

    private static final Set<Duty> MAY_GRANT = EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR);
    private static final Set<Duty> MAY_ASK = EnumSet.of(
            Duty.CASE_OFFICER,
            Duty.RECEPTION_OFFICER,
            Duty.UNIT_HEAD,
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.AGENCY_HEAD);

    private final Clocks clocks;
    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller callers;
    private final Organisation organisation;
    private final ProblemDetails problems;

    DeadlinePage(
            Clocks clocks,
            Dossiers dossiers,
            Access access,
            CurrentCaller callers,
            Organisation organisation,
            ProblemDetails problems) {
        this.clocks = clocks;
        this.dossiers = dossiers;
        this.access = access;
        this.callers = callers;
        this.organisation = organisation;
        this.problems = problems;
    }

    /** What the form sends; anything may be missing. */
    record Wish(
            @Nullable Integer amount,
            @Nullable String reason,
            @Nullable String approver,
            @Nullable String legalBasis,
            @Nullable String document) {}

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
        model.addAttribute(
                "mayExtend",
                dossier.origin() == null
                        && !"stopped".equals(explanation.state())
                        && MAY_ASK.stream().anyMatch(callers.get()::holds));
        return part == null ? "deadline/deadline" : "deadline/deadline :: #explanation";
    }

    @GetMapping("/dossiers/{number}/extension")
    String ask(@PathVariable String number, Model model, Locale locale) {
        fill(number, new Wish(1, null, null, null, null), model, locale);
        return "deadline/extension";
    }

    @PostMapping("/dossiers/{number}/extension")
    @Transactional
    public Object extend(
            @PathVariable String number,
            @ModelAttribute Wish wish,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        visible(number);
        try {
            clocks.extend(
                    new DossierNumber(number),
                    new Extension(
                            wish.amount(), null, wish.reason(), wish.approver(), wish.legalBasis(), wish.document()));
        } catch (InvalidInput invalid) {
            fill(number, wish, model, locale);
            model.addAttribute("problems", inWords(invalid, locale));
            return new ModelAndView("deadline/extension", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.extension.done");
        return "redirect:/dossiers/{number}";
    }

    private void fill(String number, Wish wish, Model model, Locale locale) {
        Dossiers.Summary dossier = visible(number);
        model.addAttribute("number", number);
        model.addAttribute("wish", wish);
        model.addAttribute("explanation", clocks.explain(dossier.number(), locale));
        model.addAttribute("approvers", approvers(dossier.unit()));
    }

    private List<Person> approvers(String desk) {
        String me = callers.get().username();
        List<Person> approvers = new ArrayList<>();
        for (String unit : organisation.subtree(organisation.agencyOf(desk))) {
            for (Duty duty : MAY_GRANT) {
                organisation.officersOf(unit, duty, organisation.today()).stream()
                        .filter(username -> !username.equals(me))
                        .map(username -> new Person(
                                username,
                                organisation
                                        .officer(username)
                                        .map(Officer::fullName)
                                        .orElse(username)))
                        .forEach(approvers::add);
            }
        }
        return approvers.stream().distinct().toList();
    }

    private Dossiers.Summary visible(String number) {
        if (!access.mayRead(callers.get(), number)) {
            throw new NotFound("dossier");
        }
        return dossiers.get(new DossierNumber(number));
    }

    private List<FieldProblem> inWords(InvalidInput invalid, Locale locale) {
        return problems.inWords(invalid.problems(), locale).stream()
                .map(fault -> new FieldProblem(fault.field(), fault.message()))
                .toList();
    }
}
