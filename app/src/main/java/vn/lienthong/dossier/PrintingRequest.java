package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.Problem;
import vn.lienthong.document.print.PaperLine;
import vn.lienthong.document.print.Signature;
import vn.lienthong.document.print.SupplementRequestPrint;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;

/** Form 02: what a dossier lacks, at the counter or later. */
@Component
class PrintingRequest {

    private final Catalogue catalogue;
    private final Forms forms;
    private final CurrentCaller caller;
    private final MessageSource messages;
    private final OnPaper onPaper;
    private final Clock clock;

    PrintingRequest(
            Catalogue catalogue,
            Forms forms,
            CurrentCaller caller,
            MessageSource messages,
            OnPaper onPaper,
            Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.caller = caller;
        this.messages = messages;
        this.onPaper = onPaper;
        this.clock = clock;
    }

    SupplementRequestPrint supplement(Dossiers.Summary dossier, DossierMapper.Asked asked) {
        Edition edition = catalogue.edition(dossier.process());
        List<PaperLine> papers = new ArrayList<>();
        if (asked.papers().get("papers") instanceof List<?> codes) {
            for (Object code : codes) {
                papers.add(edition.paper(code.toString())
                        .map(this::wanted)
                        .orElse(new PaperLine(code.toString(), 1, 0, 0, 0)));
            }
        }
        return new SupplementRequestPrint(
                onPaper.letterhead(dossier.unit(), asked.askedAt()),
                dossier.number().value(),
                onPaper.applicant(dossier),
                edition.names().vi(),
                papers,
                List.of(asked.reason()),
                asked.legalBasis(),
                onPaper.word("dossier.state.processing"),
                asked.round(),
                asked.answerBy(),
                onPaper.contact(dossier.unit()),
                new Signature(List.of(), onPaper.officer(asked.askedBy())));
    }

    /**
     * What a citizen is told at the counter when the application is not complete: nothing was received, this is missing.
     *
     * @param desk where it is told
     * @param applicant as it was asked for
     * @param problems what the check found
     */
    SupplementRequestPrint completion(
            Unit desk, Edition edition, Map<String, Object> applicant, List<Problem> problems) {
        Instant now = clock.instant();
        return new SupplementRequestPrint(
                onPaper.letterhead(desk.code(), now),
                "",
                OnPaper.person(Applicant.of(applicant), applicant),
                edition.names().vi(),
                edition.papers().stream()
                        .filter(paper -> problems.stream().anyMatch(problem -> isAbout(problem, paper)))
                        .map(this::wanted)
                        .toList(),
                reasons(edition, problems),
                OnPaper.basis(edition),
                onPaper.word("dossier.stage.reception"),
                1,
                null,
                onPaper.contact(desk.code()),
                new Signature(List.of(), caller.get().fullName()));
    }

    /** One sentence for each fault, beginning with what was asked. */
    List<String> reasons(Edition edition, List<Problem> problems) {
        return problems.stream()
                .map(p -> question(edition, p.field())
                        + messages.getMessage("problem." + p.code(), p.args().toArray(), p.code(), OnPaper.VIETNAMESE))
                .distinct()
                .toList();
    }

    private static boolean isAbout(Problem problem, Edition.Paper paper) {
        String field = problem.field();
        return field.startsWith("papers." + paper.code() + ".")
                || problem.code().equals("paper-missing")
                        && (field.equals("papers." + paper.code()) || field.equals("data." + paper.describes()));
    }

    /** One of it, in the form that the procedure names first; the others that would do are said beside its name. */
    private PaperLine wanted(Edition.Paper paper) {
        String first = paper.forms().isEmpty() ? "ORIGINAL" : paper.forms().get(0);
        List<String> others = paper.forms().stream()
                .filter(form -> !form.equals(first))
                .map(form -> onPaper.word("dossier.print.form." + form))
                .toList();
        String name = paper.names().vi();
        return new PaperLine(
                others.isEmpty() ? name : onPaper.word("dossier.print.paper-or", name, String.join(", ", others)),
                first.equals("ORIGINAL") ? 1 : 0,
                first.equals("CERTIFIED") ? 1 : 0,
                first.equals("COPY") ? 1 : 0,
                first.equals("ELECTRONIC") ? 1 : 0);
    }

    /** What the form calls the field, and a colon; nothing when no form asks for it. */
    private String question(Edition edition, String field) {
        String path = field.startsWith("data.") ? field.substring("data.".length()) : field;
        return Stream.concat(edition.application().stream(), Stream.of("applicant", "delivery"))
                .flatMap(topic -> forms.find(edition.ref(), topic).stream())
                .map(form ->
                        FormSchema.questions(form.localised(OnPaper.VIETNAMESE)).get(path))
                .filter(Objects::nonNull)
                .findFirst()
                .map(label -> label + ": ")
                .orElse("");
    }
}
