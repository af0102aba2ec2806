package vn.lienthong.audit;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** The log for inspectors, as a page and for programs. */
@Controller
class LogController {

    private static final int LINES = 50;
    private static final int MOST = 200;

    private final LogReading log;

    LogController(LogReading log) {
        this.log = log;
    }

    @GetMapping("/api/v1/log")
    @ResponseBody
    LogReading.Page list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        return log.page(question(day, actor, subject), after, limit, locale);
    }

    @GetMapping("/log")
    String page(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String after,
            Locale locale,
            Model model) {
        LogReading.Question question = question(day, actor, subject);
        LogReading.Page page = log.page(question, after, LINES, locale);
        model.addAttribute("question", question);
        model.addAttribute("lines", page.items());
        model.addAttribute("first", after == null ? null : address(question, null));
        model.addAttribute("next", page.next() == null ? null : address(question, page.next()));
        return "audit/log";
    }

    private static LogReading.Question question(
            @Nullable LocalDate day, @Nullable String actor, @Nullable String subject) {
        return new LogReading.Question(day, filled(actor), filled(subject));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String address(LogReading.Question question, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/log");
        if (question.day() != null) {
            address.queryParam("day", question.day());
        }
        if (question.actor() != null) {
            address.queryParam("actor", question.actor());
        }
        if (question.subject() != null) {
            address.queryParam("subject", question.subject());
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.build().encode().toUriString();
    }
}
