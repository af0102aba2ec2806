package vn.lienthong.dossier.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.agency.Organisation;
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

    private final Searching searching;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final DossierFaces faces;
    private final MessageSource messages;

    DossierListPage(
            Searching searching,
            Catalogue catalogue,
            Organisation organisation,
            DossierFaces faces,
            MessageSource messages) {
        this.searching = searching;
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
        Optional<DossierNumber> exactly = searching.exactly(words);
        if (exactly.isPresent()) {
            return "redirect:"
                    + UriComponentsBuilder.fromPath("/dossiers/{number}")
                            .build(exactly.get().value())
                            .toString();
        }
        Searching.Page page = searching.find(words, after, PAGE);
        model.addAttribute("gathers", searching.mayGather());
        model.addAttribute("q", words);
        model.addAttribute(
                "lines", page.lines().stream().map(line -> line(line, locale)).toList());
        model.addAttribute("next", page.next() == null ? null : address(words, page.next()));
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

    private static String address(String words, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/dossiers");
        if (!words.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (after != null) {
            address.queryParam("after", after);
        }
        return words.isEmpty()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(words).toUriString();
    }
}
