package vn.lienthong.reporting;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures as a page. */
@Controller
class ReportPage {

    private final Reports reports;

    ReportPage(Reports reports) {
        this.reports = reports;
    }

    @GetMapping("/reports")
    String page(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until,
            Locale locale,
            Model model) {
        Reports.OnTime legs = reports.onTime(Reports.Counted.LEGS, from, until, locale);
        model.addAttribute("legs", legs);
        model.addAttribute("dossiers", reports.onTime(Reports.Counted.DOSSIERS, legs.from(), legs.until(), locale));
        model.addAttribute("causes", reports.causes(legs.from(), legs.until(), locale));
        model.addAttribute("inHand", reports.inHand(locale));
        return "reporting/reports";
    }
}
