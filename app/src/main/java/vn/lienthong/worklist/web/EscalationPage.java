package vn.lienthong.worklist.web;

import java.util.Arrays;
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
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.worklist.Board;
import vn.lienthong.worklist.Suggesting;

/** Who was called because something runs late, level by level, and what whoever was called says to it. */
@Controller
class EscalationPage {

    private final EscalationBoard escalations;
    private final CalledRows called;
    private final Suggesting suggesting;
    private final Board board;
    private final ProblemDetails problems;

    EscalationPage(
            EscalationBoard escalations,
            CalledRows called,
            Suggesting suggesting,
            Board board,
            ProblemDetails problems) {
        this.escalations = escalations;
        this.called = called;
        this.suggesting = suggesting;
        this.board = board;
        this.problems = problems;
    }

    @GetMapping("/board/level/{level}")
    String level(
            @PathVariable int level,
            @RequestParam(required = false) @Nullable Long before,
            Model model,
            Locale locale) {
        EscalationBoard.Page page = escalations.open(level, before, 40, locale);
        model.addAttribute("level", level);
        model.addAttribute("called", called.of(page.items()));
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
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView("worklist/escalation", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.board.explained");
        return "redirect:" + home();
    }

    private void fill(long id, String explanation, String reasonCode, Model model, Locale locale) {
        EscalationBoard.EscalationView one = escalations.get(id, locale);
        model.addAttribute("home", home());
        model.addAttribute("one", one);
        model.addAttribute("called", called.of(one));
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

    /** Whoever explains may oversee nobody. */
    private String home() {
        return board.isCallers() ? "/board" : "/worklist";
    }

    private static boolean sameClock(EscalationBoard.EscalationView one, EscalationBoard.EscalationView other) {
        return one.of().equals(other.of())
                && one.number().equals(other.number())
                && Objects.equals(one.leg(), other.leg())
                && Objects.equals(one.taskId(), other.taskId());
    }
}
