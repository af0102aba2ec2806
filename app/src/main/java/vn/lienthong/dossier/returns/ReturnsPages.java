package vn.lienthong.dossier.returns;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Results;
import vn.lienthong.dossier.ReturningResults;
import vn.lienthong.dossier.web.DossierFaces;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Masking;
import vn.lienthong.web.Formats;
import vn.lienthong.web.Success;
import vn.lienthong.workflow.ProcessRef;

/** The returns desk: what waits to be collected, and the page at which it is handed over. */
@Controller
@RequestMapping("/returns")
class ReturnsPages {

    private final ReturnsQueue queue;
    private final ReturningResults returning;
    private final Results results;
    private final Catalogue catalogue;
    private final DossierFaces faces;
    private final HandOverForm form;
    private final ProblemDetails problems;
    private final MessageSource messages;
    private final Clock clock;

    ReturnsPages(
            ReturnsQueue queue,
            ReturningResults returning,
            Results results,
            Catalogue catalogue,
            DossierFaces faces,
            HandOverForm form,
            ProblemDetails problems,
            MessageSource messages,
            Clock clock) {
        this.queue = queue;
        this.returning = returning;
        this.results = results;
        this.catalogue = catalogue;
        this.faces = faces;
        this.form = form;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param days for which everything has been waiting; null while only a part is there */
    record Line(
            String number,
            String applicant,
            @Nullable String phone,
            String procedure,
            @Nullable Instant readyAt,
            @Nullable Long days,
            @Nullable String wished,
            boolean late) {}

    /** @param count null where nobody counts */
    record Tab(String key, boolean current, @Nullable Integer count) {}

    /** @param q a number, what a scanner read from a receipt, a name or an identity number */
    @GetMapping
    String queue(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        String wanted = q.strip();
        Optional<DossierNumber> scanned = wanted.isEmpty() ? Optional.<DossierNumber>empty() : queue.scanned(wanted);
        if (scanned.isPresent()) {
            return "redirect:" + address(scanned.get().value());
        }
        ReturnsQueue.Queue chosen = ReturnsQueue.Queue.of(tab);
        ReturnsQueue.Page page = wanted.isEmpty() ? queue.waiting(chosen, after) : queue.named(wanted);
        model.addAttribute("q", wanted);
        model.addAttribute("tab", chosen.key());
        model.addAttribute(
                "tabs",
                Arrays.stream(ReturnsQueue.Queue.values())
                        .map(one -> new Tab(
                                one.key(),
                                wanted.isEmpty() && one == chosen,
                                one == ReturnsQueue.Queue.PARTLY ? null : queue.count(one)))
                        .toList());
        model.addAttribute(
                "lines", page.lines().stream().map(found -> line(found, locale)).toList());
        model.addAttribute("first", after == null ? null : "/returns?tab=" + chosen.key());
        model.addAttribute(
                "next", page.next() == null ? null : "/returns?tab=" + chosen.key() + "&after=" + page.next());
        return "dossier/returns/queue";
    }

    private Line line(ReturnsView.Found found, Locale locale) {
        Instant ready = found.readyAt();
        Instant promised = found.promisedAt();
        Instant until = ready == null ? clock.instant() : ready;
        return new Line(
                found.number(),
                found.applicant(),
                Masking.partly(found.phone()),
                catalogue
                        .edition(new ProcessRef(found.procedure(), found.edition()))
                        .names()
                        .in(locale),
                ready,
                ready == null
                        ? null
                        : ChronoUnit.DAYS.between(
                                ready.atZone(Formats.ZONE).toLocalDate(),
                                clock.instant().atZone(Formats.ZONE).toLocalDate()),
                found.wished(),
                promised != null && until.isAfter(promised));
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Model model, Locale locale) {
        Dossiers.Summary dossier = returning.look(new DossierNumber(number));
        if (!dossier.number().value().equals(number)) {
            return "redirect:" + address(dossier.number().value());
        }
        return page(dossier, form.empty(dossier), List.of(), model, locale);
    }

    @PostMapping("/{number}")
    Object handOver(
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "items", required = false) @Nullable List<String> items,
            Model model,
            Locale locale) {
        Dossiers.Summary dossier = returning.look(new DossierNumber(number));
        HandOverForm.Entered entered = form.entered(dossier, fields, items == null ? List.of() : items, locale);
        try {
            int round = returning.handOver(dossier.number(), entered.handOver());
            return "redirect:" + address(number) + "/handed-over/" + round;
        } catch (InvalidInput invalid) {
            List<FieldProblem> told = problems.inWords(invalid.problems(), locale).stream()
                    .map(fault -> fault.after(form.question(fault.field(), locale)))
                    .toList();
            return new ModelAndView(
                    page(dossier, entered, told, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** What happens next, and the slip to sign. */
    @GetMapping("/{number}/handed-over/{round}")
    String handedOver(@PathVariable String number, @PathVariable int round, Model model, Locale locale) {
        Dossiers.Summary dossier = returning.look(new DossierNumber(number));
        boolean all = dossier.state().isFinal();
        model.addAttribute(
                "success",
                new Success(
                        word(all ? "dossier.returns.done" : "dossier.returns.partly-done", locale),
                        number,
                        word(all ? "dossier.returns.done.next" : "dossier.returns.partly-done.next", locale),
                        List.of(
                                new Success.Link(word("dossier.returns.next", locale), "/returns"),
                                new Success.Link(
                                        word("dossier.returns.slip", locale),
                                        "/api/v1/dossiers/" + number + "/returns/" + round + "/slip"),
                                new Success.Link(word("dossier.reception.open", locale), "/dossiers/" + number))));
        return "success";
    }

    private String page(
            Dossiers.Summary dossier,
            HandOverForm.Entered entered,
            List<FieldProblem> faults,
            Model model,
            Locale locale) {
        Results.Standing standing = results.of(dossier.number(), locale);
        Instant promised = dossier.promisedAt();
        Instant until = dossier.readyAt() == null ? clock.instant() : dossier.readyAt();
        model.addAttribute("identity", faces.identity(dossier, locale));
        model.addAttribute("dossier", dossier);
        model.addAttribute("standing", standing);
        model.addAttribute("entered", entered);
        model.addAttribute("questions", form.questions(dossier, entered, locale));
        model.addAttribute("methods", catalogue.edition(dossier.process()).results());
        model.addAttribute("late", promised != null && until.isAfter(promised));
        model.addAttribute("fee", form.fee(dossier, locale));
        model.addAttribute(
                "finishable",
                standing.ready().isEmpty()
                        && standing.later().isEmpty()
                        && returning.step(dossier.number()).isPresent());
        model.addAttribute("problems", faults);
        model.addAttribute("wanted", Set.copyOf(entered.handOver().items()));
        return "dossier/returns/hand-over";
    }

    private static String address(String number) {
        return UriComponentsBuilder.fromPath("/returns/{number}").build(number).toString();
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
