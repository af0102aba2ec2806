package vn.lienthong.interconnection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** Hand-overs between agencies over HTTP. */
@RestController
@RequestMapping("/api/v1/handovers")
class HandoverController {

    private static final int MOST = 200;

    private final Handovers handovers;

    HandoverController(Handovers handovers) {
        this.handovers = handovers;
    }

    record Page(List<Handover> items, @Nullable String next) {}

    /** Hand-overs from or to the caller's units, the longest waiting first. */
    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable HandoverState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new InvalidInput(Problem.of("limit", "out-of-range", 1, MOST));
        }
        After cursor = After.parse(after);
        List<Handover> found = handovers.page(
                state == null ? EnumSet.allOf(HandoverState.class) : EnumSet.of(state),
                cursor.at(),
                cursor.id(),
                limit + 1);
        boolean more = found.size() > limit;
        List<Handover> items = more ? found.subList(0, limit) : found;
        return new Page(items, more ? After.of(items.get(limit - 1)) : null);
    }

    @PostMapping("/{id}/retry")
    Handover retry(@PathVariable UUID id) {
        return handovers.again(id);
    }

    @PostMapping("/{id}/take-back")
    Handover takeBack(@PathVariable UUID id) {
        return handovers.takeBack(id);
    }

    private record After(@Nullable Instant at, @Nullable UUID id) {

        static After parse(@Nullable String cursor) {
            if (cursor == null) {
                return new After(null, null);
            }
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int space = text.indexOf(' ');
                return new After(Instant.parse(text.substring(0, space)), UUID.fromString(text.substring(space + 1)));
            } catch (RuntimeException tampered) {
                throw new InvalidInput(Problem.of("after", "malformed"));
            }
        }

        static String of(Handover last) {
            String text = last.sentAt() + " " + last.id();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
