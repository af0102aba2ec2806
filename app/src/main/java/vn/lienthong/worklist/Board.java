package vn.lienthong.worklist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.ProcessRef;

/**
 * The work of others for who answers for it: how much of it is late, about to be late or lies there untaken, by whatever
 * the reader wants to know, and the lines behind every number.
 */
@Component
@Transactional(readOnly = true)
public class Board {

    /** How long a step may lie before it counts as untaken; working time of the unit that owes it. */
    public static final Duration LONG_UNCLAIMED = Duration.ofHours(8);

    private static final String NO_UNIT = "";

    private final BoardView view;
    private final Reach reach;
    private final Describing describing;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Catalogue catalogue;
    private final CurrentCaller callers;
    private final Clock clock;

    Board(
            BoardView view,
            Reach reach,
            Describing describing,
            Organisation organisation,
            Calendars calendars,
            Catalogue catalogue,
            CurrentCaller callers,
            Clock clock) {
        this.view = view;
        this.reach = reach;
        this.describing = describing;
        this.organisation = organisation;
        this.calendars = calendars;
        this.catalogue = catalogue;
        this.callers = callers;
        this.clock = clock;
    }

    /** So many lines meet each condition; a line that is late and untaken is in both. */
    public record Numbers(int late, int soon, int unclaimed, int open, int waiting) {

        static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);

        Numbers plus(Numbers other) {
            return new Numbers(
                    late + other.late,
                    soon + other.soon,
                    unclaimed + other.unclaimed,
                    open + other.open,
                    waiting + other.waiting);
        }

