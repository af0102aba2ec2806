package vn.lienthong.interconnection.portal.web;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.Refused;
import vn.lienthong.interconnection.portal.PortalSilent;
import vn.lienthong.interconnection.portal.Reconciling;

/** The comparison with the national portal over HTTP. */
@RestController
@RequestMapping("/api/v1/portal/reconciliation")
class ReconciliationController {

    private final Reconciling reconciling;

    ReconciliationController(Reconciling reconciling) {
        this.reconciling = reconciling;
    }

    /** Where the portal and we differ about the dossiers that the caller's agencies received in these days, 31 at most. */
    @GetMapping
    Reconciling.Report compare(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {
        try {
            return reconciling.compare(from, until);
        } catch (PortalSilent e) {
            throw new Refused("portal-silent", Map.of());
        }
    }

    /**
     * Tells the portal of a dossier again.
     *
     * @param everything also what it should have: number, files and registration
     */
    @PostMapping("/{number}/send-again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendAgain(@PathVariable String number, @RequestParam(defaultValue = "false") boolean everything) {
        reconciling.sendAgain(number, everything);
    }
}
