package vn.lienthong.dossier.reception;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Reading;
import vn.lienthong.dossier.Visits;
import vn.lienthong.procedure.Content;

/** Where a dossier begins at the counter, and where the officer comes to when it was received. */
@Controller
@RequestMapping("/reception")
class ReceptionPages {

    private final Wizard wizard;
    private final OwnDrafts drafts;
    private final Recognising recognising;
    private final Visits visits;
    private final Reading reading;
    private final Dossiers dossiers;

    ReceptionPages(
            Wizard wizard,
            OwnDrafts drafts,
            Recognising recognising,
            Visits visits,
            Reading reading,
            Dossiers dossiers) {
        this.wizard = wizard;
        this.drafts = drafts;
        this.recognising = recognising;
        this.visits = visits;
        this.reading = reading;
        this.dossiers = dossiers;
    }

    /** A procedure to choose. */
    record Choice(String key, String name, String sector, List<String> channels) {}

    /** A draft to go on with. */
    record Unfinished(UUID id, String procedure, @Nullable String applicant, Instant updatedAt) {}

    /** Several dossiers of one person. */
    record Visit(UUID id, String applicant, List<Reading.DossierView> dossiers) {}

    /**
     * @param q words of a name or sector, or a code; typed with or without their marks
     * @param visit the visit on which something has been handed in already
     * @param part present when only the list is asked for again
     */
    @GetMapping
    String choose(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model,
            Locale locale) {
        model.addAttribute("q", q);
        model.addAttribute("sectors", bySector(Content.plain(q), locale));
        model.addAttribute("visit", visit == null ? null : visit(visit, locale));
        if (part != null) {
            return "dossier/reception/choose :: #procedures";
        }
        model.addAttribute(
                "drafts",
                drafts.all().stream()
                        .map(d -> new Unfinished(
                                d.id(),
                                drafts.edition(d).names().in(locale),
                                (String) d.applicant().get("fullName"),
                                d.updatedAt()))
                        .toList());
        return "dossier/reception/choose";
    }

    private Map<String, List<Choice>> bySector(String wanted, Locale locale) {
        Collator alphabet = Collator.getInstance(locale);
        return drafts.offered().stream()
                .filter(e -> !e.legOnly())
                .filter(e -> Content.plain(e.names().vi() + " " + e.names().en() + " "
                                + e.sector().vi() + " " + e.code())
                        .contains(wanted))
                .map(e -> new Choice(e.key(), e.names().in(locale), e.sector().in(locale), e.channels()))
                .sorted(Comparator.comparing(Choice::sector, alphabet).thenComparing(Choice::name, alphabet))
                .collect(Collectors.groupingBy(Choice::sector, LinkedHashMap::new, Collectors.toList()));
    }

    @PostMapping
    String begin(
            @RequestParam String procedure,
            @RequestParam String channel,
            @RequestParam(required = false) @Nullable UUID visit) {
        Map<String, Object> applicant = visit == null ? Map.of() : applicantOf(visit, procedure);
        return "redirect:/reception/" + wizard.begin(procedure, channel, visit, applicant);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> applicantOf(UUID visit, String procedure) {
        Object applicant = dossiers.get(visits.of(visit).get(0)).content().get(Wizard.APPLICANT);
        return applicant == null ? Map.of() : recognising.applicantFor(procedure, (Map<String, Object>) applicant);
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable UUID id) {
        wizard.discard(id);
        return "redirect:/reception";
    }

    /** What happens next, and the receipt to print. */
    @GetMapping("/received/{number}")
    String received(@PathVariable String number, Model model, Locale locale) {
        var dossier = new DossierNumber(number);
        model.addAttribute("dossier", reading.dossier(dossier, locale));
        model.addAttribute(
                "visit", visits.with(dossier).map(id -> visit(id, locale)).orElse(null));
        return "dossier/reception/received";
    }

    /** One more dossier of the same person. */
    @PostMapping("/received/{number}/another")
    String another(@PathVariable String number) {
        return "redirect:/reception?visit=" + visits.begin(new DossierNumber(number));
    }

    private Visit visit(UUID id, Locale locale) {
        List<Reading.DossierView> all = visits.of(id).stream()
                .map(number -> reading.dossier(number, locale))
                .toList();
        return new Visit(id, all.get(0).applicant().fullName(), all);
    }

    /** As somebody in a hurry types: small letters without marks. */
}
