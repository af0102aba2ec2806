package vn.lienthong.worklist.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.web.ContentWords;
import vn.lienthong.dossier.web.DossierFaces;
import vn.lienthong.dossier.web.DossierHistory;
import vn.lienthong.dossier.web.DossierPapers;
import vn.lienthong.dossier.web.FaultsInAForm;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.worklist.Commenting;
import vn.lienthong.worklist.KeepingDrafts;
import vn.lienthong.worklist.Line;
import vn.lienthong.worklist.Tasks;

/** The page of one step, for whoever shows it. */
@Component
class StepView {

    private static final int LATEST = 6;

    private final Rows rows;
    private final Organisation organisation;
    private final Catalogue catalogue;
    private final DossierFaces faces;
    private final DossierPapers papers;
    private final DossierHistory history;
    private final ContentWords content;
    private final Commenting commenting;
    private final ProblemDetails problems;
    private final JsonMapper json;

    StepView(
            Rows rows,
            Organisation organisation,
            Catalogue catalogue,
            DossierFaces faces,
            DossierPapers papers,
            DossierHistory history,
            ContentWords content,
            Commenting commenting,
            ProblemDetails problems,
            JsonMapper json) {
        this.rows = rows;
        this.organisation = organisation;
        this.catalogue = catalogue;
        this.faces = faces;
        this.papers = papers;
        this.history = history;
        this.content = content;
        this.commenting = commenting;
        this.problems = problems;
        this.json = json;
    }

    /**
     * What the officer has in the form now.
     *
     * @param data answers to the form
     * @param faults what is wrong with them
     * @param draft what was kept of an earlier visit; null when the form shows something else
     */
    record Typed(
            Map<String, @Nullable Object> data,
            String note,
            List<Problem> faults,
            KeepingDrafts.@Nullable Draft draft) {}

    record Colleague(String username, String name) {}

    /**
     * @param list query of the list from which the step was opened; may be empty
     * @param paper code of the paper to show first; null for the first that can be shown
     */
    @Transactional(readOnly = true)
    ModelAndView page(Tasks.Task task, Typed typed, String list, @Nullable String paper, Model model, Locale locale) {
        Dossiers.Summary dossier = task.dossier();
        List<FieldProblem> inWords = inWords(typed.faults(), locale);
        boolean mayDo = task.inHand();

        model.addAttribute("list", list);
        model.addAttribute("row", rows.of(task.item()));
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("dossier", dossier);
        model.addAttribute("mayDo", mayDo);
        model.addAttribute("mayAssign", task.mayAssign());
        model.addAttribute("colleagues", colleagues(task.item().line()));
        model.addAttribute(
                "ordinary",
                task.outcomes().stream()
                        .filter(Tasks.Outcome::isDefault)
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "others", task.outcomes().stream().filter(o -> !o.isDefault()).toList());
        model.addAttribute("hasForm", !task.form().isEmpty());
        model.addAttribute(
                "form", island(task.form(), Content.merged(task.surroundings(), typed.data()), inWords, !mayDo));
        model.addAttribute("data", json.writeValueAsString(typed.data()));
        model.addAttribute("note", typed.note());
        model.addAttribute("draft", typed.draft());
        model.addAttribute("problems", FaultsInAForm.named(inWords, task.form()));
        papers(dossier, paper, model, locale);
        DossierHistory.History past = history.of(dossier.number(), locale);
        model.addAttribute("decisions", past.decisions());
        model.addAttribute("latest", past.latest(LATEST));
        model.addAttribute("comments", past.comments());
        model.addAttribute("mayComment", commenting.may(dossier.number()));
        model.addAttribute("topics", topics(dossier, locale));
        return new ModelAndView("worklist/step", model.asMap());
    }

    /** The same with what the officer sent and could not be accepted. */
    ModelAndView again(Tasks.Task task, Typed typed, String list, Model model, Locale locale) {
        ModelAndView again = page(task, typed, list, null, model, locale);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /**
     * Somebody else was faster, or the dossier went another way: said kindly, with a way on.
     *
     * @param words what the officer had written, to be copied; may be empty
     * @param kept whether what was typed is kept as a draft
     */
    ModelAndView overtaken(Refused refused, String words, boolean kept, String list, Model model, Locale locale) {
        model.addAttribute(
                "detail",
                Objects.requireNonNullElse(problems.of(refused, locale).getDetail(), ""));
        model.addAttribute("taskId", refused.state().get("taskId"));
        model.addAttribute("taken", "task-taken".equals(refused.code()));
        model.addAttribute("words", words);
        model.addAttribute("kept", kept);
        model.addAttribute("list", list);
        return new ModelAndView("worklist/overtaken", model.asMap(), HttpStatus.CONFLICT);
    }

    List<FieldProblem> inWords(List<Problem> faults, Locale locale) {
        return problems.inWords(faults, locale);
    }

    private void papers(Dossiers.Summary dossier, @Nullable String paper, Model model, Locale locale) {
        List<DossierPapers.Sheet> handedIn = papers.handedIn(dossier, locale);
        List<DossierPapers.Sheet> sheets = new ArrayList<>();
        handedIn.stream().filter(sheet -> sheet.href() != null).forEach(sheets::add);
        papers.issued(dossier, locale).stream()
                .filter(sheet -> sheet.href() != null)
                .forEach(sheets::add);
        Optional<DossierPapers.Sheet> shown = sheets.stream()
                .filter(sheet -> String.valueOf(sheet.href()).endsWith("/" + paper))
                .findFirst()
                .or(() -> sheets.stream().findFirst());
        model.addAttribute("sheets", sheets);
        model.addAttribute("shown", shown.orElse(null));
        model.addAttribute(
                "onPaper",
                handedIn.stream().filter(sheet -> sheet.href() == null).toList());
    }

    private String island(
            Map<String, Object> schema,
            Map<String, @Nullable Object> data,
            List<FieldProblem> problems,
            boolean readOnly) {
        return json.writeValueAsString(
                Map.of("schema", schema, "data", data, "problems", problems, "readOnly", readOnly));
    }

    private List<Colleague> colleagues(Line line) {
        return organisation.officersOf(line.unit(), line.duty(), organisation.today()).stream()
                .map(username -> new Colleague(
                        username,
                        organisation.officer(username).map(Officer::fullName).orElse(username)))
                .toList();
    }

    private List<ContentWords.Facts> topics(Dossiers.Summary dossier, Locale locale) {
        Set<String> topics = new LinkedHashSet<>();
        topics.add("applicant");
        topics.addAll(catalogue.edition(dossier.process()).application());
        return content.of(dossier.process(), topics, dossier.content(), locale);
    }
}
