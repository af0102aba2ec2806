package vn.lienthong.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.web.Chip;
import vn.lienthong.worklist.Filter;
import vn.lienthong.worklist.SavedFilters;

/** Lists that an officer has named: saving one, and looking after them. */
@Controller
@RequestMapping("/worklist/filters")
class SavedFilterPage {

    private static final String FILTERS = "redirect:/worklist/filters";

    private final SavedFilters saved;
    private final FilterFace face;
    private final WorklistView view;

    SavedFilterPage(SavedFilters saved, FilterFace face, WorklistView view) {
        this.saved = saved;
        this.face = face;
        this.view = view;
    }

    /** @param parts what it is narrowed to, in words */
    record Entry(String id, String name, String href, String queue, List<String> parts) {}

    @GetMapping
    String show(Model model, Locale locale) {
        model.addAttribute(
                "entries",
                saved.mine().stream()
                        .map(one -> new Entry(
                                one.id(),
                                one.name(),
                                ListAddress.of(one.filter()),
                                one.filter().queue().key(),
                                face.chips(one.filter(), locale).stream()
                                        .map(Chip::text)
                                        .toList()))
                        .toList());
        return "worklist/filters";
    }

    @PostMapping
    Object save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String list,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        Filter filter = Filter.ofQuery(list);
        try {
            saved.save(name, filter);
        } catch (InvalidInput invalid) {
            view.fill(filter, null, model, locale);
            view.faults(invalid.problems(), Map.of("name", "filter-name"), model, locale);
            return new ModelAndView(WorklistView.TEMPLATE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.worklist.saved.done");
        redirect.addFlashAttribute("flashArg", name.strip());
        return "redirect:" + ListAddress.of(filter);
    }

    @PostMapping("/{id}/rename")
    Object rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            RedirectAttributes redirect,
            Model model,
            Locale locale) {
        try {
            saved.rename(id, name);
        } catch (InvalidInput invalid) {
            view.faults(invalid.problems(), Map.of("name", "name-" + id), model, locale);
            return new ModelAndView(show(model, locale), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        redirect.addFlashAttribute("flash", "web.worklist.saved.renamed");
        return FILTERS;
    }

    @PostMapping("/{id}/delete")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        saved.delete(id);
        redirect.addFlashAttribute("flash", "web.worklist.saved.deleted");
        return FILTERS;
    }
}
