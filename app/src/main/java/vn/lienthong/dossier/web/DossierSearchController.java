package vn.lienthong.dossier.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.procedure.Content;

/** Finding dossiers over HTTP. */
@RestController
@RequestMapping("/api/v1/dossiers")
class DossierSearchController {

    private static final int MOST = 200;

    private final Searching searching;

    DossierSearchController(Searching searching) {
        this.searching = searching;
    }

    /** @param state its key */
    record FoundLine(
            String number,
            String procedure,
            String edition,
            String state,
            String applicant,
            String unit,
            Instant receivedAt,
            @Nullable Instant promisedAt) {}

    /** @param next for {@code ?after=}; null on the last page */
    record FoundList(List<FoundLine> items, @Nullable String next) {}

    /**
     * The dossiers that the caller may see, newest first.
     *
     * @param q the beginning of a number, ours or another system's, words of an applicant's name with or without their marks,
     *     or an identity number
     */
    @GetMapping
    FoundList find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        Searching.Page page = searching.find(Content.normalised(q), after, limit);
        return new FoundList(
                page.lines().stream()
                        .map(found -> new FoundLine(
                                found.number(),
                                found.procedure(),
                                found.edition(),
                                DossierState.ofCode(found.state()).key(),
                                found.applicant(),
                                found.unit(),
                                found.receivedAt(),
                                found.promisedAt()))
                        .toList(),
                page.next());
    }
}
