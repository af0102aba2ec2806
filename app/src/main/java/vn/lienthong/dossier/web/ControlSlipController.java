package vn.lienthong.dossier.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Prints;

/** The slip that travels with a dossier, as it stands at this moment. */
@RestController
class ControlSlipController {

    private final Prints prints;
    private final Access access;
    private final CurrentCaller callers;

    ControlSlipController(Prints prints, Access access, CurrentCaller callers) {
        this.prints = prints;
        this.access = access;
        this.callers = callers;
    }

    @GetMapping({"/dossiers/{number}/control-slip", "/api/v1/dossiers/{number}/control-slip"})
    ResponseEntity<byte[]> slip(@PathVariable String number) {
        if (!access.mayRead(callers.get(), number)) {
            throw new NotFound("dossier");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("phieu-kiem-soat-" + number + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore())
                .body(prints.controlSlip(new DossierNumber(number)));
    }
}
