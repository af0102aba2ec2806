package vn.lienthong.worklist.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.lienthong.deadline.ChangingLadder;
import vn.lienthong.deadline.EscalationBoard;
import vn.lienthong.deadline.Extending;
import vn.lienthong.deadline.Letters;
import vn.lienthong.worklist.Blockages;
import vn.lienthong.worklist.Board;
import vn.lienthong.worklist.Condition;
import vn.lienthong.worklist.Dimension;
import vn.lienthong.worklist.Scope;

/** What a supervisor has to know before the meeting: what is late, about to be or stuck, where, and who was called. */
@Controller
class BoardPage {

    private static final int LEVELS = 4;
    private static final int SHOWN = 10;
    private static final int CALLED = 4;

    private final Board board;
    private final BoardRows rows;
    private final BoardChips chips;
    private final EscalationBoard escalations;
    private final CalledRows called;
    private final Letters letters;
    private final Extending extending;
    private final ChangingLadder changing;
    private final Blockages blockages;

    BoardPage(
            Board board,
            BoardRows rows,
            BoardChips chips,
            EscalationBoard escalations,
            CalledRows called,
            Letters letters,
            Extending extending,
            ChangingLadder changing,
            Blockages blockages) {
        this.board = board;
        this.rows = rows;
        this.chips = chips;
        this.escalations = escalations;
        this.called = called;
        this.letters = letters;
        this.extending = extending;
        this.changing = changing;
        this.blockages = blockages;
    }

    /** Everything that climbed to a level and nobody has explained. */
    record Level(int level, List<CalledRows.Called> called, boolean more) {}

    record Tab(String key, String href, boolean current) {}

    /** A number that leads to its lines. */
    record Tile(String key, String state, int number, String href) {}

    /** @param within the address of the board of this share alone */
    record Bar(String name, String within, String href, List<Tile> numbers, int percent) {}

    @GetMapping("/board")
    String show(BoardAddress asked, Model model, Locale locale) {
        Scope scope = asked.scope();
        Dimension by = asked.dimension();
        Board.Overview overview = board.overview(by, scope, locale);
        List<Level> levels = levels(locale);
        model.addAttribute("tiles", tiles(overview.total(), scope));
        model.addAttribute("tabs", tabs(by, scope));
        model.addAttribute("by", by.key());
        model.addAttribute("bars", bars(overview, by, scope));
        model.addAttribute("chips", chips.of(scope, without -> BoardAddress.board(by, without), locale));
        model.addAttribute(
                "late",
                rows.of(board.lines(Condition.LATE, scope, null, SHOWN, locale).items(), locale));
        model.addAttribute(
                "soon",
                rows.of(board.lines(Condition.SOON, scope, null, SHOWN, locale).items(), locale));
        model.addAttribute("allLate", BoardAddress.lines(Condition.LATE, scope, null));
        model.addAttribute("allSoon", BoardAddress.lines(Condition.SOON, scope, null));
        model.addAttribute("blocked", blockages.count());
        model.addAttribute("levels", levels);
        model.addAttribute(
                "none", levels.stream().allMatch(level -> level.called().isEmpty()));
        model.addAttribute("ladders", !changing.agencies().isEmpty());
        model.addAttribute("owed", letters.countOwed());
        model.addAttribute("letters", letters.countOpen() + extending.countOpen());
        return "worklist/board";
    }

    private List<Level> levels(Locale locale) {
        List<Level> levels = new ArrayList<>();
        for (int level = LEVELS; level >= 1; level--) {
            EscalationBoard.Page page = escalations.open(level, null, CALLED, locale);
            levels.add(new Level(level, called.of(page.items()), page.next() != null));
        }
        return levels;
    }

    private static List<Tab> tabs(Dimension current, Scope scope) {
        return Arrays.stream(Dimension.values())
                .map(dimension -> new Tab(dimension.key(), BoardAddress.board(dimension, scope), dimension == current))
                .toList();
    }

    private static List<Tile> tiles(Board.Numbers numbers, Scope scope) {
        return Arrays.stream(Condition.values())
                .map(condition -> new Tile(
                        condition.key(),
                        state(condition),
                        numbers.of(condition),
                        BoardAddress.lines(condition, scope, null)))
                .toList();
    }

    private static String state(Condition condition) {
        return switch (condition) {
            case LATE -> "late";
            case SOON, UNCLAIMED -> "due-soon";
            case OPEN -> "running";
            case WAITING -> "paused";
        };
    }

    /** The bar is what is late against what is open: a large unit is not worse for being large. */
    private static List<Bar> bars(Board.Overview overview, Dimension by, Scope scope) {
        return overview.shares().stream()
                .map(share -> {
                    Scope own = scope.with(by, share.key());
                    Board.Numbers numbers = share.numbers();
                    return new Bar(
                            share.name(),
                            share.within(),
                            BoardAddress.board(next(by), own),
                            tiles(numbers, own),
                            numbers.open() == 0 ? 0 : 100 * numbers.late() / numbers.open());
                })
                .toList();
    }

    /** What one asks next of a part of the work. */
    private static Dimension next(Dimension by) {
        return switch (by) {
            case AGENCY -> Dimension.UNIT;
            case OFFICER -> Dimension.PROCEDURE;
            case UNIT, LEG, PROCEDURE -> Dimension.OFFICER;
        };
    }
}
