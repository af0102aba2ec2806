package vn.lienthong.dossier.retention;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.DossierNumber;

/** What is due to be destroyed and what was, in numbers; and what keeps a dossier. */
@RestController
@RequestMapping("/api/v1")
class RetentionController {

    private final Due due;
    private final RetentionRuns runs;
    private final RetentionRights rights;
    private final Holds holds;

    RetentionController(Due due, RetentionRuns runs, RetentionRights rights, Holds holds) {
        this.due = due;
        this.runs = runs;
        this.rights = rights;
        this.holds = holds;
    }

    /** @param because COMPLAINT, LAWSUIT, INSPECTION or OTHER */
    record HoldRequest(@Nullable String because, @Nullable String reason) {}

    record RetentionView(List<Due.Line> due, List<RetentionReport> runs) {}

    @GetMapping("/retention")
    RetentionView retention() {
        List<String> units = rights.units();
        return new RetentionView(due.lines(units), runs.latest());
    }

    @GetMapping("/retention/runs/{run}")
    RetentionReport run(@PathVariable long run) {
        return runs.of(run, rights.units()).orElseThrow(() -> new NotFound("retention-run"));
    }

    /** Keeps a dossier although its time may be over. */
    @PostMapping("/dossiers/{number}/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hold(@PathVariable String number, @RequestBody HoldRequest request) {
        holds.place(new DossierNumber(number), because(request.because()), text(request.reason()));
    }

    @PostMapping("/dossiers/{number}/hold/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable String number, @RequestBody HoldRequest request) {
        holds.lift(new DossierNumber(number), because(request.because()), text(request.reason()));
    }

    /** Null for what is no cause: who may not hold a dossier is told that first. */
    static Holds.@Nullable Because because(@Nullable String name) {
        return Arrays.stream(Holds.Because.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable String reason) {
        return reason == null ? "" : reason;
    }
}
