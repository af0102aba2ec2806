package vn.lienthong.deadline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** The supervisor's board over HTTP. */
@RestController
@RequestMapping("/api/v1/escalations")
class EscalationController {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    private final EscalationBoard board;
    private final Organisation organisation;

    EscalationController(EscalationBoard board, Organisation organisation) {
        this.board = board;
        this.organisation = organisation;
    }

    record PageView(
            List<EscalationBoard.EscalationView> items,
            @Nullable String next) {}

    record AcknowledgeRequest(
            @Nullable String explanation, @Nullable String reasonCode) {}

    @GetMapping
    PageView list(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit,
            Locale locale) {
        var problems = new ArrayList<Problem>();
        var wantedLevel = number("level", level, 1, 9, problems);
        var wantedState = state(state, problems);
        var before = cursor(after, problems);
        var wantedLimit = number("limit", limit, 1, LARGEST_LIMIT, problems);
        if (unit != null && organisation.find(unit).isEmpty()) {
            problems.add(Problem.of("unit", "unit-unknown"));
        }
        InvalidInput.ifAny(problems);
        var page = board.list(
                wantedLevel, unit, wantedState, before, wantedLimit == null ? USUAL_LIMIT : wantedLimit, locale);
        return new PageView(page.items(), page.next() == null ? null : cursor(page.next()));
    }

    @PostMapping("/{id}/acknowledge")
    EscalationBoard.EscalationView acknowledge(
            @PathVariable long id, @RequestBody AcknowledgeRequest request, Locale locale) {
        return board.acknowledge(id, request.explanation(), request.reasonCode(), locale);
    }

    private static @Nullable Integer number(
            String field, @Nullable String written, int least, int most, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var number = Integer.parseInt(written);
            if (number >= least && number <= most) {
                return number;
            }
            problems.add(Problem.of(field, "out-of-range", least, most));
        } catch (NumberFormatException e) {
            problems.add(Problem.of(field, "malformed"));
        }
        return null;
    }

    private static Escalation.@Nullable State state(@Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            return null;
        }
        for (var state : Escalation.State.values()) {
            if (state.name().equalsIgnoreCase(written)) {
                return state;
            }
        }
        problems.add(Problem.of("state", "escalation-state-unknown"));
        return null;
    }

    private static String cursor(long id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("e" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private static @Nullable Long cursor(@Nullable String written, List<Problem> problems) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.US_ASCII);
            if (text.startsWith("e")) {
                return Long.parseLong(text.substring(1));
            }
        } catch (IllegalArgumentException e) {
            // Told below like every other cursor that is not ours.
        }
        problems.add(Problem.of("after", "malformed"));
        return null;
    }
}
