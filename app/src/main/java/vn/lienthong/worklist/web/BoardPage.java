package vn.lienthong.worklist.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.agency.Calendars;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.ChangingLadder;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.deadline.Extending;
import vn.lienthong.deadline.Letters;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.web.DueCell;
import vn.lienthong.web.DueCells;
import vn.lienthong.web.FieldProblem;
import vn.lienthong.worklist.Counts;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Queue;
import vn.lienthong.worklist.Suggesting;
import vn.lienthong.worklist.Worklist;

/** What a supervisor has to know before the meeting: what is late, what is about to be, who was called and what they say. */
@Controller
class BoardPage {

    private static final int LEVELS = 4;
    private static final int SHOWN = 10;

    private final Worklist worklist;
    private final EscalationBoard escalations;
    private final Letters letters;
    private final Extending extending;
    private final ChangingLadder changing;
    private final Suggesting suggesting;
    private final Rows rows;
    private final Calendars calendars;
    private final DueCells dues;
    private final ProblemDetails problems;

    BoardPage(
            Worklist worklist,
            EscalationBoard escalations,
            Letters letters,
            Extending extending,
            ChangingLadder changing,
            Suggesting suggesting,
            Rows rows,
            Calendars calendars,
            DueCells dues,
            ProblemDetails problems) {
        this.worklist = worklist;
        this.escalations = escalations;
        this.letters = letters;
        this.extending = extending;
        this.changing = changing;
        this.suggesting = suggesting;
        this.rows = rows;
        this.calendars = calendars;
        this.dues = dues;
        this.problems = problems;
    }

    /** One who was called: about what, since when, and how late it is. */
    record Called(
            long id,
            int level,
            String subject,
            String number,
            @Nullable String taskId,
            String owedBy,
            String to,
            List<String> officers,
            DueCell due,
            Instant raisedAt,
            @Nullable Instant explainBy,
            boolean apology) {}

    /** Everything that climbed to a level and nobody has explained. */
    record Level(int level, List<Called> called, boolean more) {}

    /** How much of what is late a unit owes. */
    record Share(String unit, int count, int percent) {}

    @GetMapping("/board")
    String show(Model model, Locale locale) {
        Counts counts = worklist.counts();
        List<Item> overdue =
                worklist.page(Queue.OVERDUE, null, null, SHOWN, locale).items();
        List<Item> soon =
                worklist.page(Queue.DUE_SOON, null, null, SHOWN, locale).items();
        List<Level> levels = new ArrayList<>();
        for (int level = LEVELS; level >= 1; level--) {
            EscalationBoard.Page page = escalations.open(level, null, SHOWN, locale);
            levels.add(new Level(level, page.items().stream().map(this::called).toList(), page.next() != null));
        }
        model.addAttribute("counts", counts);
        model.addAttribute("most", Counts.MOST);
        model.addAttribute(
                "open", levels.stream().mapToInt(level -> level.called().size()).sum());
        model.addAttribute("openMore", levels.stream().anyMatch(Level::more));
        model.addAttribute("overdue", rows.of(overdue));
        model.addAttribute("soon", rows.of(soon));
        model.addAttribute("levels", levels);
        model.addAttribute("shares", shares(locale));
        model.addAttribute("ladders", !changing.agencies().isEmpty());
        model.addAttribute("owed", letters.countOwed());
        model.addAttribute("letters", letters.countOpen() + extending.countOpen());
        return "worklist/board";
    }

    @GetMapping("/board/level/{level}")
    String level(
            @PathVariable int level,
            @RequestParam(required = false) @Nullable Long before,
            Model model,
            Locale locale) {
        EscalationBoard.Page page = escalations.open(level, before, 40, locale);
        model.addAttribute("level", level);
        model.addAttribute("called", page.items().stream().map(this::called).toList());
        model.addAttribute("next", page.next() == null ? null : "/board/level/" + level + "?before=" + page.next());
        model.addAttribute("first", before == null ? null : "/board/level/" + level);
        return "worklist/board-level";
    }

    @GetMapping("/board/escalations/{id}")
    String open(@PathVariable long id, Model model, Locale locale) {
        fill(id, "", "", model, locale);
        return "worklist/escalation";
    }

    @PostMapping("/board/escalations/{id}")
    Object explain(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String explanation,
            @RequestParam(defaultValue = "") String reasonCode,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            escalations.acknowledge(id, explanation, reasonCode, locale);
        } catch (InvalidInput invalid) {
            fill(id, explanation, reasonCode, model, locale);
            model.addAttribute(
                    "problems",
                    problems.inWords(invalid.problems(), locale).stream()
                            .map(fault -> new FieldProblem(fault.field(), fault.message()))
                            .toList());
            return new ModelAndView("worklist/escalation", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.board.explained");
        return "redirect:/board";
    }

    private void fill(long id, String explanation, String reasonCode, Model model, Locale locale) {
        EscalationBoard.EscalationView one = escalations.get(id, locale);
        model.addAttribute("one", one);
        model.addAttribute("called", called(one));
        model.addAttribute(
                "suggestion",
                one.taskId() == null ? null : suggesting.of(one.taskId()).orElse(null));
        model.addAttribute(
                "chain",
                escalations.chain(new DossierNumber(one.dossier()), locale).stream()
                        .filter(other -> sameClock(one, other))
                        .toList());
        model.addAttribute("explanation", explanation);
        model.addAttribute("reasonCode", reasonCode);
        model.addAttribute(
                "reasonCodes",
                Arrays.stream(EscalationBoard.ReasonCode.values())
                        .map(Enum::name)
                        .toList());
    }

    private static boolean sameClock(EscalationBoard.EscalationView one, EscalationBoard.EscalationView other) {
        return one.of().equals(other.of())
                && one.number().equals(other.number())
                && Objects.equals(one.leg(), other.leg())
                && Objects.equals(one.taskId(), other.taskId());
    }

    private Called called(EscalationBoard.EscalationView one) {
        String subject = one.stepName() != null ? one.stepName() : one.legName();
        return new Called(
                one.id(),
                one.level(),
                subject == null ? "" : subject,
                one.number(),
                one.taskId(),
                one.unitName(),
                one.toName() + " · " + one.toUnitName(),
                one.toOfficers(),
                dues.running(calendars.ofUnit(one.unit()), one.raisedAt(), one.dueAt(), null, false),
                one.raisedAt(),
                one.explainBy(),
                "APOLOGISE".equals(one.does()) || "LETTER".equals(one.does()));
    }

    private List<Share> shares(Locale locale) {
        List<Worklist.Owed> owed = worklist.overdueByUnit(SHOWN, locale);
        int most = owed.stream().mapToInt(Worklist.Owed::count).max().orElse(1);
        return owed.stream()
                .map(one -> new Share(one.unit(), one.count(), 100 * one.count() / most))
                .toList();
    }
}
