package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;

/** The lists of open work, for whoever asks and no further than that officer's rights. */
@Component
@Transactional(readOnly = true)
public class Worklist {

    public static final int LONGEST_PAGE = 200;

    private final QueueView view;
    private final LineMapper lines;
    private final Reach reach;
    private final Describing describing;
    private final Marking marking;
    private final CurrentCaller callers;
    private final Clock clock;

    Worklist(
            QueueView view,
            LineMapper lines,
            Reach reach,
            Describing describing,
            Marking marking,
            CurrentCaller callers,
            Clock clock) {
        this.view = view;
        this.lines = lines;
        this.reach = reach;
        this.describing = describing;
        this.marking = marking;
        this.callers = callers;
        this.clock = clock;
    }

    /** @param procedure only this procedure's; null for any */
    public Page page(Queue queue, @Nullable String procedure, @Nullable String after, int limit, Locale locale) {
        return page(Filter.of(queue).with("procedure", procedure), after, limit, locale);
    }

    /**
     * Some lines of a queue.
     *
     * @param after where an earlier page of the same list ended
     * @param limit lines wanted, 1 or more; {@link #LONGEST_PAGE} at most are given
     */
    public Page page(Filter filter, @Nullable String after, int limit, Locale locale) {
        if (limit < 1) {
            throw new InvalidInput(Problem.of("limit", "too-small", 1));
        }
        int size = Math.min(limit, LONGEST_PAGE);
        String list = filter.parameters().toString();
        Cursor place = after == null || after.isEmpty() ? null : Cursor.read(after, list);
        Instant now = clock.instant();
        Caller caller = callers.get();
        List<Line> found = view.page(reach.request(caller, filter, now, place, size + 1));
        boolean more = found.size() > size;
        List<Line> shown = more ? found.subList(0, size) : found;
        return new Page(
                describing.all(shown, marking.of(caller, shown), now, locale),
                more ? Cursor.after(shown.get(size - 1), filter.order()).write(list) : null);
    }

    /** How many lines a list has; {@link Counts#MOST} stands for so many or more. */
    public int count(Filter filter) {
        return view.count(reach.request(callers.get(), filter, clock.instant(), null, Counts.MOST));
    }

    /** The line that comes after another one in a list, or the first when the other one is no longer open. */
    public Optional<String> next(Filter filter, @Nullable String taskId) {
        Line here = taskId == null ? null : lines.find(taskId);
        Cursor place = here == null ? null : Cursor.after(here, filter.order());
        return view.page(reach.request(callers.get(), filter, clock.instant(), place, 1)).stream()
                .findFirst()
                .map(Line::taskId);
    }

    /** Codes of the units whose work the caller's lists may hold. */
    public List<String> units() {
        return reach.units(callers.get());
    }

    /** Usernames of those who work where the caller does, the caller among them. */
    public List<String> colleagues() {
        return reach.colleagues(callers.get());
    }

    /** How much there is in each queue. */
    public Counts counts() {
        return view.counts(reach.request(callers.get(), Filter.of(Queue.TEAM), clock.instant(), null, Counts.MOST));
    }

    /** What is open in a dossier and its legs, as far as the caller may see the steps. */
    public List<Item> ofDossier(String origin, Locale locale) {
        Caller caller = callers.get();
        List<Line> visible = lines.ofOrigin(origin).stream()
                .filter(line -> reach.sees(caller, line.duty(), line.unit()) || reach.watches(caller, line.home()))
                .toList();
        return describing.all(visible, marking.of(caller, visible), clock.instant(), locale);
    }

    /**
     * A piece of a queue.
     *
     * @param next where the next page goes on; null when this was the last
     */
    public record Page(List<Item> items, @Nullable String next) {}
}
