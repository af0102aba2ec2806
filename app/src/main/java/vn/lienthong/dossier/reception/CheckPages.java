package vn.lienthong.dossier.reception;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.servlet.ModelAndView;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.dossier.web.IntakeWords;
import vn.lienthong.web.Confirmation;
import vn.lienthong.web.Success;

/** The last look at a draft: it is received, sent back with a list of what is missing, or refused in writing. */
@Controller
@RequestMapping("/reception/{id}")
class CheckPages {

    private final Wizard wizard;
    private final OwnDrafts drafts;
    private final DraftFaces faces;
    private final Receiving receiving;
    private final ContentWords content;
    private final IntakeWords intakeWords;
    private final IntakePage intake;
    private final ProblemDetails problems;
    private final MessageSource messages;

    CheckPages(
            Wizard wizard,
            OwnDrafts drafts,
            DraftFaces faces,
            Receiving receiving,
            ContentWords content,
            IntakeWords intakeWords,
            IntakePage intake,
            ProblemDetails problems,
            MessageSource messages) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.faces = faces;
        this.receiving = receiving;
        this.content = content;
        this.intakeWords = intakeWords;
        this.intake = intake;
        this.problems = problems;
        this.messages = messages;
    }

    /** A topic with what is wrong in it and what was answered. */
    record TopicProblems(Wizard.Topic topic, List<FieldProblem> problems, List<ContentWords.Fact> answers) {}

    @GetMapping("/check")
    String check(@PathVariable UUID id, Model model, Locale locale) {
        return page(drafts.get(id), List.of(), model, locale);
    }

    /** Form 02: what is missing, on paper, for the citizen to take home. */
    @GetMapping(path = "/completion-request", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> completionRequest(@PathVariable UUID id) {
        return ResponseEntity.ok(receiving.whatIsMissing(wizard.application(drafts.get(id))));
    }

    @PostMapping("/receive")
    String receive(@PathVariable UUID id, Model model, Locale locale) {
        Draft draft = drafts.get(id);
        try {
            DossierNumber number = wizard.receive(id);
            return "redirect:/reception/received/" + number.value();
        } catch (InvalidInput invalid) {
            return page(draft, invalid.problems(), model, locale);
        }
    }

    @GetMapping("/refusal")
    String askRefusal(@PathVariable UUID id, Model model, Locale locale) {
        model.addAttribute("confirmation", refusal(drafts.get(id), null, locale));
        return "confirm";
    }

    /** Form 03: it is not taken up. */
    @PostMapping("/refusal")
    Object refuse(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, Model model, Locale locale) {
        Draft draft = drafts.get(id);
        try {
            UUID refusal = wizard.turnAway(id, reason);
            model.addAttribute("success", refused(refusal, locale));
            return "success";
        } catch (InvalidInput invalid) {
            model.addAttribute("confirmation", refusal(draft, reason, locale));
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("confirm", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private String page(Draft draft, List<Problem> refused, Model model, Locale locale) {
        faces.frame(draft, model, locale);
        List<Problem> faults = refused.isEmpty() ? wizard.faults(draft) : refused;
        model.addAttribute(
                "topics",
                wizard.topics(draft, locale).stream()
                        .map(topic -> new TopicProblems(
                                topic, named(draft, topic.id(), faults, locale), answers(draft, topic.id(), locale)))
                        .toList());
        model.addAttribute("complete", faults.isEmpty());
        model.addAttribute(
                "otherProblems",
                problems.inWords(
                        faults.stream()
                                .filter(p -> wizard.order(draft).stream().noneMatch(t -> wizard.belongs(draft, t, p)))
                                .toList(),
                        locale));
        return "dossier/reception/check";
    }

    private List<FieldProblem> named(Draft draft, String topic, List<Problem> faults, Locale locale) {
        List<Problem> own =
                faults.stream().filter(p -> wizard.belongs(draft, topic, p)).toList();
        return topic.equals(Wizard.INTAKE)
                ? intake.named(own, locale)
                : FaultsInAForm.named(
                        problems.inWords(own, locale),
                        Wizard.isForm(topic) ? wizard.form(draft, topic).localised(locale) : Map.of());
    }

    private List<ContentWords.Fact> answers(Draft draft, String topic, Locale locale) {
        return switch (topic) {
            case Wizard.PAPERS ->
                wizard.papers(draft, locale).stream()
                        .filter(paper -> paper.form() != null)
                        .map(paper -> new ContentWords.Fact(
                                paper.name(), word("web.paper.form." + paper.form(), locale) + " × " + paper.copies()))
                        .toList();
            case Wizard.INTAKE -> intakeWords.of(wizard.intake(draft), locale);
            default ->
                content.of(wizard.form(draft, topic), draft.answers(), locale).stream()
                        .flatMap(facts -> facts.facts().stream())
                        .toList();
        };
    }

    private Confirmation refusal(Draft draft, @Nullable String reason, Locale locale) {
        return new Confirmation(
                word("dossier.reception.refusal.title", locale),
                word("dossier.reception.refusal.consequence", locale),
                "/reception/" + draft.id() + "/refusal",
                Map.of(),
                true,
                reason,
                true,
                word("dossier.reception.refusal.button", locale),
                "/reception/" + draft.id() + "/check");
    }

    private Success refused(UUID refusal, Locale locale) {
        return new Success(
                word("dossier.reception.refused", locale),
                null,
                word("dossier.reception.refused.next", locale),
                List.of(
                        new Success.Link(
                                word("dossier.reception.refused.print", locale),
                                "/api/v1/dossiers/refusals/" + refusal),
                        new Success.Link(word("dossier.reception.another", locale), "/reception")));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