        public int of(Condition condition) {
            return switch (condition) {
                case LATE -> late;
                case SOON -> soon;
                case UNCLAIMED -> unclaimed;
                case OPEN -> open;
                case WAITING -> waiting;
            };
        }
    }

    /**
     * @param key the value of the dimension, as in {@link Scope}
     * @param within what the reader needs to tell two of the same name apart: the agency of a unit, the procedure of a leg
     */
    public record Share(String key, String name, String within, Numbers numbers) {}

    /** @param shares what is late most first; their numbers add up to the total */
    public record Overview(Numbers total, List<Share> shares) {}

    /** Whether the caller oversees anybody, and so has a board. */
    public boolean isCallers() {
        return !reach.overseen(callers.get()).isEmpty();
    }

    /** @throws Forbidden when the caller oversees nobody */
    public Overview overview(Dimension dimension, Scope scope, Locale locale) {
        Map<String, Share> shares = new LinkedHashMap<>();
        Numbers total = Numbers.NONE;
        for (BoardView.Group group : view.groups(request(scope), dimension)) {
            Share share = share(dimension, group, locale);
            shares.merge(
                    share.key(),
                    share,
                    (a, b) ->
                            new Share(a.key(), a.name(), a.within(), a.numbers().plus(b.numbers())));
            total = total.plus(share.numbers());
        }
        return new Overview(
                total,
                shares.values().stream()
                        .sorted(Comparator.comparing(Share::numbers, worst()).thenComparing(Share::name))
                        .toList());
    }

    /**
     * Lines that meet a condition, the longest overdue first.
     *
     * @param after where an earlier page ended
     * @throws Forbidden when the caller oversees nobody
     */
    public Page lines(Condition condition, Scope scope, @Nullable String after, int limit, Locale locale) {
        if (limit < 1) {
            throw new InvalidInput(Problem.of("limit", "too-small", 1));
        }
        int size = Math.min(limit, Worklist.LONGEST_PAGE);
        String list = "board|" + condition.key() + "|" + scope;
        Cursor place = after == null || after.isEmpty() ? null : Cursor.read(after, list);
        List<Line> found = view.page(request(scope), condition, place, size + 1);
        List<Line> shown = found.size() > size ? found.subList(0, size) : found;
        Caller caller = callers.get();
        return new Page(
                describing.all(shown, clock.instant(), locale).stream()
                        .map(item -> overseen(item, caller))
                        .toList(),
                found.size() > size
                        ? Cursor.after(shown.get(size - 1), Order.DUE).write(list)
                        : null);
    }

    /**
     * A line of the board.
     *
     * @param mayOpen whether the caller may look at the step itself; an inspector sees dossiers only
     * @param mayAct whether the caller may hand it on, take it back and so on; the steps of other agencies can only be seen
     */
    public record Overseen(Item item, boolean mayOpen, boolean mayAct) {}

    /** @param next where the next page goes on; null when this was the last */
    public record Page(List<Overseen> items, @Nullable String next) {}

    private Overseen overseen(Item item, Caller caller) {
        Line line = item.line();
        boolean sees = reach.sees(caller, line.duty(), line.unit()) || reach.watches(caller, line.home());
        return new Overseen(item, sees, reach.manages(caller, line.unit()));
    }

    private static Comparator<Numbers> worst() {
        return Comparator.comparingInt(Numbers::late)
                .thenComparingInt(Numbers::soon)
                .thenComparingInt(Numbers::unclaimed)
                .thenComparingInt(Numbers::open)
                .reversed();
    }

    private BoardView.Request request(Scope scope) {
        Caller caller = callers.get();
        List<String> below = reach.overseen(caller);
        if (below.isEmpty()) {
            throw new Forbidden("no-board");
        }
        Instant now = clock.instant();
        List<Unit> units = organisation.all();
        String usual = commonestCalendar(units);
        Limits limits = limits(calendars.of(usual), now);
        Map<String, Limits> others = new HashMap<>();
        Map<String, Object> elsewhere = units.stream()
                .filter(unit -> !unit.calendar().equals(usual))
                .collect(Collectors.toMap(
                        Unit::code,
                        unit -> others.computeIfAbsent(unit.calendar(), key -> limits(calendars.of(key), now))
                                .written()));
        String agency = scope.agency();
        return new BoardView.Request(
                below.toArray(String[]::new),
                reach.watched(caller).toArray(String[]::new),
                now,
                limits.soon(),
                limits.stale(),
                elsewhere,
                scope,
                agency == null
                        ? null
                        : units.stream()
                                .map(Unit::code)
                                .filter(unit -> organisation.agencyOf(unit).equals(agency))
                                .toArray(String[]::new));
    }

    /** Most units keep one calendar, so a query asks only a few of them for another. */
    private static String commonestCalendar(List<Unit> units) {
        return units.stream().collect(Collectors.groupingBy(Unit::calendar, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private record Limits(Instant soon, Instant stale) {

        Map<String, String> written() {
            return Map.of("soon", soon.toString(), "stale", stale.toString());
        }
    }

    private static Limits limits(WorkingCalendar calendar, Instant now) {
        return new Limits(Reach.soonUntil(calendar, now), calendar.minusWorkingTime(now, LONG_UNCLAIMED));
    }

    private Share share(Dimension dimension, BoardView.Group group, Locale locale) {
        Numbers numbers = new Numbers(group.late(), group.soon(), group.unclaimed(), group.open(), group.waiting());
        String key = group.key();
        return switch (dimension) {
            case AGENCY -> {
                Unit agency = organisation.agency(key);
                yield new Share(agency.code(), agency.name(locale), NO_UNIT, numbers);
            }
            case UNIT ->
                new Share(
                        key,
                        organisation.unit(key).name(locale),
                        organisation.agency(key).name(locale),
                        numbers);
            case LEG -> {
                ProcessRef process = new ProcessRef(key.substring(0, key.indexOf('/')), group.edition());
                yield new Share(
                        key,
                        describing.leg(process, key.substring(key.indexOf('/') + 1), locale),
                        catalogue.edition(process).names().in(locale),
                        numbers);
            }
            case OFFICER ->
                new Share(
                        key,
                        key.equals(Scope.NOBODY) ? "" : describing.fullName(key),
                        key.equals(Scope.NOBODY)
                                ? NO_UNIT
                                : organisation.unit(group.unit()).name(locale),
                        numbers);
            case PROCEDURE ->
                new Share(
                        key,
                        catalogue
                                .edition(new ProcessRef(key, group.edition()))
                                .names()
                                .in(locale),
                        NO_UNIT,
                        numbers);
        };
    }
}
