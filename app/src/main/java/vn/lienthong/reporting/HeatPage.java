package vn.lienthong.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.Organisation;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.web.Formats;

/** Where the time of a procedure goes, on its diagram and as a table that says the same. */
@Controller
class HeatPage {

    private final Heat heat;
    private final ReadableUnits units;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Formats formats;
    private final JsonMapper json;

    HeatPage(
            Heat heat,
            ReadableUnits units,
            Catalogue catalogue,
            Organisation organisation,
            Formats formats,
            JsonMapper json) {
        this.heat = heat;
        this.units = units;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.formats = formats;
        this.json = json;
    }

    /** What the diagram shows on an element. */
    record Badge(String id, int level, String text) {}

    @GetMapping("/heat")
    String show(
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String edition,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Model model,
            Locale locale) {
        List<ReadableUnits.Choice> places = units.choices(locale);
        List<ReadableUnits.Choice> procedures = catalogue.inForce(organisation.today()).stream()
                .map(known ->
                        new ReadableUnits.Choice(known.key(), known.names().in(locale)))
                .toList();
        String key =
                procedure == null || procedure.isBlank() ? procedures.get(0).key() : procedure;
        List<LocalDate> editions = catalogue.editions(key);
        LocalDate wanted = Optional.ofNullable(edition)
                .flatMap(day -> editions.stream()
                        .filter(known -> known.toString().equals(day))
                        .findFirst())
                .orElse(null);
        String place = unit == null || unit.isBlank() ? null : unit;
        Heat.HeatMap map = heat.of(key, wanted, place, from, until, locale);
        model.addAttribute("map", map);
        model.addAttribute("badges", json.writeValueAsString(badges(map, locale)));
        model.addAttribute("procedures", procedures);
        model.addAttribute("editions", editions);
        model.addAttribute("units", places);
        model.addAttribute("unit", place);
        return "reporting/heat";
    }

    @GetMapping("/heat/{key}/{edition}/diagram.bpmn")
    ResponseEntity<byte[]> diagram(
            @PathVariable String key, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate edition) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(heat.diagram(key, edition));
    }

    private List<Badge> badges(Heat.HeatMap map, Locale locale) {
        return map.spots().stream()
                .filter(spot -> !spot.element().isEmpty())
                .map(spot -> new Badge(
                        spot.element(),
                        spot.level(),
                        spot.budgetPercent() == null
                                ? formats.workingTime(spot.median(), locale)
                                : spot.budgetPercent() + "%"))
                .toList();
    }
}
