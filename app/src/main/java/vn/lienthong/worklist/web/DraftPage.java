package vn.lienthong.worklist.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.audit.NoCommand;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.command.Refused;
import vn.lienthong.web.Formats;
import vn.lienthong.worklist.KeepingDrafts;

/** What is typed into a step is kept from time to time, without being sent. */
@Controller
@RequestMapping("/tasks/{taskId}/draft")
class DraftPage {

    private static final MediaType SENTENCE = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final KeepingDrafts drafting;
    private final Answers answers;
    private final Formats formats;
    private final ProblemDetails problems;
    private final MessageSource messages;

    DraftPage(
            KeepingDrafts drafting, Answers answers, Formats formats, ProblemDetails problems, MessageSource messages) {
        this.drafting = drafting;
        this.answers = answers;
        this.formats = formats;
        this.problems = problems;
        this.messages = messages;
    }

    /** Answers with the sentence that the page shows beside the form: 409 when it makes no sense to go on. */
    @NoCommand
    @PostMapping
    ResponseEntity<String> keep(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String data,
            @RequestParam(required = false) @Nullable String note,
            Locale locale) {
        try {
            KeepingDrafts.Kept kept = drafting.keep(taskId, answers.read(data), note);
            return kept.takenBy() == null
                    ? sentence(HttpStatus.OK, word("web.draft.kept", locale, formats.time(kept.at())))
                    : sentence(HttpStatus.CONFLICT, word("web.draft.taken", locale, kept.takenBy()));
        } catch (Refused over) {
            return sentence(
                    HttpStatus.CONFLICT,
                    Objects.requireNonNullElse(problems.of(over, locale).getDetail(), ""));
        }
    }

    /** The same by a button, where no script runs. */
    @NoCommand
    @PostMapping("/kept")
    String keepAndComeBack(
            @PathVariable String taskId,
            @RequestParam(required = false) @Nullable String data,
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(name = ListAddress.CARRIED, defaultValue = "") String list,
            RedirectAttributes redirect) {
        drafting.keep(taskId, answers.read(data), note);
        redirect.addFlashAttribute("flash", "web.draft.saved");
        return "redirect:" + ListAddress.ofStep(taskId, list);
    }

    @NoCommand
    @PostMapping("/discard")
    String discard(
            @PathVariable String taskId,
            @RequestParam(name = ListAddress.CARRIED, defaultValue = "") String list,
            RedirectAttributes redirect) {
        drafting.discard(taskId);
        redirect.addFlashAttribute("flash", "web.draft.discarded");
        return "redirect:" + ListAddress.ofStep(taskId, list);
    }

    private static ResponseEntity<String> sentence(HttpStatus status, String words) {
        return ResponseEntity.status(status).contentType(SENTENCE).body(words);
    }

    private String word(String key, Locale locale, @Nullable Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
