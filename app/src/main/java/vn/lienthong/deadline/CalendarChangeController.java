package vn.lienthong.deadline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.calendar.Session;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Changes of calendars over HTTP: proposed, looked at, decided by another, followed to their end. */
@RestController
@RequestMapping("/api/v1/calendar-changes")
class CalendarChangeController {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final ChangingCalendars changing;

    CalendarChangeController(ChangingCalendars changing) {
        this.changing = changing;
    }

    record DayView(LocalDate date, String kind, String name, List<String> sessions) {}

    record ChangeView(
            long id,
            String calendar,
            String document,
            String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant finishedAt,
            List<DayView> days,
            CalendarChange.Progress progress) {

        static ChangeView of(CalendarChange change) {
            return new ChangeView(
                    change.id(),
                    change.calendar(),
                    change.document(),
                    change.reason(),
                    change.state().key(),
                    change.proposedBy(),
                    change.proposedAt(),
                    change.decidedBy(),
                    change.decidedAt(),
                    change.finishedAt(),
                    change.days().stream()
                            .map(day -> new DayView(
                                    day.date(),
                                    day.kind().name(),
                                    day.name(),
                                    day.sessions().stream()
                                            .map(Session::toString)
                                            .toList()))
                            .toList(),
                    change.progress());
        }
    }

    /** @param moved whether what the citizen is promised moves too, so that the citizen is told */
    record DossierView(
            String dossier,
            @Nullable Instant promisedAt,
            @Nullable Instant newPromisedAt,
            boolean promiseMoves,
            int moves,
            boolean done,
            boolean failed) {

        static DossierView of(CalendarChange.Affected affected) {
            return new DossierView(
                    affected.dossier(),
                    affected.promisedAt(),
                    affected.newPromisedAt(),
                    affected.promiseMoves(),
                    affected.moves(),
                    affected.done(),
                    affected.failed());
        }
    }

    record PageView<T>(List<T> items, @Nullable String next) {}

    @PostMapping
    ResponseEntity<ChangeView> propose(@RequestBody ChangingCalendars.Wish wish) {
        var id = changing.propose(wish);
        return ResponseEntity.created(URI.create("/api/v1/calendar-changes/" + id))
                .body(ChangeView.of(changing.get(id)));
    }

    @GetMapping
    PageView<ChangeView> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var problems = new ArrayList<Problem>();
        var wanted = limit(limit, problems);
        var cursor = cursor(after, problems);
        Long before = null;
        if (cursor != null) {
            try {
                before = Long.valueOf(cursor);
            } catch (NumberFormatException e) {
                problems.add(Problem.of("after", "malformed"));
            }
        }
        InvalidInput.ifAny(problems);
        var found =
                changing.list(before, wanted + 1).stream().map(ChangeView::of).toList();
        return found.size() <= wanted
                ? new PageView<>(found, null)
                : new PageView<>(
                        found.subList(0, wanted),
                        cursor(String.valueOf(found.get(wanted - 1).id())));
    }

    @GetMapping("/{id}")
    ChangeView get(@PathVariable long id) {
        return ChangeView.of(changing.get(id));
    }

    /** @param promise {@code moves} for those only whose citizens are told */
    @GetMapping("/{id}/dossiers")
    PageView<DossierView> dossiers(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String promise,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var problems = new ArrayList<Problem>();
        var wanted = limit(limit, problems);
        var cursor = cursor(after, problems);
        if (promise != null && !promise.equals("moves")) {
            problems.add(Problem.of("promise", "malformed"));
        }
        InvalidInput.ifAny(problems);
        var found = changing.affected(id, promise != null, cursor, wanted + 1).stream()
                .map(DossierView::of)
                .toList();
        return found.size() <= wanted
                ? new PageView<>(found, null)
                : new PageView<>(
                        found.subList(0, wanted), cursor(found.get(wanted - 1).dossier()));
    }

    @PostMapping("/{id}/approval")
    ChangeView approve(@PathVariable long id) {
        changing.approve(id);
        return ChangeView.of(changing.get(id));
    }

    @PostMapping("/{id}/rejection")
    ChangeView reject(@PathVariable long id) {
        changing.reject(id);
        return ChangeView.of(changing.get(id));
    }

    @PostMapping("/{id}/retry")
    ChangeView retry(@PathVariable long id) {
        changing.retry(id);
        return ChangeView.of(changing.get(id));
    }

    private static int limit(@Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            return USUAL_LIMIT;
        }
        try {
            var limit = Integer.parseInt(written);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
            problems.add(Problem.of("limit", "out-of-range", 1, LARGEST_LIMIT));
        } catch (NumberFormatException e) {
            problems.add(Problem.of("limit", "malformed"));
        }
        return USUAL_LIMIT;
    }

    private static String cursor(String last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("c" + last).getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String cursor(@Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            if (text.startsWith("c")) {
                return text.substring(1);
            }
        } catch (IllegalArgumentException e) {
            // Told below like every other cursor that is not ours.
        }
        problems.add(Problem.of("after", "malformed"));
        return null;
    }
}
