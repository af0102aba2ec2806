package vn.lienthong.dossier.retention;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;

/** What is due to be destroyed and what was, in numbers and not in names; and the page on which somebody keeps a dossier. */
@Controller
class RetentionPages {

    private final Due due;
    private final RetentionRuns runs;
    private final RetentionRights rights;
    private final Holds holds;
    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller caller;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ProblemDetails problems;

    RetentionPages(
            Due due,
            RetentionRuns runs,
            RetentionRights rights,
            Holds holds,
            Dossiers dossiers,
            Access access,
            CurrentCaller caller,
            Catalogue catalogue,
            Organisation organisation,
            ProblemDetails problems) {
        this.due = due;
        this.runs = runs;
        this.rights = rights;
        this.holds = holds;
        this.dossiers = dossiers;
        this.access = access;
        this.caller = caller;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.problems = problems;
    }

    /** @param count dossiers; @param beside held ones, or files */
    record Row(String procedure, String unit, int year, int years, String source, int count, int beside) {}

    record HoldRow(Holds.Because because, String reason, String by, Instant at) {}

    record RunRow(RetentionReport report, String by) {}

    @GetMapping("/retention")
    String overview(Model model, Locale locale) {
        List<String> units = rights.units();
        List<Due.Line> lines = due.lines(units);
        model.addAttribute(
                "rows",
                lines.stream()
                        .map(line -> new Row(
                                procedure(line.procedure(), locale),
                                unit(line.unit(), locale),
                                line.year(),
                                line.years(),
                                line.source(),
                                line.dossiers(),
                                line.held()))
                        .toList());
        model.addAttribute("due", lines.stream().mapToInt(Due.Line::dossiers).sum());
        model.addAttribute("held", lines.stream().mapToInt(Due.Line::held).sum());
        model.addAttribute("runs", runs.latest().stream().map(this::row).toList());
        return "dossier/retention/overview";
    }

    @GetMapping("/retention/runs/{run}")
    String run(@PathVariable long run, Model model, Locale locale) {
        RetentionReport report = runs.of(run, rights.units()).orElseThrow(() -> new NotFound("retention-run"));
        model.addAttribute("run", row(report));
        model.addAttribute(
                "rows",
                report.lines().stream()
                        .map(line -> new Row(
                                procedure(line.procedure(), locale),
                                unit(line.unit(), locale),
                                line.year(),
                                line.years(),
                                line.source(),
                                line.dossiers(),
                                line.files()))
                        .toList());
        return "dossier/retention/run";
    }

    @GetMapping("/dossiers/{number}/hold")
    String hold(@PathVariable String number, Model model) {
        if (!access.mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        return page(number, new Sent(null, null), List.of(), model);
    }

    /** What a form about a hold said. */
    record Sent(@Nullable String because, @Nullable String reason) {}

    private interface Decision {
        void on(DossierNumber dossier, Holds.@Nullable Because because, String reason);
    }

    @PostMapping("/dossiers/{number}/hold")
    Object place(@PathVariable String number, Sent sent, RedirectAttributes redirect, Model model, Locale locale) {
        return decided(holds::place, "dossier.hold.placed", number, sent, redirect, model, locale);
    }

    @PostMapping("/dossiers/{number}/hold/lift")
    Object lift(@PathVariable String number, Sent sent, RedirectAttributes redirect, Model model, Locale locale) {
        return decided(holds::lift, "dossier.hold.lifted", number, sent, redirect, model, locale);
    }

    private Object decided(
            Decision decision,
            String flash,
            String number,
            Sent sent,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            decision.on(
                    new DossierNumber(number),
                    RetentionController.because(sent.because()),
                    Objects.requireNonNullElse(sent.reason(), ""));
        } catch (InvalidInput invalid) {
            List<FieldProblem> told = problems.inWords(invalid.problems(), locale);
            return new ModelAndView(page(number, sent, told, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", flash);
        return "redirect:/dossiers/{number}";
    }

    private String page(String number, Sent sent, List<FieldProblem> told, Model model) {
        model.addAttribute("number", number);
        model.addAttribute(
                "open",
                holds.of(dossiers.get(new DossierNumber(number))).stream()
                        .map(hold -> new HoldRow(hold.because(), hold.reason(), name(hold.placedBy()), hold.placedAt()))
                        .toList());
        model.addAttribute("causes", Holds.Because.values());
        model.addAttribute("because", sent.because());
        model.addAttribute("reason", sent.reason());
        model.addAttribute("mayHold", holds.mayHold());
        model.addAttribute("problems", told);
        return "dossier/retention/hold";
    }

    private RunRow row(RetentionReport report) {
        return new RunRow(report, name(report.runBy()));
    }

    private String name(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    /** Its newest name. */
    private String procedure(String key, Locale locale) {
        return catalogue.all().stream()
                .map(Procedure::edition)
                .filter(edition -> edition.key().equals(key))
                .reduce((earlier, later) -> later)
                .map(Edition::names)
                .map(names -> names.in(locale))
                .orElse(key);
    }

    private String unit(String code, Locale locale) {
        return organisation.find(code).map(unit -> unit.name(locale)).orElse(code);
    }
}
