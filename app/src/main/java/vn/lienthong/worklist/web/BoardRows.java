package vn.lienthong.worklist.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.deadline.Standings;
import vn.lienthong.worklist.Board;
import vn.lienthong.worklist.Item;
import vn.lienthong.worklist.Line;

/** Lines of the board as a table shows them, with how far things went about each. */
@Component
class BoardRows {

    /**
     * @param who the officer, and whose place that officer takes; empty when nobody has it
     * @param mayAct whether the caller can do something about it but look
     * @param step how far it was carried that the step runs late; null when nobody was called
     * @param promise what the citizen was told about a promise that is broken; null while it holds
     */
    record BoardRow(
            Rows.Row line,
            String who,
            boolean mayOpen,
            boolean mayAct,
            int priority,
            Standings.@Nullable OfStep step,
            Standings.@Nullable OfPromise promise) {}

    private final Rows rows;
    private final Standings standings;
    private final MessageSource messages;

    BoardRows(Rows rows, Standings standings, MessageSource messages) {
        this.rows = rows;
        this.standings = standings;
        this.messages = messages;
    }

    List<BoardRow> of(List<Board.Overseen> found, Locale locale) {
        List<Line> lines = found.stream().map(one -> one.item().line()).toList();
        Map<String, Standings.OfStep> steps =
                standings.ofSteps(lines.stream().map(Line::taskId).toList());
        Map<String, Standings.OfPromise> promises =
                standings.ofPromises(lines.stream().map(Line::origin).distinct().toList());
        return found.stream()
                .map(one -> new BoardRow(
                        rows.of(one.item()),
                        who(one.item(), locale),
                        one.mayOpen(),
                        one.mayAct() && one.item().line().state() == Line.State.OPEN,
                        one.item().line().priority(),
                        steps.get(one.item().line().taskId()),
                        promises.get(one.item().line().origin())))
                .toList();
    }

    private String who(Item item, Locale locale) {
        String name = item.assigneeName();
        String principal = item.forName();
        if (name == null || principal == null) {
            return name == null ? "" : name;
        }
        return messages.getMessage("worklist.board.for", new Object[] {name, principal}, locale);
    }
}
