package vn.lienthong.worklist.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.worklist.Board;
import vn.lienthong.worklist.Bulk;
import vn.lienthong.worklist.Condition;
import vn.lienthong.worklist.Loads;
import vn.lienthong.worklist.Scope;

/** The lines behind a number of the board, and what can be done about many of them at once. */
@Controller
class BoardLinesPage {

    private static final int PAGE = 50;

    private final Board board;
    private final Bulk bulk;
    private final Loads loads;
    private final BoardRows rows;
    private final BoardChips chips;
    private final BulkAnswers answers;
    private final ProblemDetails problems;

    BoardLinesPage(
            Board board,
            Bulk bulk,
            Loads loads,
            BoardRows rows,
            BoardChips chips,
            BulkAnswers answers,
            ProblemDetails problems) {
        this.board = board;
        this.bulk = bulk;
        this.loads = loads;
        this.rows = rows;
        this.chips = chips;
        this.answers = answers;
        this.problems = problems;
    }

    record Tab(String key, String href, int count, boolean current) {}

    @GetMapping("/board/lines")
    String show(BoardAddress asked, Model model, Locale locale) {
        fill(asked, model, locale);
        return "worklist/board-lines";
    }

    /** Priority is set at once; who loses or gets work is asked about first. */
    @PostMapping("/board/lines")
    Object act(
            BoardAddress asked,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @Nullable List<String> taskIds,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        List<String> picked = taskIds == null ? List.of() : taskIds;
        if (picked.isEmpty()) {
            fill(asked, model, locale);
            model.addAttribute("problems", problems.inWords(List.of(Problem.of("list", "nothing-selected")), locale));
            return new ModelAndView("worklist/board-lines", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (asksFirst(action)) {
            return ask(asked, action, picked, "", Map.of(), model, locale);
        }
        return done(asked, action, bulk.run(action, picked, null, null), redirect, model, locale);
    }

    /** @param all {@code to-0}: who shall have the steps of the first post, and so on */
    @PostMapping("/board/lines/confirmed")
    Object confirmed(
            BoardAddress asked,
            @RequestParam String action,
            @RequestParam List<String> taskIds,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> all,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            return done(asked, action, run(action, taskIds, reason, all, locale), redirect, model, locale);
        } catch (InvalidInput invalid) {
            String view = ask(asked, action, taskIds, reason, all, model, locale);
            model.addAttribute("problems", problems.inWords(invalid.problems(), locale));
            return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private List<Bulk.Answer> run(
            String action, List<String> taskIds, String reason, Map<String, String> all, Locale locale) {
        if (!action.equals("assign")) {
            return bulk.run(action, taskIds, null, reason);
        }
        List<Loads.Post> posts = loads.posts(taskIds, locale);
        List<Problem> faults = new ArrayList<>();
        FreeText.check("reason", reason, true, faults);
        for (int i = 0; i < posts.size(); i++) {
            if (all.getOrDefault("to-" + i, "").isBlank()) {
                faults.add(Problem.of("to-" + i, "required"));
            }
        }
        InvalidInput.ifAny(faults);
        List<Bulk.Answer> given = new ArrayList<>();
        List<String> left = new ArrayList<>(taskIds);
        for (int i = 0; i < posts.size(); i++) {
            left.removeAll(posts.get(i).taskIds());
            given.addAll(bulk.run("assign", posts.get(i).taskIds(), all.get("to-" + i), reason));
        }
        if (!left.isEmpty()) {
            // Over by now, or another agency's: each says so itself.
            given.addAll(bulk.run("assign", left, Scope.NOBODY, reason));
        }
        return given;
    }

    private static boolean asksFirst(String action) {
        return action.equals("assign") || action.equals("recall");
    }

    private String ask(
            BoardAddress asked,
            String action,
            List<String> picked,
            String reason,
            Map<String, String> chosen,
            Model model,
            Locale locale) {
        List<Loads.Post> posts = loads.posts(picked, locale);
        int mine = posts.stream().mapToInt(post -> post.items().size()).sum();
        model.addAttribute("asked", asked);
        model.addAttribute("action", action);
        model.addAttribute("picked", picked);
        model.addAttribute("posts", posts);
        model.addAttribute("others", picked.size() - mine);
        model.addAttribute("reason", reason);
        model.addAttribute("chosen", new HashMap<>(chosen));
        model.addAttribute("back", BoardAddress.lines(asked.condition(), asked.scope(), asked.cursor()));
        return "worklist/board-act";
    }

    private Object done(
            BoardAddress asked,
            String action,
            List<Bulk.Answer> given,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        String back = BoardAddress.lines(asked.condition(), asked.scope(), null);
        if (given.stream().allMatch(answer -> answer.refusal() == null)) {
            redirect.addFlashAttribute("flash", "worklist.board.done." + action);
            redirect.addFlashAttribute("flashArg", given.size());
            return "redirect:" + back;
        }
        model.addAttribute("back", back);
        model.addAttribute("answers", answers.inWords(given, locale));
        return "worklist/bulk";
    }

    private void fill(BoardAddress asked, Model model, Locale locale) {
        Scope scope = asked.scope();
        Condition condition = asked.condition();
        Board.Numbers numbers = board.overview(asked.dimension(), scope, locale).total();
        Board.Page page = board.lines(condition, scope, asked.cursor(), PAGE, locale);
        List<BoardRows.BoardRow> shown = rows.of(page.items(), locale);
        model.addAttribute("asked", asked);
        model.addAttribute("state", condition.key());
        model.addAttribute("number", numbers.of(condition));
        model.addAttribute(
                "tabs",
                Arrays.stream(Condition.values())
                        .map(other -> new Tab(
                                other.key(),
                                BoardAddress.lines(other, scope, null),
                                numbers.of(other),
                                other == condition))
                        .toList());
        model.addAttribute("chips", chips.of(scope, other -> BoardAddress.lines(condition, other, null), locale));
        model.addAttribute("rows", shown);
        model.addAttribute("acts", shown.stream().anyMatch(BoardRows.BoardRow::mayAct));
        model.addAttribute("board", BoardAddress.board(asked.dimension(), scope));
        model.addAttribute("next", page.next() == null ? null : BoardAddress.lines(condition, scope, page.next()));
        model.addAttribute("first", asked.cursor() == null ? null : BoardAddress.lines(condition, scope, null));
    }
}
