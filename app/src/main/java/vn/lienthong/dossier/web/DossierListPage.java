package vn.lienthong.dossier.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.web.DueCell;
import vn.lienthong.workflow.ProcessRef;

/** The dossiers an officer may see, found by number, by the applicant's name or identity number. */
@Controller
class DossierListPage {

    private static final int PAGE = 40;

    private final SearchView view;
    private final Access access;
    private final CurrentCaller callers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final DossierFaces faces;
    private final MessageSource messages;

    DossierListPage(
            SearchView view,
            Access access,
            CurrentCaller callers,
            Catalogue catalogue,
            Organisation organisation,
            DossierFaces faces,
            MessageSource messages) {
        this.view = view;
        this.access = access;
        this.callers = callers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.faces = faces;
        this.messages = messages;
    }

    record Line(
            String number,
            String applicant,
            String procedure,
            String unit,
            Instant receivedAt,
            String state,
            String stateText,
            @Nullable DueCell due) {}

    @GetMapping("/dossiers")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        String words = Content.normalised(q);
        if (looksLikeNumber(words) && access.mayRead(callers.get(), words)) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/dossiers/{number}")
                            .build(words)
                            .toString();
        }
        List<String> units = access.unitsOf(callers.get());
        boolean identity = words.matches("[\\d ]{12,15}");
        boolean number = !identity && looksLikeNumber(words);
        List<SearchView.Found> found = units.isEmpty()
                ? List.of()
                : view.find(
                        units,
                        number ? literally(words) : null,
                        identity || number || words.isEmpty() ? null : literally(words),
                        identity ? words.replace(" ", "") : null,
                        place(after),
                        PAGE + 1);
        List<SearchView.Found> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("q", words);
        model.addAttribute(
                "lines", shown.stream().map(line -> line(line, locale)).toList());
        model.addAttribute("next", found.size() > PAGE ? address(words, shown.get(PAGE - 1)) : null);
        model.addAttribute("first", after == null ? null : address(words, null));
        return "dossier/list";
    }

    private Line line(SearchView.Found found, Locale locale) {
        DossierState state = DossierState.ofCode(found.state());
        return new Line(
                found.number(),
                found.applicant(),
                catalogue
                        .edition(new ProcessRef(found.procedure(), found.edition()))
                        .names()
                        .in(locale),
                organisation.unit(found.unit()).name(locale),
                found.receivedAt(),
                DossierFaces.badge(state),
                messages.getMessage("dossier.state." + state.key(), null, locale),
                faces.due(
                        found.unit(),
                        found.receivedAt(),
                        found.promisedAt(),
                        found.originalPromisedAt(),
                        found.stoppedAt(),
                        state == DossierState.SUPPLEMENT_REQUESTED));
    }

    /** A number begins with the code of an agency: a letter and digits. */
    private static boolean looksLikeNumber(String words) {
        return words.matches("[A-Za-z]?\\d[\\w.-]*");
    }

    private static String literally(String words) {
        return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static String address(String words, SearchView.@Nullable Found last) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dossiers");
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (last != null) {
            address.queryParam("after", last.receivedAt() + "_" + last.number());
        }
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }

    private static SearchView.@Nullable Place place(@Nullable String after) {
        if (after == null || after.indexOf('_') < 0) {
            return null;
        }
        try {
            int at = after.indexOf('_');
            return new SearchView.Place(
                    Instant.parse(after.substring(0, at)), new DossierNumber(after.substring(at + 1)).value());
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
