package vn.lienthong.dossier.reception;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.lienthong.dossier.IdentityNumber;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.procedure.FormSchema;

/** The topics that an officer asks somebody at the counter about, one page each. */
@Controller
@RequestMapping("/reception/{id}")
class TopicPages {

    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final Wizard wizard;
    private final OwnDrafts drafts;
    private final DraftFaces faces;
    private final Recognising recognising;
    private final ContentWords content;
    private final IntakePage intake;
    private final ObjectMapper json;

    TopicPages(
            Wizard wizard,
            OwnDrafts drafts,
            DraftFaces faces,
            Recognising recognising,
            ContentWords content,
            IntakePage intake,
            ObjectMapper json) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.faces = faces;
        this.recognising = recognising;
        this.content = content;
        this.intake = intake;
        this.json = json;
    }

    /** A fact that is known, as the form would ask it. */
    record Offer(String question, String answer, KnownPerson.@Nullable Source source) {}

    /** @param offers empty when the person is not known */
    record Found(String identity, String who, List<Offer> offers) {}

    @GetMapping
    String tasks(@PathVariable UUID id, Model model, Locale locale) {
        Draft draft = drafts.get(id);
        faces.frame(draft, model, locale);
        model.addAttribute("topics", wizard.topics(draft, locale));
        return "dossier/reception/tasks";
    }

    @GetMapping("/topics/{topic}")
    String topic(@PathVariable UUID id, @PathVariable String topic, Model model, Locale locale) {
        Draft draft = drafts.get(id);
        return switch (topic) {
            case Wizard.PAPERS -> {
                faces.frame(draft, model, locale);
                model.addAttribute("papers", wizard.papers(draft, locale));
                yield "dossier/reception/papers";
            }
            case Wizard.INTAKE -> intake.show(draft, draft.intake(), List.of(), model, locale);
            default -> faces.topic(draft, topic, wizard.prefilled(draft, topic), List.of(), model, locale);
        };
    }

    @PostMapping("/topics/{topic}")
    String save(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String data,
            @RequestParam(required = false) @Nullable String then,
            Model model,
            Locale locale) {
        Draft draft = drafts.get(id);
        Map<String, @Nullable Object> entered = read(data);
        List<Problem> faults = wizard.save(id, topic, entered);
        if (!faults.isEmpty() && !"list".equals(then)) {
            return faces.topic(drafts.get(id), topic, entered, faults, model, locale);
        }
        return onward(draft, topic, then);
    }

    /** What would be promised if what is being typed were kept. */
    @PostMapping("/topics/{topic}/promise")
    String promise(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String data,
            Model model,
            Locale locale) {
        faces.frame(wizard.supposing(drafts.get(id), topic, read(data)), model, locale);
        model.addAttribute("topic", topic);
        return "dossier/reception/frame :: promise";
    }

    @PostMapping("/papers")
    String savePapers(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable String then) {
        Draft draft = drafts.get(id);
        Map<String, Object> papers = new LinkedHashMap<>();
        drafts.edition(draft).papers().forEach(paper -> {
            String form = fields.getOrDefault("form." + paper.code(), "");
            if (!form.isEmpty()) {
                papers.put(paper.code(), Map.of("form", form, "copies", copies(fields.get("copies." + paper.code()))));
            }
        });
        wizard.savePapers(id, papers);
        return onward(draft, Wizard.PAPERS, then);
    }

    /** Who helped to file it online, or how the post brought it. */
    @PostMapping("/intake")
    String saveIntake(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable String then,
            Model model,
            Locale locale) {
        Draft draft = drafts.get(id);
        wizard.saveIntake(id, IntakePage.entered(draft.channel(), fields));
        Draft now = drafts.get(id);
        List<Problem> faults = wizard.faults(now).stream()
                .filter(problem -> wizard.belongs(now, Wizard.INTAKE, problem))
                .toList();
        return faults.isEmpty() || "list".equals(then)
                ? onward(now, Wizard.INTAKE, then)
                : intake.show(now, now.intake(), faults, model, locale);
    }

    /**
     * What is known of a person already.
     *
     * @param who of the people that the form asks about
     * @param part present when only the answer is asked for
     */
    @PostMapping("/topics/{topic}/recognise")
    String recognise(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = Wizard.APPLICANT) String who,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        Draft draft = drafts.get(id);
        FormSchema form = wizard.form(draft, topic);
        String number = number(identity);
        List<Offer> offers = recognising.look(id, form, person(form, who), number).stream()
                .flatMap(fact -> offer(form, who, fact, locale).stream())
                .toList();
        model.addAttribute("found", new Found(number, who, offers));
        if (part != null) {
            model.addAttribute("draft", draft);
            model.addAttribute("topic", topic);
            return "dossier/reception/recognised :: found";
        }
        return faces.topic(draft, topic, wizard.prefilled(draft, topic), List.of(), model, locale);
    }

    /** Takes over what is known; what the officer has typed by then is kept. */
    @PostMapping("/topics/{topic}/take-over")
    String takeOver(
            @PathVariable UUID id,
            @PathVariable String topic,
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = Wizard.APPLICANT) String who,
            @RequestParam(required = false) @Nullable String data) {
        FormSchema form = wizard.form(drafts.get(id), topic);
        wizard.save(id, topic, read(data));
        recognising.take(id, form, person(form, who), number(identity));
        return "redirect:/reception/" + id + "/topics/" + topic + "?taken";
    }

    private List<Offer> offer(FormSchema form, String who, KnownPerson.Fact fact, Locale locale) {
        Map<String, Object> alone = new LinkedHashMap<>();
        Recognising.put(alone, who + "." + fact.path(), fact.value());
        return content.of(form, alone, locale).stream()
                .flatMap(facts -> facts.facts().stream())
                .map(words -> new Offer(words.name(), words.value(), fact.source()))
                .toList();
    }

    private static String number(String identity) {
        return IdentityNumber.in(identity)
                .orElseThrow(() -> new InvalidInput(Problem.of("identity", "identity-number-invalid")));
    }

    private static String person(FormSchema form, String who) {
        if (!Recognising.peopleIn(form).contains(who)) {
            throw new InvalidInput(Problem.of("who", "not-an-option"));
        }
        return who;
    }

    private String onward(Draft draft, String topic, @Nullable String then) {
        String base = "redirect:/reception/" + draft.id();
        if ("list".equals(then)) {
            return base;
        }
        return wizard.after(draft, topic).map(t -> base + "/topics/" + t).orElse(base + "/check");
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
