package vn.lienthong.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.notification.Outbox;

/** What was written to applicants. */
@RestController
@RequestMapping("/api/v1")
class MessageController {

    private static final int MOST = 200;

    private final Outbox outbox;

    MessageController(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param next for {@code ?after=}; null on the last page */
    record Page(List<Outbox.Line> items, @Nullable String next) {}

    @GetMapping("/messages")
    Page list(
            @RequestParam(required = false) Outbox.@Nullable State state,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        List<Outbox.Line> found = outbox.list(state, after, limit + 1);
        boolean more = found.size() > limit;
        List<Outbox.Line> items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? Long.toString(items.get(limit - 1).id()) : null);
    }

    @GetMapping("/dossiers/{number}/messages")
    List<Outbox.Line> ofDossier(@PathVariable String number) {
        return outbox.of(new DossierNumber(number));
    }

    @PostMapping("/messages/{id}/resend")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resend(@PathVariable long id) {
        outbox.resend(id);
    }
}
