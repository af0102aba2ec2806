package vn.lienthong.design.publishing;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.design.Finding;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessRef;

/** The designer's desk: what is in force, what was sent, what the verifier says of it, and the second person's word. */
@Controller
@RequestMapping("/design")
class DesignPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int PAGE = 20;

    /** What the fields of the forms are called. */
    private static final Map<String, String> LABELS = Map.of(
            "procedure", "design.key",
            "edition", "design.effective",
            "files", "design.send.files",
            "decision", "design.decision",
            "note", "design.note",
            "reason", "design.reason");

    private final Publishing publishing;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ProblemDetails problems;
    private final MessageSource messages;
    private final Clock clock;

    DesignPages(
            Publishing publishing,
            Catalogue catalogue,
            Organisation organisation,
            ProblemDetails problems,
            MessageSource messages,
            Clock clock) {
        this.publishing = publishing;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    /** Where an edition stands on a day. */
    enum Standing {
        IN_FORCE("on-time"),
        PILOT("running"),
        COMING("due-soon"),
        PAST("none"),
        WITHDRAWN("none");

        private final String look;

        Standing(String look) {
            this.look = look;
        }

        public String look() {
            return look;
        }
    }

    record EditionLine(LocalDate day, Standing standing, List<String> places) {}

    record ProcedureLine(String key, String code, String name, List<EditionLine> editions) {}

    record DraftLine(
            EditionDraft draft,
            String look,
            String sender,
            @Nullable String decider) {}

    record FindingLine(String severity, String rule, String element, String message) {}

    @GetMapping
    String overview(@RequestParam(required = false) @Nullable Long before, Model model, Locale locale) {
        overview(before, List.of(), model, locale);
        return "design/overview";
    }

    @PostMapping("/editions")
    Object send(
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(defaultValue = "") String procedure,
            @RequestParam(defaultValue = "") String edition,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            redirect.addAttribute(
                    "id",
                    publishing
                            .send(files == null ? List.of() : files, blankToNull(procedure), blankToNull(edition))
                            .id());
            return "redirect:/design/editions/{id}";
        } catch (InvalidInput invalid) {
            model.addAttribute("procedure", procedure);
            model.addAttribute("edition", edition);
            overview(null, invalid.problems(), model, locale);
            return new ModelAndView("design/overview", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            overview(null, List.of(), model, locale);
            return refused("design/overview", refused, model, locale);
        }
    }

    @GetMapping("/editions/{id}")
    String draft(@PathVariable long id, Model model, Locale locale) {
        draft(id, "", "", List.of(), model, locale);
        return "design/draft";
    }

    @GetMapping("/editions/{id}/diagram.bpmn")
    ResponseEntity<byte[]> diagram(@PathVariable long id) {
        return bpmn(publishing.diagram(id));
    }

    @PostMapping("/editions/{id}/approval")
    Object approve(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            publishing.approve(id, decision, note);
        } catch (InvalidInput invalid) {
            draft(id, decision, note, invalid.problems(), model, locale);
            return new ModelAndView("design/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            draft(id, decision, note, List.of(), model, locale);
            return refused("design/draft", refused, model, locale);
        }
        redirect.addFlashAttribute("flash", "design.flash.published");
        return "redirect:/design/editions/{id}";
    }

    @PostMapping("/editions/{id}/rejection")
    Object reject(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            publishing.reject(id, note);
        } catch (InvalidInput invalid) {
            draft(id, "", note, invalid.problems(), model, locale);
            return new ModelAndView("design/draft", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "design.flash.rejected");
        return "redirect:/design/editions/{id}";
    }

    @GetMapping("/procedures/{key}/{edition}")
    String edition(@PathVariable String key, @PathVariable LocalDate edition, Model model, Locale locale) {
        edition(known(key, edition), "", "", List.of(), model, locale);
        return "design/edition";
    }

    @GetMapping("/procedures/{key}/{edition}/diagram.bpmn")
    ResponseEntity<byte[]> diagram(@PathVariable String key, @PathVariable LocalDate edition) {
        var folder = known(key, edition).folder();
        return bpmn(folder.file(folder.diagram()).orElseThrow(() -> new NotFound("procedure")));
    }

    @PostMapping("/procedures/{key}/{edition}/withdrawal")
    Object withdraw(
            @PathVariable String key,
            @PathVariable LocalDate edition,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            publishing.withdraw(new ProcessRef(key, edition.toString()), decision, reason);
        } catch (InvalidInput invalid) {
            edition(known(key, edition), decision, reason, invalid.problems(), model, locale);
            return new ModelAndView("design/edition", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Refused refused) {
            edition(known(key, edition), decision, reason, List.of(), model, locale);
            return refused("design/edition", refused, model, locale);
        }
        redirect.addFlashAttribute("flash", "design.flash.withdrawn");
        return "redirect:/design/procedures/{key}/{edition}";
    }

    /** What does not go now is said where it was asked for, and nothing that was typed is lost. */
    private ModelAndView refused(String page, Refused refused, Model model, Locale locale) {
        String why = String.valueOf(problems.of(refused, locale).getDetail());
        model.addAttribute("problems", List.of(new FieldProblem("", refused.code(), why)));
        return new ModelAndView(page, model.asMap(), HttpStatus.CONFLICT);
    }

    private void overview(@Nullable Long before, List<Problem> faults, Model model, Locale locale) {
        List<EditionDraft> found = publishing.list(before, PAGE + 1);
        List<EditionDraft> shown = found.stream().limit(PAGE).toList();
        model.addAttribute("drafts", shown.stream().map(this::line).toList());
        model.addAttribute(
                "next",
                found.size() > PAGE ? "/design?before=" + shown.get(PAGE - 1).id() : null);
        model.addAttribute("first", before == null ? null : "/design");
        model.addAttribute("maySend", publishing.maySend());
        model.addAttribute("problems", inWords(faults, locale));
        model.addAttribute("procedures", procedures(locale));
    }

    private List<ProcedureLine> procedures(Locale locale) {
        return catalogue.all().stream()
                .map(Procedure::edition)
                .collect(Collectors.groupingBy(Edition::key))
                .values()
                .stream()
                .map(editions -> {
                    Edition latest = editions.stream()
                            .max(Comparator.comparing(Edition::effectiveOn))
                            .orElseThrow();
                    return new ProcedureLine(
                            latest.key(),
                            latest.code(),
                            latest.names().in(locale),
                            editions.stream()
                                    .sorted(Comparator.comparing(Edition::effectiveOn)
                                            .reversed())
                                    .map(edition -> line(edition, locale))
                                    .toList());
                })
                .sorted(Comparator.comparing(ProcedureLine::name, Collator.getInstance(locale)))
                .toList();
    }

    private EditionLine line(Edition edition, Locale locale) {
        return new EditionLine(
                edition.effectiveOn(),
                standing(edition),
                edition.pilot() == null
                        ? List.of()
                        : edition.pilot().at().stream()
                                .map(code -> place(code, locale))
                                .toList());
    }

    private String place(String code, Locale locale) {
        return organisation.find(code).map(unit -> unit.name(locale)).orElse(code);
    }

    private Standing standing(Edition edition) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (catalogue.isWithdrawn(edition.ref())) {
            return Standing.WITHDRAWN;
        }
        if (edition.effectiveOn().isAfter(today)) {
            return Standing.COMING;
        }
        if (edition.pilot() != null) {
            return Standing.PILOT;
        }
        return catalogue.edition(edition.key(), today).ref().equals(edition.ref()) ? Standing.IN_FORCE : Standing.PAST;
    }

    private void draft(long id, String decision, String note, List<Problem> faults, Model model, Locale locale) {
        EditionDraft draft = publishing.get(id);
        List<Finding> findings = draft.decidedAt() == null ? publishing.findings(draft) : List.of();
        model.addAttribute("line", line(draft));
        model.addAttribute(
                "findings",
                findings.stream()
                        .map(finding -> new FindingLine(
                                finding.severity().name(), finding.rule(), finding.element(), finding.message(locale)))
                        .toList());
        model.addAttribute("drawn", draft.state() != EditionDraft.State.FAULTY);
        model.addAttribute("mayDecide", publishing.mayDecide(draft));
        model.addAttribute("decision", decision);
        model.addAttribute("note", note);
        model.addAttribute("problems", inWords(faults, locale));
    }

    private void edition(
            Procedure procedure, String decision, String reason, List<Problem> faults, Model model, Locale locale) {
        Edition edition = procedure.edition();
        List<Withdrawal> withdrawals = publishing.withdrawals();
        model.addAttribute("edition", edition);
        model.addAttribute("name", edition.names().in(locale));
        model.addAttribute("line", line(edition, locale));
        model.addAttribute(
                "legs",
                edition.legs().stream()
                        .collect(Collectors.toMap(
                                leg -> procedure.nameOfLeg(leg.id(), locale),
                                leg -> words(leg.budget(), locale),
                                (one, other) -> one,
                                LinkedHashMap::new)));
        model.addAttribute(
                "withdrawal",
                withdrawals.stream()
                        .filter(w -> new ProcessRef(w.procedure(), w.edition().toString()).equals(edition.ref()))
                        .findFirst()
                        .orElse(null));
        model.addAttribute("mayWithdraw", publishing.decides() && !catalogue.isWithdrawn(edition.ref()));
        model.addAttribute("decision", decision);
        model.addAttribute("reason", reason);
        model.addAttribute("problems", inWords(faults, locale));
    }

    private String words(Budget budget, Locale locale) {
        return messages.getMessage(
                "dossier.budget." + budget.unit().name(), new Object[] {budget.amount(), budget.cutOff()}, locale);
    }

    private Procedure known(String key, LocalDate edition) {
        return catalogue.find(new ProcessRef(key, edition.toString())).orElseThrow(() -> new NotFound("procedure"));
    }

    private DraftLine line(EditionDraft draft) {
        String look = Map.of(
                        EditionDraft.State.FAULTY, "late",
                        EditionDraft.State.VERIFIED, "running",
                        EditionDraft.State.PUBLISHED, "on-time",
                        EditionDraft.State.REJECTED, "none")
                .getOrDefault(draft.state(), "none");
        return new DraftLine(
                draft, look, officer(draft.sentBy()), draft.decidedBy() == null ? null : officer(draft.decidedBy()));
    }

    private String officer(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private List<FieldProblem> inWords(List<Problem> faults, Locale locale) {
        return problems.inWords(faults, locale).stream()
                .map(fault -> fault.after(label(fault.field(), locale)))
                .toList();
    }

    private String label(String field, Locale locale) {
        String key = LABELS.get(field);
        return key == null ? "" : messages.getMessage(key, null, locale) + ": ";
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static ResponseEntity<byte[]> bpmn(byte[] diagram) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(diagram);
    }
}
