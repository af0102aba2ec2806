package vn.lienthong.interconnection.portal.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.interconnection.portal.PortalSilent;
import vn.lienthong.interconnection.portal.Reconciling;
import vn.lienthong.interconnection.portal.Reconciling.Difference;
import vn.lienthong.web.Formats;

/** Where the national portal and we differ, and what can be done about each. */
@Controller
@RequestMapping("/portal/reconciliation")
class ReconciliationPage {

    private final Reconciling reconciling;
    private final Formats formats;
    private final MessageSource messages;

    ReconciliationPage(Reconciling reconciling, Formats formats, MessageSource messages) {
        this.reconciling = reconciling;
        this.formats = formats;
        this.messages = messages;
    }

    @GetMapping
    String show(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Model model) {
        model.addAttribute("on", reconciling.on());
        try {
            Reconciling.Report report = reconciling.compare(from, until);
            model.addAttribute("report", report);
            model.addAttribute("from", report.from());
            model.addAttribute("until", report.until());
        } catch (PortalSilent e) {
            model.addAttribute("silent", e.getMessage());
            model.addAttribute("from", from);
            model.addAttribute("until", until);
        }
        return "interconnection/reconciliation";
    }

    /** The same as a table to keep. */
    @GetMapping("/table.csv")
    ResponseEntity<byte[]> table(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Locale locale) {
        Reconciling.Report report = asked(from, until);
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of("difference", "dossier", "number", "ours", "theirs", "our-date", "their-date", "waiting")
                        .stream()
                        .map(column -> word("interconnection.portal.column." + column, locale))
                        .toList());
        report.lines().forEach(line -> rows.add(row(line, locale)));
        String name = "doi-soat-" + report.from() + "-" + report.until() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(Csv.of(rows).getBytes(StandardCharsets.UTF_8));
    }

    /** @param difference what it is sent for; back to the days that were compared */
    @PostMapping("/{number}/send-again")
    String sendAgain(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable Difference difference,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            RedirectAttributes redirect) {
        reconciling.sendAgain(number, difference == Difference.MISSING_THERE);
        redirect.addFlashAttribute("flash", "interconnection.portal.sent-again");
        if (from != null && until != null) {
            redirect.addAttribute("from", from);
            redirect.addAttribute("until", until);
        }
        return "redirect:/portal/reconciliation";
    }

    private Reconciling.Report asked(@Nullable LocalDate from, @Nullable LocalDate until) {
        try {
            return reconciling.compare(from, until);
        } catch (PortalSilent e) {
            throw new Refused("portal-silent", Map.of());
        }
    }

    private List<String> row(Reconciling.Line line, Locale locale) {
        return List.of(
                word("interconnection.portal.difference." + line.difference(), locale),
                text(line.dossier()),
                text(line.number()),
                state(line.ours(), locale),
                state(line.theirs(), locale),
                moment(line.ourDue()),
                moment(line.theirDue()),
                line.waiting() ? word("interconnection.portal.waiting", locale) : "");
    }

    private String state(@Nullable DossierState state, Locale locale) {
        return state == null ? "" : state.code() + " " + word("dossier.state." + state.key(), locale);
    }

    private String moment(@Nullable Instant at) {
        return at == null ? "" : formats.dateTime(at);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
