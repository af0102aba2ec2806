package vn.lienthong.reporting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What stands still without a step to blame, each with the dossier to look at. */
@Controller
class StuckPage {

    private static final int PAGE = 50;

    private final Stuck stuck;

    StuckPage(Stuck stuck) {
        this.stuck = stuck;
    }

    record Tab(String key, String href, int count, boolean current) {}

    @GetMapping("/board/stuck")
    String show(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Stuck.Kind wanted = Stuck.Kind.ofKey(kind).orElse(null);
        Stuck.Page page = stuck.page(wanted, after, PAGE, locale);
        model.addAttribute("tabs", tabs(wanted, stuck.counts()));
        model.addAttribute("kind", wanted == null ? "all" : wanted.key());
        model.addAttribute("items", page.items());
        model.addAttribute("next", page.next() == null ? null : address(wanted, page.next()));
        model.addAttribute("first", after == null ? null : address(wanted, null));
        return "reporting/stuck";
    }

    private static List<Tab> tabs(Stuck.@Nullable Kind current, Map<Stuck.Kind, Integer> counts) {
        Tab all = new Tab(
                "all",
                address(null, null),
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                current == null);
        return Stream.concat(
                        Stream.of(all),
                        Arrays.stream(Stuck.Kind.values())
                                .map(kind -> new Tab(
                                        kind.key(),
                                        address(kind, null),
                                        counts.getOrDefault(kind, 0),
                                        kind == current)))
                .toList();
    }

    private static String address(Stuck.@Nullable Kind kind, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/board/stuck");
        if (kind != null) {
            address.queryParam("kind", kind.key());
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return address.encode().build().toUriString();
    }
}
