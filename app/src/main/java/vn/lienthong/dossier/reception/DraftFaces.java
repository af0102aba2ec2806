package vn.lienthong.dossier.reception;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.FormSchema;

/** What the pages about a draft show: what it is, what would be promised, a topic's form. */
@Component
class DraftFaces {

    private final Wizard wizard;
    private final OwnDrafts drafts;
    private final PromisedDates promised;
    private final ProblemDetails problems;
    private final MessageSource messages;
    private final ObjectMapper json;

    DraftFaces(
            Wizard wizard,
            OwnDrafts drafts,
            PromisedDates promised,
            ProblemDetails problems,
            MessageSource messages,
            ObjectMapper json) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.promised = promised;
        this.problems = problems;
        this.messages = messages;
        this.json = json;
    }

    /** Somebody a form asks about, as the officer is asked whom a number belongs to. */
    record Person(String who, String name) {}

    void frame(Draft draft, Model model, Locale locale) {
        List<PromisedDates.Promise> promises = promised.of(draft, locale);
        model.addAttribute("draft", draft);
        model.addAttribute("procedureName", drafts.edition(draft).names().in(locale));
        model.addAttribute("promises", promises);
        model.addAttribute(
                "promisedAt",
                promises.isEmpty() ? null : promises.get(promises.size() - 1).dueAt());
    }

    /** @param data what the form shows, which may be wrong */
    String topic(
            Draft draft,
            String topic,
            Map<String, @Nullable Object> data,
            List<Problem> faults,
            Model model,
            Locale locale) {
        frame(draft, model, locale);
        List<FieldProblem> told = problems.inWords(faults, locale);
        FormSchema form = wizard.form(draft, topic);
        Map<String, Object> schema = form.localised(locale);
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
        model.addAttribute("people", people(form, locale));
        return "dossier/reception/topic";
    }

    private List<Person> people(FormSchema form, Locale locale) {
        return Recognising.peopleIn(form).stream()
                .map(who -> new Person(who, name(who, locale)))
                .toList();
    }

    /** A procedure may ask about people whom nobody has given a name yet. */
    private String name(String who, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("dossier.reception.who." + who, null, who, locale), who);
    }
}
