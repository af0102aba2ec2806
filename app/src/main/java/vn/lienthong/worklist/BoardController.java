package vn.lienthong.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.deadline.Standings;

/** The work of others over HTTP: counted by whatever one wants to know, and the lines behind every number. */
@RestController
@RequestMapping("/api/v1/board")
class BoardController {

    private final Board board;
    private final Standings standings;

    BoardController(Board board, Standings standings) {
        this.board = board;
        this.standings = standings;
    }

    record BoardPageView(
            List<BoardLineView> items, @Nullable String next) {}

    /**
     * @param escalation how high it was carried that the step runs late; null when nobody was called
     * @param apology what the citizen was told about a broken promise; null while it holds
     */
    record BoardLineView(
            LineView line,
            boolean mayAct,
            Standings.@Nullable OfStep escalation,
            Standings.@Nullable OfPromise apology) {}

    /** @param by {@code agency}, {@code unit}, {@code leg}, {@code officer} or {@code procedure} */
    @GetMapping
    Board.Overview overview(
            @RequestParam(defaultValue = "agency") String by,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String leg,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String procedure,
            Locale locale) {
        return board.overview(
                known("by", Dimension.ofKey(by)), new Scope(agency, unit, leg, officer, procedure), locale);
    }

    /** @param state {@code late}, {@code soon}, {@code unclaimed}, {@code open} or {@code waiting} */
    @GetMapping("/lines")
    BoardPageView lines(
            @RequestParam(defaultValue = "late") String state,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String leg,
            @RequestParam(required = false) @Nullable String officer,
            @RequestParam(required = false) @Nullable String procedure,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Locale locale) {
        Board.Page page = board.lines(
                known("state", Condition.ofKey(state)),
                new Scope(agency, unit, leg, officer, procedure),
                after,
                limit,
                locale);
        List<Line> lines = page.items().stream().map(one -> one.item().line()).toList();
        Map<String, Standings.OfStep> steps =
                standings.ofSteps(lines.stream().map(Line::taskId).toList());
        Map<String, Standings.OfPromise> promises =
                standings.ofPromises(lines.stream().map(Line::origin).distinct().toList());
        return new BoardPageView(
                page.items().stream()
                        .map(one -> new BoardLineView(
                                LineView.of(one.item()),
                                one.mayAct(),
                                steps.get(one.item().line().taskId()),
                                promises.get(one.item().line().origin())))
                        .toList(),
                page.next());
    }

    private static <T> T known(String field, Optional<T> value) {
        return value.orElseThrow(() -> new InvalidInput(Problem.of(field, "board-" + field + "-unknown")));
    }
}
