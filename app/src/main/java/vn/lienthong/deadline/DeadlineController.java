package vn.lienthong.deadline;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;

/** Due dates over HTTP: asked hypothetically, explained. */
@RestController
@RequestMapping("/api/v1")
class DeadlineController {

    private final WhatIf whatIf;
    private final Clocks clocks;
    private final PrintingDeadline printing;
    private final EscalationBoard escalations;
    private final Access access;
    private final CurrentCaller caller;

    DeadlineController(
            WhatIf whatIf,
            Clocks clocks,
            PrintingDeadline printing,
            EscalationBoard escalations,
            Access access,
            CurrentCaller caller) {
        this.whatIf = whatIf;
        this.clocks = clocks;
        this.printing = printing;
        this.escalations = escalations;
        this.access = access;
        this.caller = caller;
    }

    @PostMapping("/deadlines/compute")
    WhatIf.Answer compute(@RequestBody WhatIf.Question question, Locale locale) {
        return whatIf.answer(question, locale);
    }

    @GetMapping("/dossiers/{number}/deadline")
    Explanation explain(@PathVariable String number, Locale locale) {
        if (!access.mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        return clocks.explain(new DossierNumber(number), locale);
    }

    /** The same on paper, for the citizen. */
    @GetMapping("/dossiers/{number}/deadline/pdf")
    ResponseEntity<byte[]> paper(@PathVariable String number, Locale locale) {
        if (!access.mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(printing.pdf(new DossierNumber(number), locale));
    }

    record Chain(
            List<EscalationBoard.EscalationView> items,
            @Nullable String next) {}

    /** Who was called about it, in order, and what they said. */
    @GetMapping("/dossiers/{number}/escalations")
    Chain chain(@PathVariable String number, Locale locale) {
        if (!access.mayRead(caller.get(), number)) {
            throw new NotFound("dossier");
        }
        return new Chain(escalations.chain(new DossierNumber(number), locale), null);
    }
}
