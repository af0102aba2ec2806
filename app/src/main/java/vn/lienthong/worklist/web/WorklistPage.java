package vn.lienthong.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.web.Formats;
import vn.lienthong.worklist.Claiming;
import vn.lienthong.worklist.Filter;
import vn.lienthong.worklist.FollowingUp;
import vn.lienthong.worklist.Queue;
import vn.lienthong.worklist.Worklist;

/** The queues of open work: what is to do, the most urgent first. */
@Controller
class WorklistPage {

    private final Worklist worklist;
    private final WorklistView view;
    private final Rows rows;
    private final Claiming claiming;
    private final FollowingUp followingUp;
    private final Formats formats;

    WorklistPage(
            Worklist worklist,
            WorklistView view,
            Rows rows,
            Claiming claiming,
            FollowingUp followingUp,
            Formats formats) {
        this.worklist = worklist;
        this.view = view;
        this.rows = rows;
        this.claiming = claiming;
        this.followingUp = followingUp;
        this.formats = formats;
    }

    /**
     * The address says everything that the list depends on; what it says wrongly is left out. Where it names no list, work
     * begins.
     */
    @GetMapping("/worklist")
    String list(
            @RequestParam Map<String, String> asked,
            @RequestHeader(name = "HX-Boosted", required = false) @Nullable String boosted,
            Model model,
            Locale locale) {
        Filter read = Filter.read(asked::get, new ArrayList<>());
        Filter filter = read.equals(Filter.of(Queue.MINE)) && !asked.containsKey("queue") ? null : read;
        String after = asked.get("after");
        view.fill(filter, after == null || after.isBlank() ? null : after, model, locale);
        return boosted == null ? WorklistView.TEMPLATE : WorklistView.TEMPLATE + " :: #main";
    }

    /** The open steps of one dossier and its legs; loaded into the dossier's page. */
    @GetMapping("/worklist/of/{number}")
    String ofDossier(
            @PathVariable String number,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        model.addAttribute("number", number);
        model.addAttribute("rows", rows.of(worklist.ofDossier(number, locale)));
        return part == null ? "worklist/of-dossier" : "worklist/of-dossier :: #steps";
    }

    /** The step that comes after another one in a list: one key from dossier to dossier. */
    @GetMapping("/worklist/next")
    String next(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(required = false) @Nullable String after,
            RedirectAttributes redirect) {
        Filter filter = Filter.ofQuery(list);
        return worklist.next(filter, after)
                .map(taskId -> "redirect:" + ListAddress.ofStep(taskId, list))
                .orElseGet(() -> {
                    redirect.addFlashAttribute("flash", "web.worklist.no-next");
                    return "redirect:" + ListAddress.of(filter);
                });
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(
            @PathVariable String taskId, @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        claiming.claim(taskId);
        redirect.addFlashAttribute("flash", "web.worklist.claimed");
        return "redirect:" + ListAddress.within(back, "/tasks/" + taskId);
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(
            @PathVariable String taskId, @RequestParam(defaultValue = "") String back, RedirectAttributes redirect) {
        claiming.release(taskId);
        redirect.addFlashAttribute("flash", "web.worklist.released");
        return "redirect:" + ListAddress.within(back, "/worklist");
    }

    /** The caller's own reminder; without a day it is taken away. */
    @PostMapping("/tasks/{taskId}/follow-up")
    String followUp(
            @PathVariable String taskId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes redirect) {
        followingUp.remind(taskId, on);
        redirect.addFlashAttribute("flash", on == null ? "web.follow-up.cleared" : "web.follow-up.set");
        redirect.addFlashAttribute("flashArg", on == null ? "" : formats.day(on));
        return "redirect:" + ListAddress.within(back, "/tasks/" + taskId);
    }
}
