package vn.lienthong.interconnection.outbox.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.interconnection.outbox.DeadLetters;
import vn.lienthong.interconnection.outbox.Outbox;

/** Messages to other systems that no retry helps. */
@RestController
@RequestMapping("/api/v1/handovers/dead-letters")
class DeadLetterController {

    private static final int MOST = 200;

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    /**
     * @param dossier what it is about; null for the technical administrator
     * @param lastAnswer what the last try came to
     * @param behind how many wait in the same stream until it is sent or given up
     */
    record DeadLetter(
            UUID id,
            String destination,
            String kind,
            @Nullable String unit,
            @Nullable String dossier,
            Instant writtenAt,
            int attempts,
            @Nullable String lastAnswer,
            long behind) {

        static DeadLetter of(Outbox.Line line) {
            return new DeadLetter(
                    line.id(),
                    line.destination(),
                    line.kind(),
                    line.unit(),
                    line.dossier(),
                    line.writtenAt(),
                    line.attempts(),
                    line.lastAnswer(),
                    line.behind());
        }
    }

    /** @param next for {@code ?after=}; null on the last page */
    record DeadLetterList(List<DeadLetter> items, @Nullable UUID next) {}

    record AbandonRequest(@Nullable String reason) {}

    /** Newest first: those of the caller's part of the organisation, or all for a technical administrator. */
    @GetMapping
    DeadLetterList list(
            @RequestParam(required = false) @Nullable String destination,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        DeadLetters.Page page = letters.page(destination, after, limit);
        return new DeadLetterList(page.lines().stream().map(DeadLetter::of).toList(), page.next());
    }

    /** Sends it again now; what waits behind it follows. */
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable UUID id) {
        letters.again(id);
    }

    /** Gives it up; what waits behind it goes without it. */
    @PostMapping("/{id}/abandon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void abandon(@PathVariable UUID id, @RequestBody AbandonRequest request) {
        letters.abandon(id, request.reason() == null ? "" : request.reason());
    }
}
