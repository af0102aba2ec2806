package vn.lienthong.worklist.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.worklist.Bulk;
import vn.lienthong.worklist.Filter;

/** One command for all steps that were picked; when not all of them went, an answer for each. */
@Controller
class BulkPage {

    /** Where the bar over the list asks for what the command needs. */
    private static final Map<String, String> FIELDS = Map.of("officer", "bulk-officer", "on", "bulk-on");

    private final Bulk bulk;
    private final BulkAnswers inWords;
    private final WorklistView view;

    BulkPage(Bulk bulk, BulkAnswers inWords, WorklistView view) {
        this.bulk = bulk;
        this.inWords = inWords;
        this.view = view;
    }

    @PostMapping("/worklist/bulk")
    Object bulk(
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable List<String> taskIds,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Filter filter = Filter.ofQuery(list);
        List<String> chosen = taskIds == null ? List.of() : taskIds;
        List<Bulk.Answer> answers;
        try {
            answers = bulk.run(new Bulk.Wish(action, officer, reason, on), chosen);
        } catch (InvalidInput invalid) {
            view.fill(filter, null, model, locale);
            view.faults(invalid.problems(), FIELDS, model, locale);
            model.addAttribute("picked", chosen);
            return new ModelAndView(WorklistView.TEMPLATE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (answers.stream().allMatch(answer -> answer.refusal() == null)) {
            redirect.addFlashAttribute("flash", "web.worklist.bulk." + action);
            redirect.addFlashAttribute("flashArg", answers.size());
            return "redirect:" + ListAddress.of(filter);
        }
        model.addAttribute("back", ListAddress.of(filter));
        model.addAttribute("answers", inWords.inWords(answers, locale));
        return "worklist/bulk";
    }
}
