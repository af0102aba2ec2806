package vn.lienthong.reporting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who has how much in hand and got how much done, and the steps behind every figure. */
@Controller
class StepsDonePage {

    private static final int PAGE = 50;

    private final StepsDone steps;
    private final ReadableUnits units;

    StepsDonePage(StepsDone steps, ReadableUnits units) {
        this.steps = steps;
        this.units = units;
    }

    record UnitLoads(String unit, String name, int open, int late, int done, List<StepsDone.OfficerLoad> officers) {}

    @GetMapping("/board/officers")
    String officers(@RequestParam(required = false) @Nullable String unit, Model model, Locale locale) {
        String place = unit == null || unit.isBlank() ? null : unit;
        StepsDone.Loads loads = steps.loads(place, locale);
        Map<String, List<StepsDone.OfficerLoad>> byUnit = new LinkedHashMap<>();
        loads.items()
                .forEach(load -> byUnit.computeIfAbsent(load.unit(), key -> new ArrayList<>())
                        .add(load));
        model.addAttribute("since", loads.since());
        model.addAttribute(
                "most",
                loads.items().stream()
                        .mapToInt(StepsDone.OfficerLoad::open)
                        .max()
                        .orElse(1));
        model.addAttribute(
                "loads", byUnit.values().stream().map(StepsDonePage::sum).toList());
        model.addAttribute("units", units.choices(locale));
        model.addAttribute("unit", place);
        return "reporting/officers";
    }

    @GetMapping("/reports/steps")
    String done(
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            @RequestParam(defaultValue = "false") boolean late,
            Model model,
            Locale locale) {
        StepsDone.Wish wish = new StepsDone.Wish(
                text(asked, "procedure"),
                text(asked, "edition"),
                text(asked, "step"),
                text(asked, "leg"),
                text(asked, "unit"),
                text(asked, "officer"),
                from,
                until,
                late);
        String after = text(asked, "after");
        StepsDone.Page page = steps.page(wish, after, PAGE, locale);
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next() == null ? null : address(asked, page.next()));
        model.addAttribute("first", after == null ? null : address(asked, null));
        return "reporting/steps";
    }

    private static UnitLoads sum(List<StepsDone.OfficerLoad> loads) {
        return new UnitLoads(
                loads.get(0).unit(),
                loads.get(0).unitName(),
                loads.stream().mapToInt(StepsDone.OfficerLoad::open).sum(),
                loads.stream().mapToInt(StepsDone.OfficerLoad::late).sum(),
                loads.stream().mapToInt(StepsDone.OfficerLoad::done).sum(),
                loads);
    }

    private static String address(Map<String, String> asked, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/reports/steps");
        asked.forEach((name, value) -> {
            if (!name.equals("after") && !value.isBlank()) {
                address.queryParam(name, value);
            }
        });
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().build().toUriString();
    }

    private static @Nullable String text(Map<String, String> asked, String name) {
        String value = asked.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
