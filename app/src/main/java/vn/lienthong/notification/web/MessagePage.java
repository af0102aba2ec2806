package vn.lienthong.notification.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.notification.Outbox;
import vn.lienthong.notification.Outbox.State;

/** What was written to the applicant of a dossier, and what became of it; and what is stuck in a unit. */
@Controller
class MessagePage {

    private static final int LINES = 50;

    private final Outbox outbox;
    private final Clock clock;

    MessagePage(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param badge of the state
     * @param heldUntil when it goes at the earliest; null when it does not wait for that
     */
    record Row(
            Outbox.Line line,
            String badge,
            boolean resendable,
            @Nullable Instant heldUntil) {}

    /** A page of its own, or the part of the dossier's page that is loaded after it. */
    @GetMapping("/dossiers/{number}/messages")
    String ofDossier(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        fill(outbox.of(new DossierNumber(number)), model);
        model.addAttribute("number", number);
        return part == null ? "notification/messages" : "notification/messages :: #messages";
    }

    @PostMapping("/dossiers/{number}/messages/{id}/resend")
    String resend(@PathVariable String number, @PathVariable long id, RedirectAttributes redirect) {
        outbox.resend(id);
        redirect.addFlashAttribute("flash", "web.messages.resent");
        return "redirect:/dossiers/{number}";
    }

    /** What did not leave the house, for the caller's units. */
    @GetMapping("/messages")
    String stuck(@RequestParam(required = false) @Nullable Long after, Model model) {
        List<Outbox.Line> found = outbox.list(State.FAILED, after, LINES + 1);
        List<Outbox.Line> lines = found.size() > LINES ? found.subList(0, LINES) : found;
        fill(lines, model);
        model.addAttribute("first", after == null ? null : "/messages");
        model.addAttribute(
                "next",
                found.size() > LINES ? "/messages?after=" + lines.get(LINES - 1).id() : null);
        return "notification/stuck";
    }

    private void fill(List<Outbox.Line> lines, Model model) {
        boolean may = outbox.mayResend();
        model.addAttribute("mayResend", may);
        model.addAttribute(
                "rows",
                lines.stream()
                        .map(line ->
                                new Row(line, badge(line.state()), may && resendable(line.state()), heldUntil(line)))
                        .toList());
    }

    private @Nullable Instant heldUntil(Outbox.Line line) {
        return line.state() == State.NEW && line.nextAt().isAfter(clock.instant()) ? line.nextAt() : null;
    }

    private static boolean resendable(State state) {
        return state == State.SENT || state == State.KEPT || state == State.FAILED;
    }

    private static String badge(State state) {
        return switch (state) {
            case SENT -> "on-time";
            case NEW -> "running";
            case FAILED -> "late";
            case KEPT, UNADDRESSED -> "none";
        };
    }
}
