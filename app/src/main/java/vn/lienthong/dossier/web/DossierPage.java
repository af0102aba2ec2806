package vn.lienthong.dossier.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.DocumentAccess;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.ProvingPayment;
import vn.lienthong.dossier.Revealing;
import vn.lienthong.dossier.Supplements;
import vn.lienthong.dossier.Withdrawing;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.web.Confirmation;

/** One dossier: who, what, where it stands, by when, what happened, what can be done with it now. */
@Controller
@RequestMapping("/dossiers/{number}")
class DossierPage {

    private static final String REVEALED = "revealed";

    private final Dossiers dossiers;
    private final Access access;
    private final CurrentCaller callers;
    private final Catalogue catalogue;
    private final PositionOfDossier position;
    private final DossierPapers papers;
    private final Documents documents;
    private final DocumentAccess documentAccess;
    private final Supplements supplements;
    private final ProvingPayment payment;
    private final Withdrawing withdrawing;
    private final Revealing revealing;
    private final DossierSheet sheet;
    private final ProblemDetails problems;
    private final MessageSource messages;

    DossierPage(
            Dossiers dossiers,
            Access access,
            CurrentCaller callers,
            Catalogue catalogue,
            PositionOfDossier position,
            DossierPapers papers,
            Documents documents,
            DocumentAccess documentAccess,
            Supplements supplements,
            ProvingPayment payment,
            Withdrawing withdrawing,
            Revealing revealing,
            DossierSheet sheet,
            ProblemDetails problems,
            MessageSource messages) {
        this.dossiers = dossiers;
        this.access = access;
        this.callers = callers;
        this.catalogue = catalogue;
        this.position = position;
        this.papers = papers;
        this.documents = documents;
        this.documentAccess = documentAccess;
        this.supplements = supplements;
        this.payment = payment;
        this.withdrawing = withdrawing;
        this.revealing = revealing;
        this.sheet = sheet;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable String number, Model model, Locale locale) {
        Dossiers.Summary dossier = visible(number);
        if (dossier.isDestroyed()) {
            sheet.remains(model, dossier, locale);
            return "dossier/retention/tombstone";
        }
        documentAccess.prepare(number);
        boolean partly = !model.containsAttribute(REVEALED) && !access.mayWorkOn(callers.get(), number);
        model.addAttribute("partly", partly);
        sheet.into(model, partly ? dossier.masked() : dossier, locale);
        return "dossier/dossier";
    }

    /** Whole, once, for whoever oversees it and has said why. */
    @PostMapping("/personal-data")
    Object reveal(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            revealing.reveal(new DossierNumber(number), reason);
        } catch (InvalidInput invalid) {
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView(show(number, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute(REVEALED, true);
        return "redirect:/dossiers/{number}";
    }

    /** Where it stands, drawn and as a list; loaded into the pages of its steps. */
    @GetMapping("/position")
    String position(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        model.addAttribute("number", number);
        model.addAttribute("position", position.of(visible(number), locale));
        return part == null ? "dossier/position" : "dossier/position :: #position";
    }

    /** The diagram of the edition that the dossier runs by. */
    @GetMapping("/diagram.bpmn")
    ResponseEntity<byte[]> diagram(@PathVariable String number) {
        Procedure procedure = catalogue.procedure(visible(number).process());
        String file = procedure.edition().key() + ".bpmn";
        return procedure
                .folder()
                .file(file)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(bytes))
                .orElseThrow(() -> new NotFound("procedure"));
    }

    @PostMapping("/papers")
    Object addPaper(
            @PathVariable String number,
            @RequestParam @Nullable String paper,
            @RequestParam @Nullable MultipartFile file,
            RedirectAttributes redirect,
            Model model,
            Locale locale)
            throws IOException {
        visible(number);
        if (!documentAccess.mayAdd(callers.get(), number)) {
            throw new Forbidden("document-add");
        }
        try {
            store(number, paper, file);
        } catch (InvalidInput invalid) {
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView(show(number, model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.dossier.papers.added");
        return "redirect:/dossiers/{number}#papers";
    }

    /** What came back from the applicant: the clock runs again. */
    @PostMapping("/supplement")
    String supplemented(@PathVariable String number, RedirectAttributes redirect) {
        visible(number);
        supplements.receive(new DossierNumber(number), List.of(), Map.of());
        redirect.addFlashAttribute("flash", "web.dossier.supplement.done");
        return "redirect:/dossiers/{number}";
    }

    /** The proof that what is owed was paid: the clock runs again. */
    @PostMapping("/payment")
    String paid(
            @PathVariable String number, @RequestParam(defaultValue = "") String receipt, RedirectAttributes redirect) {
        visible(number);
        payment.prove(new DossierNumber(number), receipt);
        redirect.addFlashAttribute("flash", "web.dossier.payment.done");
        return "redirect:/dossiers/{number}";
    }

    @GetMapping("/withdrawal")
    String askWithdrawal(@PathVariable String number, Model model, Locale locale) {
        visible(number);
        model.addAttribute("confirmation", withdrawal(number, null, locale));
        return "confirm";
    }

    @PostMapping("/withdrawal")
    Object withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            withdrawing.withdraw(new DossierNumber(number), reason);
        } catch (InvalidInput invalid) {
            model.addAttribute("confirmation", withdrawal(number, reason, locale));
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("confirm", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.dossier.withdrawal.done");
        return "redirect:/dossiers/{number}";
    }

    private Confirmation withdrawal(String number, @Nullable String reason, Locale locale) {
        return new Confirmation(
                messages.getMessage("web.dossier.withdrawal.title", new Object[] {number}, locale),
                messages.getMessage("web.dossier.withdrawal.consequence", null, locale),
                "/dossiers/" + number + "/withdrawal",
                Map.of(),
                true,
                reason,
                true,
                messages.getMessage("web.dossier.withdrawal.button", null, locale),
                "/dossiers/" + number);
    }

    private Dossiers.Summary visible(String number) {
        if (!access.mayRead(callers.get(), number)) {
            throw new NotFound("dossier");
        }
        return dossiers.get(new DossierNumber(number));
    }

    private void store(String number, @Nullable String paper, @Nullable MultipartFile file) throws IOException {
        List<Problem> faults = new ArrayList<>();
        if (paper == null || paper.isBlank()) {
            faults.add(Problem.of("paper", "required"));
        }
        if (file == null || file.isEmpty()) {
            faults.add(Problem.of("file", "required"));
        }
        if (paper == null || file == null || !faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        documents.store(NewDocument.paper(
                paper, name, file.getBytes(), number, callers.get().username()));
    }
}
