package vn.lienthong.dossier.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.dossier.Correcting;
import vn.lienthong.dossier.Corrections;
import vn.lienthong.dossier.DossierNumber;

/** What was put right of a dossier at the request of the person concerned. */
@RestController
@RequestMapping("/api/v1/dossiers/{number}/corrections")
class CorrectionController {

    private final Correcting correcting;
    private final Corrections corrections;

    CorrectionController(Correcting correcting, Corrections corrections) {
        this.correcting = correcting;
        this.corrections = corrections;
    }

    /**
     * @param changes new values by their paths, such as {@code applicant.phone}; null takes an answer away
     * @param request who asked, and how it was made sure who that is
     */
    record CorrectionRequest(
            @Nullable Map<String, @Nullable Object> changes,
            @Nullable String request) {}

    @GetMapping
    List<Corrections.Correction> corrections(@PathVariable String number) {
        return corrections.of(new DossierNumber(number));
    }

    /** What was signed stays as it is: results are changed by the procedure that the law has for it. */
    @PostMapping
    @Transactional
    List<Corrections.Correction> correct(@PathVariable String number, @RequestBody CorrectionRequest request) {
        var dossier = new DossierNumber(number);
        correcting.correct(
                dossier,
                new Correcting.Wish(
                        request.changes() == null ? Map.of() : request.changes(),
                        request.request() == null ? "" : request.request(),
                        null));
        return corrections.of(dossier);
    }
}
