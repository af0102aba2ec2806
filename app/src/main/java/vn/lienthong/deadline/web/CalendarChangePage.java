package vn.lienthong.deadline.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.CalendarChange;
import vn.lienthong.deadline.ChangingCalendars;

/** Changes of calendars as pages: what a notice says, what would move, the second person's word, and how far it has come. */
@Controller
class CalendarChangePage {

    /** More days than this in one notice are entered through the API. */
    private static final int ROWS = 4;

    private static final int PAGE = 50;

    private final ChangingCalendars changing;
    private final Calendars calendars;
    private final Organisation organisation;
    private final ProblemDetails problems;

    CalendarChangePage(
            ChangingCalendars changing, Calendars calendars, Organisation organisation, ProblemDetails problems) {
        this.changing = changing;
        this.calendars = calendars;
        this.organisation = organisation;
        this.problems = problems;
    }

    /** A change as a line of the list, or as the head of its own page. */
    record Line(
            CalendarChange change,
            String calendar,
            String proposer,
            @Nullable String decider,
            int share) {}

    record DayLine(java.time.LocalDate date, String kind, String name, String sessions) {}

    record Choice(String key, String name) {}

    @GetMapping("/calendar-changes")
    String list(@RequestParam(required = false) @Nullable Long before, Model model, Locale locale) {
        var found = changing.list(before, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute(
                "changes", shown.stream().map(each -> line(each, locale)).toList());
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? "/calendar-changes?before=" + shown.get(PAGE - 1).id()
                        : null);
        model.addAttribute("first", before == null ? null : "/calendar-changes");
        model.addAttribute("mayPropose", changing.mayPropose());
        return "deadline/calendar-changes";
    }

    @GetMapping("/calendar-changes/new")
    String form(Model model, Locale locale) {
        fill(Map.of("calendar", "vn-public-service"), model, locale);
        return "deadline/calendar-change-form";
    }

    @PostMapping("/calendar-changes")
    Object propose(@RequestParam Map<String, String> sent, Model model, Locale locale, RedirectAttributes redirect) {
        try {
            redirect.addAttribute("id", changing.propose(wish(sent)));
            return "redirect:/calendar-changes/{id}";
        } catch (InvalidInput invalid) {
            fill(sent, model, locale);
            model.addAttribute(
                    "problems",
                    problems.inWords(invalid.problems(), locale).stream()
                            .map(fault -> fault.field().equals("days") ? fault.at("days[0].date") : fault)
                            .toList());
            return new ModelAndView("deadline/calendar-change-form", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** A page of its own, or the part of it that is asked for again while something is going on. */
    @GetMapping("/calendar-changes/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String promise,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        var change = changing.get(id);
        var promisesOnly = "moves".equals(promise);
        var found = changing.affected(id, promisesOnly, after, PAGE + 1);
        var shown = found.stream().limit(PAGE).toList();
        var address = "/calendar-changes/" + id + "?" + (promisesOnly ? "promise=moves&" : "");
        model.addAttribute("line", line(change, locale));
        model.addAttribute(
                "days",
                change.days().stream()
                        .map(day -> new DayLine(
                                day.date(),
                                day.kind().name(),
                                day.name(),
                                String.join(
                                        ", ",
                                        day.sessions().stream()
                                                .map(Session::toString)
                                                .toList())))
                        .toList());
        model.addAttribute("mayDecide", changing.mayDecide(change));
        model.addAttribute("affected", shown);
        model.addAttribute("promisesOnly", promisesOnly);
        model.addAttribute(
                "next",
                found.size() > PAGE ? address + "after=" + shown.get(PAGE - 1).dossier() : null);
        model.addAttribute("first", after == null ? null : address);
        return part == null ? "deadline/calendar-change" : "deadline/calendar-change :: #progress";
    }

    @PostMapping("/calendar-changes/{id}/approval")
    String approve(@PathVariable long id) {
        changing.approve(id);
        return "redirect:/calendar-changes/{id}";
    }

    @PostMapping("/calendar-changes/{id}/rejection")
    String reject(@PathVariable long id) {
        changing.reject(id);
        return "redirect:/calendar-changes/{id}";
    }

    @PostMapping("/calendar-changes/{id}/retry")
    String retry(@PathVariable long id) {
        changing.retry(id);
        return "redirect:/calendar-changes/{id}";
    }

    private void fill(Map<String, String> sent, Model model, Locale locale) {
        if (!changing.mayPropose()) {
            throw new vn.lienthong.command.Forbidden("change-calendars");
        }
        model.addAttribute("sent", sent);
        model.addAttribute("rows", ROWS);
        model.addAttribute(
                "calendars",
                calendars.all().stream()
                        .map(known -> new Choice(known.key(), known.name(locale)))
                        .toList());
    }

    private static ChangingCalendars.Wish wish(Map<String, String> sent) {
        var days = new ArrayList<ChangingCalendars.@Nullable DayWish>();
        for (int i = 0; i < ROWS; i++) {
            var row = "days[" + i + "].";
            var date = text(sent, row + "date");
            var name = text(sent, row + "name");
            if (date != null || name != null) {
                days.add(new ChangingCalendars.DayWish(
                        date, text(sent, row + "kind"), name, sessions(text(sent, row + "sessions"))));
            }
        }
        return new ChangingCalendars.Wish(text(sent, "calendar"), text(sent, "document"), text(sent, "reason"), days);
    }

    private static List<@Nullable String> sessions(@Nullable String written) {
        return written == null ? List.of() : new ArrayList<>(Arrays.asList(written.split("[,;]")));
    }

    private static @Nullable String text(Map<String, String> sent, String field) {
        var value = sent.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private Line line(CalendarChange change, Locale locale) {
        var progress = change.progress();
        var counted = change.state() == CalendarChange.State.PREVIEWING
                ? progress.previewed()
                : progress.done() + progress.failed();
        var decider = change.decidedBy();
        return new Line(
                change,
                calendars.all().stream()
                        .filter(known -> known.key().equals(change.calendar()))
                        .map(known -> known.name(locale))
                        .findFirst()
                        .orElse(change.calendar()),
                name(change.proposedBy()),
                decider == null ? null : name(decider),
                progress.dossiers() == 0 ? 100 : Math.toIntExact(100 * counted / progress.dossiers()));
    }

    private String name(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }
}
