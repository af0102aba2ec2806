package vn.lienthong.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Figures over HTTP. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportController {

    private final Reports reports;
    private final Heat heat;
    private final StepsDone steps;

    ReportController(Reports reports, Heat heat, StepsDone steps) {
        this.reports = reports;
        this.heat = heat;
        this.steps = steps;
    }

    record InHandView(List<Reports.InHand> items) {}

    /** @param of {@code legs} or {@code dossiers}; the two are never added up */
    @GetMapping("/on-time")
    Reports.OnTime onTime(
            @RequestParam(defaultValue = "legs") String of,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Locale locale) {
        Reports.Counted counted = switch (of) {
            case "legs" -> Reports.Counted.LEGS;
            case "dossiers" -> Reports.Counted.DOSSIERS;
            default -> throw new InvalidInput(Problem.of("of", "counted-unknown"));
        };
        return reports.onTime(counted, from, until, locale);
    }

    record CauseView(List<Reports.Cause> items) {}

    /** Whose part made citizens' dossiers late. */
    @GetMapping("/late-causes")
    CauseView causes(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Locale locale) {
        return new CauseView(reports.causes(from, until, locale));
    }

    /** Where the working time of a procedure goes, the hottest first. */
    @GetMapping("/step-times")
    Heat.HeatMap stepTimes(
            @RequestParam String procedure,
            @RequestParam(required = false) @Nullable LocalDate edition,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Locale locale) {
        return heat.of(procedure, edition, unit, from, until, locale);
    }

    /** What officers have in hand and got done this week. */
    @GetMapping("/officers")
    StepsDone.Loads officers(@RequestParam(required = false) @Nullable String unit, Locale locale) {
        return steps.loads(unit, locale);
    }

    @GetMapping("/in-hand")
    InHandView inHand(Locale locale) {
        return new InHandView(reports.inHand(locale));
    }
}
