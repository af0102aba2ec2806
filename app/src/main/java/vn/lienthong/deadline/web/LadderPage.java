package vn.lienthong.deadline.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.ProblemDetails;
import vn.lienthong.deadline.ChangingLadder;
import vn.lienthong.deadline.Does;

/** Who hears when at an agency: its ladders, level by level, to read and to change. */
@Controller
class LadderPage {

    private static final List<String> CALLED =
            List.of("assignee", "unit-head", "agency-head", "supervisor", "centre-director");
    private static final int EMPTY_ROWS = 2;

    private final ChangingLadder ladders;
    private final ProblemDetails problems;

    LadderPage(ChangingLadder ladders, ProblemDetails problems) {
        this.ladders = ladders;
        this.problems = problems;
    }

    @GetMapping("/ladders")
    String mine() {
        return "redirect:/ladders/"
                + ladders.agencies().stream().findFirst().orElseThrow(() -> new Forbidden("may-not-change-ladder"));
    }

    @GetMapping("/ladders/{agency}")
    String show(@PathVariable String agency, Model model, Locale locale) {
        fill(ladders.of(agency, locale), null, List.of(), model);
        return "deadline/ladders";
    }

    @PostMapping("/ladders/{agency}/{of}")
    Object change(
            @PathVariable String agency,
            @PathVariable String of,
            @RequestParam(required = false) @Nullable List<String> at,
            @RequestParam(required = false) @Nullable List<String> to,
            @RequestParam(required = false) @Nullable List<String> does,
            @RequestParam(defaultValue = "save") String action,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        List<ChangingLadder.RungWish> wishes = wishes(at, to, does);
        try {
            ladders.change(agency, of, action.equals("usual") ? null : wishes);
        } catch (InvalidInput invalid) {
            fill(ladders.of(agency, locale), of, wishes, model);
            model.addAttribute(
                    "problems",
                    problems.inWords(invalid.problems(), locale).stream()
                            .map(fault -> fault.at(of + "-" + fault.field()))
                            .toList());
            return new ModelAndView("deadline/ladders", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "deadline.ladder.changed");
        return "redirect:/ladders/{agency}";
    }

    /** Rows without a time are left out: that is how a rung is removed. */
    private static List<ChangingLadder.RungWish> wishes(
            @Nullable List<String> at, @Nullable List<String> to, @Nullable List<String> does) {
        List<ChangingLadder.RungWish> wishes = new ArrayList<>();
        for (int i = 0; at != null && i < at.size(); i++) {
            if (!at.get(i).isBlank()) {
                wishes.add(new ChangingLadder.RungWish(at.get(i), item(to, i), item(does, i)));
            }
        }
        return wishes;
    }

    private static @Nullable String item(@Nullable List<String> list, int i) {
        return list == null || i >= list.size() ? null : list.get(i);
    }

    /** @param of the level whose wishes were refused, shown as they were written */
    private static void fill(
            ChangingLadder.LaddersView view, @Nullable String of, List<ChangingLadder.RungWish> refused, Model model) {
        List<ChangingLadder.LadderView> shown = view.ladders().stream()
                .map(ladder -> {
                    List<ChangingLadder.RungWish> rows =
                            new ArrayList<>(ladder.of().equals(of) ? refused : ladder.rungs());
                    for (int i = 0; view.mayChange() && i < EMPTY_ROWS; i++) {
                        rows.add(new ChangingLadder.RungWish("", "", ""));
                    }
                    return new ChangingLadder.LadderView(
                            ladder.of(), ladder.own(), rows, ladder.changedByName(), ladder.changedAt());
                })
                .toList();
        model.addAttribute("view", view);
        model.addAttribute("ladders", shown);
        model.addAttribute("called", CALLED);
        model.addAttribute("deeds", Arrays.stream(Does.values()).map(Enum::name).toList());
    }
}
