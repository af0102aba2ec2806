package vn.lienthong.deadline;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.command.FieldProblem;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;

/** "What if it were received at…" as a page. The whole question is in the address, so that an answer can be passed on. */
@Controller
class CalculatorPage {

    /** More pauses than this nobody asks about by hand. */
    private static final int PAUSES = 2;

    /** A calendar to choose. */
    record Choice(String key, String name) {}

    private final WhatIf whatIf;
    private final Calendars calendars;
    private final ProblemDetails details;
    private final Telling telling;
    private final Clock clock;

    CalculatorPage(WhatIf whatIf, Calendars calendars, ProblemDetails details, Telling telling, Clock clock) {
        this.whatIf = whatIf;
        this.calendars = calendars;
        this.details = details;
        this.telling = telling;
        this.clock = clock;
    }

    @GetMapping("/deadlines/calculator")
    String calculator(@RequestParam Map<String, String> asked, Model page, Locale locale) {
        var vietnamese = !"en".equals(locale.getLanguage());
        page.addAttribute(
                "calendars",
                calendars.all().stream()
                        .map(known -> new Choice(known.key(), vietnamese ? known.nameVi() : known.nameEn()))
                        .toList());
        page.addAttribute("units", BudgetUnit.values());
        page.addAttribute("pauseCount", PAUSES);
        if (!asked.containsKey("startedAt")) {
            page.addAttribute(
                    "asked",
                    Map.of(
                            "calendar",
                            "ward",
                            "startedAt",
                            LocalDateTime.now(clock)
                                    .truncatedTo(ChronoUnit.MINUTES)
                                    .toString(),
                            "budget.amount",
                            "5",
                            "budget.unit",
                            BudgetUnit.WORKING_DAY.name()));
            return "deadline/calculator";
        }
        page.addAttribute("asked", asked);
        try {
            page.addAttribute("answer", whatIf.answer(question(asked), locale));
        } catch (InvalidInput faults) {
            page.addAttribute("problems", named(faults, locale));
        }
        return "deadline/calculator";
    }

    /** Each fault with the name of its field in front, as it stands on the page. */
    private List<FieldProblem> named(InvalidInput faults, Locale locale) {
        return details.inWords(faults.problems(), locale).stream()
                .map(fault -> fault.after(label(fault.field(), locale) + ": "))
                .toList();
    }

    private String label(String field, Locale locale) {
        var pause = Pattern.compile("pauses\\[(\\d+)]\\.(from|to)").matcher(field);
        if (pause.matches()) {
            return telling.word("deadline.page.pause-" + pause.group(2), locale, Integer.parseInt(pause.group(1)) + 1);
        }
        return telling.word(
                switch (field) {
                    case "calendar", "agency" -> "deadline.page.calendar";
                    case "startedAt" -> "deadline.page.received";
                    case "budget.amount" -> "deadline.page.amount";
                    case "cutOff" -> "deadline.page.cut-off";
                    default -> "deadline.page.unit";
                },
                locale);
    }

    private static WhatIf.Question question(Map<String, String> asked) {
        var pauses = new ArrayList<WhatIf.@Nullable PauseQuestion>();
        for (int i = 0; i < PAUSES; i++) {
            var from = text(asked, "pauses[" + i + "].from");
            var to = text(asked, "pauses[" + i + "].to");
            if (from != null || to != null) {
                pauses.add(new WhatIf.PauseQuestion(from, to));
            }
        }
        return new WhatIf.Question(
                null,
                text(asked, "calendar"),
                text(asked, "startedAt"),
                new WhatIf.BudgetQuestion(text(asked, "budget.amount"), text(asked, "budget.unit"), null),
                text(asked, "cutOff"),
                List.copyOf(pauses));
    }

    private static @Nullable String text(Map<String, String> asked, String field) {
        var value = asked.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
