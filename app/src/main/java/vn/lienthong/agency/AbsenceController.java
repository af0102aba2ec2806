package vn.lienthong.agency;

import java.time.LocalDate;
import java.util.ArrayList;
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
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Absences over HTTP, for the system that keeps the officers' leave. */
@RestController
@RequestMapping("/api/v1/absences")
class AbsenceController {

    private final Absences absences;

    AbsenceController(Absences absences) {
        this.absences = absences;
    }

    /** @param standIns usernames; none, and the work goes back to the queue of the post */
    record CoverRequest(
            @Nullable String unit,
            @Nullable String duty,
            @Nullable List<String> standIns) {}

    /** @param from first day; @param to last day */
    record AbsenceRequest(
            @Nullable String officer,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String documentNumber,
            @Nullable String reason,
            @Nullable List<CoverRequest> covers) {}

    record AbsenceListView(List<Absences.Absence> items) {}

    record AbsenceDeclaredView(long id) {}

    @GetMapping
    AbsenceListView list() {
        return new AbsenceListView(absences.list());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AbsenceDeclaredView declare(@RequestBody AbsenceRequest request) {
        return new AbsenceDeclaredView(absences.declare(new Absences.Wish(
                text(request.officer()),
                request.from(),
                request.to(),
                text(request.documentNumber()),
                text(request.reason()),
                covers(request.covers()))));
    }

    @PostMapping("/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        absences.revoke(id);
    }

    private static List<Absences.Cover> covers(@Nullable List<CoverRequest> requests) {
        List<Absences.Cover> covers = new ArrayList<>();
        for (CoverRequest request : requests == null ? List.<CoverRequest>of() : requests) {
            String field = "covers." + covers.size() + ".duty";
            Duty duty = Duty.ofKey(text(request.duty()))
                    .orElseThrow(() -> new InvalidInput(Problem.of(field, "duty-not-held")));
            covers.add(new Absences.Cover(
                    text(request.unit()), duty, request.standIns() == null ? List.of() : request.standIns()));
        }
        return covers;
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }
}
