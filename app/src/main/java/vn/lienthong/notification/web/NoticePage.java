package vn.lienthong.notification.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.audit.NoCommand;
import vn.lienthong.notification.Notices;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessRef;

/** Behind the bell: what an officer is told of, read and unread, each with the way to the dossier. */
@Controller
class NoticePage {

    private static final int LINES = 30;

    private final Notices notices;
    private final Catalogue catalogue;

    NoticePage(Notices notices, Catalogue catalogue) {
        this.notices = notices;
        this.catalogue = catalogue;
    }

    /** @param step what the step is called; empty when it is about none */
    record Row(
            long id,
            String what,
            String dossier,
            String procedure,
            String step,
            String detail,
            Instant at,
            boolean read) {}

    @GetMapping("/notices")
    String list(@RequestParam(required = false) @Nullable Long after, Locale locale, Model model) {
        List<Notices.Line> found = notices.list(after, LINES + 1);
        List<Notices.Line> lines = found.size() > LINES ? found.subList(0, LINES) : found;
        model.addAttribute("rows", lines.stream().map(line -> row(line, locale)).toList());
        model.addAttribute("newest", lines.isEmpty() ? null : lines.get(0).id());
        model.addAttribute("unread", lines.stream().anyMatch(line -> !line.read()));
        model.addAttribute("first", after == null ? null : "/notices");
        model.addAttribute(
                "next",
                found.size() > LINES ? "/notices?after=" + lines.get(LINES - 1).id() : null);
        return "notification/notices";
    }

    /** Reads one and goes where it leads: to the step while it is open, otherwise to the dossier. */
    @NoCommand
    @PostMapping("/notices/{id}")
    String open(@PathVariable long id) {
        Notices.Line line = notices.open(id);
        return line.task() == null ? "redirect:/dossiers/" + line.dossier() : "redirect:/tasks/" + line.task();
    }

    @NoCommand
    @PostMapping("/notices/read")
    String read(@RequestParam long upto, RedirectAttributes redirect) {
        notices.readUpTo(upto);
        redirect.addFlashAttribute("flash", "notification.notices.all-read");
        return "redirect:/notices";
    }

    private Row row(Notices.Line line, Locale locale) {
        Procedure procedure = catalogue.procedure(new ProcessRef(line.procedure(), line.edition()));
        return new Row(
                line.id(),
                line.what(),
                line.dossier(),
                procedure.edition().names().in(locale),
                line.step() == null ? "" : procedure.name(line.step(), locale),
                line.detail(),
                line.at(),
                line.read());
    }
}
