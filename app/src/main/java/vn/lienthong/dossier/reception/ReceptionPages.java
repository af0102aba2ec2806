package vn.lienthong.dossier.reception;

import java.text.Collator;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Reading;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.procedure.Content;
import vn.lienthong.web.FieldProblem;

/** The pages of the reception wizard. */
@Controller
@RequestMapping("/reception")
class ReceptionPages {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final Wizard wizard;
    private final ContentWords content;
    private final MessageSource messages;
    private final Receiving receiving;
    private final ProblemDetails problems;
    private final Reading reading;
    private final ObjectMapper json;

    ReceptionPages(
            Wizard wizard,
            ContentWords content,
            MessageSource messages,
            Receiving receiving,
            ProblemDetails problems,
            Reading reading,
            ObjectMapper json) {
        this.wizard = wizard;
        this.content = content;
        this.messages = messages;
        this.receiving = receiving;
        this.problems = problems;
        this.reading = reading;
        this.json = json;
    }

    /** A procedure to choose. */
    record Choice(String key, String name, String sector, List<String> channels) {}

    /** A draft to go on with. */
    record Unfinished(UUID id, String procedure, @Nullable String applicant, java.time.Instant updatedAt) {}

    /**
     * @param q words of a name or sector, or a code; typed with or without their marks
     * @param part present when only the list is asked for again
     */
    @GetMapping
    String choose(
            @RequestParam(defaultValue = "") String q,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        String wanted = plain(q);
        Collator alphabet = Collator.getInstance(locale);
        model.addAttribute("q", q);
        model.addAttribute(
                "sectors",
                wizard.procedures().stream()
                        .filter(e -> !e.legOnly())
                        .filter(e -> plain(e.names().vi() + " " + e.names().en() + " "
                                        + e.sector().vi() + " " + e.code())
                                .contains(wanted))
                        .map(e -> new Choice(
                                e.key(), e.names().in(locale), e.sector().in(locale), e.channels()))
                        .sorted(Comparator.comparing(Choice::sector, alphabet).thenComparing(Choice::name, alphabet))
                        .collect(Collectors.groupingBy(Choice::sector, LinkedHashMap::new, Collectors.toList())));
        if (part != null) {
            return "dossier/reception/choose :: #procedures";
        }
        model.addAttribute(
                "drafts",
                wizard.drafts().stream()
                        .map(d -> new Unfinished(
                                d.id(),
                                wizard.edition(d).names().in(locale),
                                (String) d.applicant().get("fullName"),
                                d.updatedAt()))
                        .toList());
        return "dossier/reception/choose";
    }

    @PostMapping
    String begin(@RequestParam String procedure, @RequestParam String channel) {
        return "redirect:/reception/" + wizard.begin(procedure, channel);
    }

    @GetMapping("/{id}")
    String tasks(@PathVariable UUID id, Model model, Locale locale) {
        Draft draft = wizard.draft(id);
        frame(draft, model, locale);
        model.addAttribute("topics", wizard.topics(draft, locale));
        return "dossier/reception/tasks";
    }

    @GetMapping("/{id}/topics/{topic}")
    String topic(@PathVariable UUID id, @PathVariable String topic, Model model, Locale locale) {
        Draft draft = wizard.draft(id);
        if (topic.equals(Wizard.PAPERS)) {
            return papers(draft, model, locale);
        }
        return form(draft, topic, wizard.prefilled(draft, topic), List.of(), model, locale);
    }

    @PostMapping("/{id}/topics/{topic}")
    String save(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String data,
            @RequestParam(required = false) @Nullable String then,
            Model model,
            Locale locale) {
        Draft draft = wizard.draft(id);
        Map<String, @Nullable Object> entered = read(data);
        List<Problem> faults = wizard.save(id, topic, entered);
        if (!faults.isEmpty() && !"list".equals(then)) {
            return form(wizard.draft(id), topic, entered, faults, model, locale);
        }
        return onward(draft, topic, then);
    }

    /** What would be promised if what is being typed were kept. */
    @PostMapping("/{id}/topics/{topic}/promise")
    String promise(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String data,
            Model model,
            Locale locale) {
        frame(wizard.supposing(wizard.draft(id), topic, read(data)), model, locale);
        model.addAttribute("topic", topic);
        return "dossier/reception/frame :: promise";
    }

    @PostMapping("/{id}/papers")
    String savePapers(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable String then) {
        Draft draft = wizard.draft(id);
        Map<String, Object> papers = new LinkedHashMap<>();
        wizard.edition(draft).papers().forEach(paper -> {
            String form = fields.getOrDefault("form." + paper.code(), "");
            if (!form.isEmpty()) {
                papers.put(paper.code(), Map.of("form", form, "copies", copies(fields.get("copies." + paper.code()))));
            }
        });
        wizard.savePapers(id, papers);
        return onward(draft, Wizard.PAPERS, then);
    }

    @PostMapping("/{id}/recognise")
    String recognise(@PathVariable UUID id, @RequestParam String identity) {
        boolean found = wizard.recognise(id, identity);
        return "redirect:/reception/" + id + "/topics/" + Wizard.APPLICANT + (found ? "?recognised" : "?unknown");
    }

    @GetMapping("/{id}/check")
    String check(@PathVariable UUID id, Model model, Locale locale) {
        return checkPage(wizard.draft(id), List.of(), model, locale);
    }

