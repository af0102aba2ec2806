package vn.lienthong.worklist.prints;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.document.DocumentKind;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessRef;

/** The papers that wait to be printed: picked, put together as one file, marked as printed. */
@Controller
@RequestMapping("/worklist/prints")
class PrintQueuePage {

    private static final String TEMPLATE = "worklist/prints";

    private final PrintQueue queue;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final ProblemDetails problems;
    private final MessageSource messages;

    PrintQueuePage(
            PrintQueue queue,
            Catalogue catalogue,
            Organisation organisation,
            ProblemDetails problems,
            MessageSource messages) {
        this.queue = queue;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.problems = problems;
        this.messages = messages;
    }

    /** @param href the file; null when it is written only on printing */
    record Row(
            long id,
            String name,
            String dossier,
            String applicant,
            @Nullable String href,
            Instant since,
            @Nullable Instant printedAt,
            String printedBy,
            int copies) {}

    @GetMapping
    String show(@RequestParam(defaultValue = "false") boolean printed, Model model, Locale locale) {
        model.addAttribute("printed", printed);
        model.addAttribute("waiting", queue.count());
        model.addAttribute("most", PrintQueue.MOST);
        model.addAttribute(
                "rows",
                queue.list(printed).stream().map(sheet -> row(sheet, locale)).toList());
        return TEMPLATE;
    }

    /** Answers with the file itself; the browser shows it beside the list and prints it. */
    @PostMapping
    Object print(@RequestParam(required = false) @Nullable List<Long> sheets, Model model, Locale locale) {
        try {
            byte[] file = queue.print(picked(sheets));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.inline()
                                    .filename("giay-to.pdf", StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .cacheControl(CacheControl.noStore())
                    .body(file);
        } catch (InvalidInput invalid) {
            return again(invalid, model, locale);
        }
    }

    @PostMapping("/dismiss")
    Object dismiss(
            @RequestParam(required = false) @Nullable List<Long> sheets,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            queue.dismiss(picked(sheets));
        } catch (InvalidInput invalid) {
            return again(invalid, model, locale);
        }
        redirect.addFlashAttribute("flash", "web.prints.dismissed");
        return "redirect:/worklist/prints";
    }

    private ModelAndView again(InvalidInput invalid, Model model, Locale locale) {
        String page = show(false, model, locale);
        model.addAttribute(
                "problems",
                problems.inWords(invalid.problems(), locale).stream()
                        .map(fault -> fault.at("list"))
                        .toList());
        return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Row row(Sheet sheet, Locale locale) {
        String by = sheet.printedBy();
        return new Row(
                sheet.id(),
                name(sheet, locale),
                sheet.dossier(),
                sheet.applicant(),
                sheet.document() == null ? null : "/api/v1/documents/" + sheet.document(),
                sheet.since(),
                sheet.printedAt(),
                by == null
                        ? ""
                        : organisation.officer(by).map(Officer::fullName).orElse(by),
                sheet.copies());
    }

    private String name(Sheet sheet, Locale locale) {
        if (sheet.kind().equals(DocumentKind.RESULT.name())) {
            Edition edition = catalogue.edition(new ProcessRef(sheet.procedure(), sheet.edition()));
            return edition.resultDocuments().stream()
                    .filter(result -> result.code().equals(sheet.code()))
                    .map(result -> result.names().in(locale))
                    .findFirst()
                    .orElse(sheet.code());
        }
        String form = sheet.code().replaceFirst("-\\d+$", "");
        return Objects.requireNonNullElse(messages.getMessage("web.print." + form, null, form, locale), form);
    }

    private static List<Long> picked(@Nullable List<Long> sheets) {
        return sheets == null ? List.of() : sheets.stream().distinct().toList();
    }
}
