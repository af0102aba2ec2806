package vn.lienthong.dossier.person;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.person.GatheringPersonalData.Everything;
import vn.lienthong.dossier.person.GatheringPersonalData.Held;
import vn.lienthong.dossier.person.GatheringPersonalData.Wish;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.dossier.web.CorrectableFields;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** What is held about a person: asked for at the desk, printed or given as a file. */
@Controller
@RequestMapping("/personal-data")
class PersonPages {

    private final GatheringPersonalData gathering;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ContentWords words;
    private final CorrectableFields fields;
    private final MessageSource messages;
    private final ProblemDetails problems;
    private final JsonMapper json;

    PersonPages(
            GatheringPersonalData gathering,
            Catalogue catalogue,
            Organisation organisation,
            ContentWords words,
            CorrectableFields fields,
            MessageSource messages,
            ProblemDetails problems,
            JsonMapper json) {
        this.gathering = gathering;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.words = words;
        this.fields = fields;
        this.messages = messages;
        this.problems = problems;
        this.json = json;
    }

    record Sheet(
            Held held,
            String procedure,
            String unit,
            String state,
            List<ContentWords.Facts> facts,
            List<String> papers,
            List<Put> corrections,
            List<Line> history) {}

    /** @param field what it is called in its form */
    record Put(
            Instant at,
            String field,
            @Nullable Object was,
            @Nullable Object becomes) {}

    record Line(Instant at, String what) {}

    @GetMapping
    String form(Model model) {
        gathering.check();
        return form(new Wish("", ""), List.of(), Locale.ROOT, model);
    }

    @PostMapping("/report")
    String report(
            @RequestParam(defaultValue = "") String identity,
            @RequestParam(defaultValue = "") String request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var wish = new Wish(identity, request);
        try {
            Everything everything = gathering.gather(wish);
            model.addAttribute("everything", everything);
            model.addAttribute("most", GatheringPersonalData.MOST);
            model.addAttribute(
                    "sheets",
                    everything.dossiers().stream()
                            .map(held -> sheet(held, locale))
                            .toList());
            return "dossier/person-report";
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(wish, invalid.problems(), locale, model);
        }
    }

    /** The same for a machine: the person may take it elsewhere. */
    @PostMapping("/file")
    @ResponseBody
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String identity, @RequestParam(defaultValue = "") String request) {
        byte[] body =
                json.writerWithDefaultPrettyPrinter().writeValueAsBytes(gathering.gather(new Wish(identity, request)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("du-lieu-ca-nhan.json")
                                .build()
                                .toString())
                .body(body);
    }

    private String form(Wish wish, List<Problem> faults, Locale locale, Model model) {
        model.addAttribute("wish", wish);
        model.addAttribute("problems", problems.inWords(faults, locale));
        return "dossier/person";
    }

    private Sheet sheet(Held held, Locale locale) {
        Edition edition = catalogue.edition(held.process());
        List<String> topics = Stream.concat(edition.application().stream(), Stream.of("applicant", "delivery"))
                .distinct()
                .toList();
        Map<String, String> names = held.corrections().isEmpty() ? Map.of() : fields.names(held.process(), locale);
        return new Sheet(
                held,
                edition.names().in(locale),
                organisation.unit(held.unit()).name(locale),
                messages.getMessage("dossier.state." + held.state().key(), null, locale),
                words.of(held.process(), topics, held.answers(), locale),
                held.papers().stream()
                        .map(code -> edition.papers().stream()
                                .filter(paper -> paper.code().equals(code))
                                .map(paper -> paper.names().in(locale))
                                .findFirst()
                                .orElse(code))
                        .toList(),
                held.corrections().stream()
                        .map(put -> new Put(
                                put.at(), names.getOrDefault(put.field(), put.field()), put.was(), put.becomes()))
                        .toList(),
                held.history().stream()
                        .map(line -> new Line(
                                line.at(),
                                Objects.requireNonNullElse(
                                        messages.getMessage("dossier.event." + line.what(), null, null, locale),
                                        line.what())))
                        .toList());
    }
}