    /** Form 02: what is missing, on paper, for the citizen to take home. */
    @GetMapping(path = "/{id}/completion-request", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> completionRequest(@PathVariable UUID id) {
        return ResponseEntity.ok(receiving.whatIsMissing(wizard.application(wizard.draft(id))));
    }

    @PostMapping("/{id}/receive")
    String receive(@PathVariable UUID id, Model model, Locale locale) {
        Draft draft = wizard.draft(id);
        try {
            DossierNumber number = wizard.receive(id);
            return "redirect:/reception/received/" + number.value();
        } catch (InvalidInput invalid) {
            return checkPage(draft, invalid.problems(), model, locale);
        }
    }

    /** What happens next, and the receipt to print. */
    @GetMapping("/received/{number}")
    String received(@PathVariable String number, Model model, Locale locale) {
        Reading.DossierView dossier = reading.dossier(new DossierNumber(number), locale);
        model.addAttribute("dossier", dossier);
        return "dossier/reception/received";
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id) {
        wizard.discard(wizard.draft(id));
        return "redirect:/reception";
    }

    private String papers(Draft draft, Model model, Locale locale) {
        frame(draft, model, locale);
        model.addAttribute("papers", wizard.papers(draft, locale));
        return "dossier/reception/papers";
    }

    private String form(
            Draft draft,
            String topic,
            Map<String, @Nullable Object> data,
            List<Problem> faults,
            Model model,
            Locale locale) {
        frame(draft, model, locale);
        List<ProblemDetails.FieldProblem> told = problems.inWords(faults, locale);
        Map<String, Object> schema = wizard.form(draft, topic).localised(locale);
        Map<String, Object> island = new LinkedHashMap<>();
        island.put("schema", schema);
        island.put("data", Content.merged(wizard.surroundings(draft, topic), data));
        island.put("problems", told);
        island.put("readOnly", false);
        model.addAttribute("topic", topic);
        model.addAttribute("topicName", wizard.name(draft, topic, locale));
        model.addAttribute("problems", FaultsInAForm.named(told, schema));
        model.addAttribute("island", json.writeValueAsString(island));
        model.addAttribute("answers", json.writeValueAsString(data));
        model.addAttribute("applicantTopic", topic.equals(Wizard.APPLICANT));
        return "dossier/reception/topic";
    }

    private String checkPage(Draft draft, List<Problem> refused, Model model, Locale locale) {
        frame(draft, model, locale);
        List<Problem> faults = refused.isEmpty() ? wizard.checked(draft).problems() : refused;
        List<TopicProblems> byTopic = wizard.topics(draft, locale).stream()
                .map(t -> new TopicProblems(
                        t,
                        FaultsInAForm.named(
                                problems.inWords(
                                        faults.stream()
                                                .filter(p -> wizard.belongs(draft, t.id(), p))
                                                .toList(),
                                        locale),
                                t.id().equals(Wizard.PAPERS)
                                        ? Map.of()
                                        : wizard.form(draft, t.id()).localised(locale)),
                        answers(draft, t.id(), locale)))
                .toList();
        model.addAttribute("topics", byTopic);
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

    /** A topic with what is wrong in it and what was answered. */
    record TopicProblems(Wizard.Topic topic, List<FieldProblem> problems, List<ContentWords.Fact> answers) {}

    private List<ContentWords.Fact> answers(Draft draft, String topic, Locale locale) {
        return topic.equals(Wizard.PAPERS)
                ? wizard.papers(draft, locale).stream()
                        .filter(paper -> paper.form() != null)
                        .map(paper -> new ContentWords.Fact(
                                paper.name(),
                                messages.getMessage("web.paper.form." + paper.form(), null, locale) + " × "
                                        + paper.copies()))
                        .toList()
                : content.of(wizard.form(draft, topic), draft.answers(), locale).stream()
                        .flatMap(facts -> facts.facts().stream())
                        .toList();
    }

    private void frame(Draft draft, Model model, Locale locale) {
        List<Wizard.Promise> promises = wizard.promises(draft, locale);
        model.addAttribute("draft", draft);
        model.addAttribute("procedureName", wizard.edition(draft).names().in(locale));
        model.addAttribute("promises", promises);
        model.addAttribute(
                "promisedAt",
                promises.isEmpty() ? null : promises.get(promises.size() - 1).dueAt());
    }

    private String onward(Draft draft, String topic, @Nullable String then) {
        String base = "redirect:/reception/" + draft.id();
        if ("list".equals(then)) {
            return base;
        }
        Optional<String> next = wizard.after(draft, topic);
        return next.map(t -> base + "/topics/" + t).orElse(base + "/check");
    }

    /** As somebody in a hurry types: small letters without marks. */
    private static String plain(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT);
    }

    private Map<String, @Nullable Object> read(@Nullable String data) {
        if (data == null || data.isBlank()) {
            return Map.of();
        }
        try {
            return json.readValue(data, ANSWERS);
        } catch (JacksonException malformed) {
            throw new InvalidInput(Problem.of("data", "malformed"));
        }
    }

    private static int copies(@Nullable String text) {
        try {
            return text == null ? 1 : Math.max(1, Math.min(99, Integer.parseInt(text.strip())));
        } catch (NumberFormatException notANumber) {
            return 1;
        }
    }
}
