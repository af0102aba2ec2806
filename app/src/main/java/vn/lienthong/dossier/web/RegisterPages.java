package vn.lienthong.dossier.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.dossier.Registers;

/** The book of a unit's dossiers, for a period. */
@Controller
class RegisterPages {

    private final Registers registers;
    private final Organisation organisation;
    private final Clock clock;

    RegisterPages(Registers registers, Organisation organisation, Clock clock) {
        this.registers = registers;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A unit to choose. */
    record Choice(String code, String name) {}

    @GetMapping("/dossiers/register")
    String ask(Model model, Locale locale) {
        List<String> units = registers.units();
        if (units.isEmpty()) {
            throw new Forbidden("no-dossiers");
        }
        LocalDate today = LocalDate.now(clock);
        model.addAttribute(
                "units",
                units.stream()
                        .map(unit -> new Choice(unit, organisation.unit(unit).name(locale)))
                        .sorted(Comparator.comparing(Choice::name))
                        .toList());
        model.addAttribute("from", today.withDayOfMonth(1));
        model.addAttribute("to", today);
        return "dossier/register";
    }

    @GetMapping({"/dossiers/register.pdf", "/api/v1/registers"})
    ResponseEntity<byte[]> print(
            @RequestParam String unit,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("so-theo-doi-ho-so-" + from + "-" + to + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(registers.print(unit, from, to));
    }
}
