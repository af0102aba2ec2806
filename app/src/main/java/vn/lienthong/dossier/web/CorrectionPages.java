package vn.lienthong.dossier.web;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.Corrections;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;

/** Putting right what a dossier says of somebody who asks for it, and what was put right before. */
@Controller
@RequestMapping("/dossiers/{number}/corrections")
class CorrectionPages {

    private static final String FIELD = "changes.";

    private final Correcting correcting;
    private final Corrections corrections;
    private final CorrectableFields fields;
    private final Dossiers dossiers;
    private final DossierFaces faces;
    private final DossierPapers papers;
    private final Access access;
    private final CurrentCaller caller;
    private final Organisation organisation;
    private final ProblemDetails problems;

    CorrectionPages(
            Correcting correcting,
            Corrections corrections,
            CorrectableFields fields,
            Dossiers dossiers,
            DossierFaces faces,
            DossierPapers papers,
            Access access,
            CurrentCaller caller,
            Organisation organisation,
            ProblemDetails problems) {
        this.correcting = correcting;
        this.corrections = corrections;
        this.fields = fields;
        this.dossiers = dossiers;
        this.faces = faces;
        this.papers = papers;
        this.access = access;
        this.caller = caller;
        this.organisation = organisation;
        this.problems = problems;
    }

    record Row(
            String field,
            String was,
            String becomes,
            String request,
            @Nullable String proof,
            String by,
            Instant at) {}

    @GetMapping
    String show(@PathVariable String number, Model model, Locale locale) {
        return page(number, Map.of(), List.of(), model, locale);
    }

    @PostMapping
    Object correct(
            @PathVariable String number,
            @RequestParam Map<String, String> sent,
            @RequestParam(required = false) @Nullable MultipartFile proof,
            RedirectAttributes redirect,
            Model model,
            Locale locale)
            throws IOException {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                changes.put(name.substring(FIELD.length()), value);
            }
        });
        try {
            correcting.correct(
                    new DossierNumber(number),
                    new Correcting.Wish(changes, sent.getOrDefault("request", ""), file(proof)));
        } catch (InvalidInput invalid) {
            List<FieldProblem> told = problems.inWords(invalid.problems(), locale);
            return new ModelAndView(
                    page(number, sent, told, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "dossier.correction.done");
        return "redirect:/dossiers/{number}/corrections";
    }

    private static Correcting.@Nullable Proof file(@Nullable MultipartFile proof) throws IOException {
        return proof == null || proof.isEmpty()
                ? null
                : new Correcting.Proof(Objects.requireNonNullElse(proof.getOriginalFilename(), ""), proof.getBytes());
    }

    private String page(String number, Map<String, String> sent, List<FieldProblem> told, Model model, Locale locale) {
        if (!access.mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        Dossiers.Summary dossier = dossiers.get(new DossierNumber(number));
        boolean may = access.maySpeakForApplicant(caller.get(), number) && !dossier.isDestroyed();
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("fields", may ? fields.of(dossier, locale) : List.of());
        model.addAttribute("sent", sent);
        model.addAttribute("may", may);
        model.addAttribute("results", may && !papers.issued(dossier, locale).isEmpty());
        Map<String, String> names = fields.names(dossier.process(), locale);
        model.addAttribute(
                "rows",
                corrections.of(dossier.number()).stream()
                        .map(row -> new Row(
                                names.getOrDefault(row.field(), row.field()),
                                text(row.was()),
                                text(row.becomes()),
                                row.request(),
                                row.proof(),
                                organisation
                                        .officer(row.correctedBy())
                                        .map(Officer::fullName)
                                        .orElse(row.correctedBy()),
                                row.correctedAt()))
                        .toList());
        model.addAttribute("problems", told);
        model.addAttribute(
                "faults",
                told.stream().collect(toMap(FieldProblem::field, FieldProblem::message, (first, more) -> first)));
        return "dossier/corrections";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "—" : value.toString();
    }
}
