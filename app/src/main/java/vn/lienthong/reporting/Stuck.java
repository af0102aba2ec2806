package vn.lienthong.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Access;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.ProcessRef;
import vn.lienthong.worklist.Blockages;
import vn.lienthong.worklist.Board;

/**
 * What stands still although no open step is to blame: a hand-over that nobody acknowledged, a running clock without a step
 * below it, a message that does not get out.
 */
@Component
@Transactional(readOnly = true)
public class Stuck implements Blockages {

    /** So long something may take without being stuck; working time of the caller's first unit. */
    static final Duration PATIENCE = Duration.ofHours(4);

    /** What can stand still. Addresses and the API write the {@link #key()}. */
    public enum Kind {
        HANDOVER,
        CLOCK,
        MESSAGE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String getKey() {
            return key();
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * @param dossier the citizen's dossier
     * @param legName empty for a message
     * @param unitName whose move it is
     */
    public record Standstill(Kind kind, String id, String dossier, String legName, String unitName, Instant since) {}

    /** @param next where the next page goes on; null when this was the last */
    public record Page(List<Standstill> items, @Nullable String next) {}

    private final StuckView view;
    private final Access access;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Catalogue catalogue;
    private final CurrentCaller callers;
    private final Board board;
    private final Clock clock;

    Stuck(
            StuckView view,
            Access access,
            Organisation organisation,
            Calendars calendars,
            Catalogue catalogue,
            CurrentCaller callers,
            Board board,
            Clock clock) {
        this.view = view;
        this.access = access;
        this.organisation = organisation;
        this.calendars = calendars;
        this.catalogue = catalogue;
        this.callers = callers;
        this.board = board;
        this.clock = clock;
    }

    @Override
    public int count() {
        return counts().values().stream().mapToInt(Integer::intValue).sum();
    }

    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
        String[] units = units();
        view.counts(units, before(units)).forEach(row -> counts.put(Kind.valueOf(row.kind()), row.count()));
        return counts;
    }

    /** The longest first. */
    public Page page(@Nullable Kind kind, @Nullable String after, int limit, Locale locale) {
        String[] units = units();
        Place place = Place.read(after);
        List<StuckView.Row> found = view.page(
                units,
                before(units),
                kind == null ? null : kind.name(),
                place == null ? null : place.since(),
                place == null ? null : place.id(),
                limit + 1);
        List<StuckView.Row> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                shown.stream().map(row -> standstill(row, locale)).toList(),
                found.size() > limit ? Place.of(shown.get(shown.size() - 1)).written() : null);
    }

    private Standstill standstill(StuckView.Row row, Locale locale) {
        return new Standstill(
                Kind.valueOf(row.kind()),
                row.id(),
                row.dossier(),
                row.leg().isEmpty()
                        ? ""
                        : catalogue
                                .procedure(new ProcessRef(row.procedure(), row.edition()))
                                .nameOfLeg(row.leg(), locale),
                organisation.find(row.unit()).map(unit -> unit.name(locale)).orElse(row.unit()),
                row.since());
    }

    private String[] units() {
        if (!board.isCallers()) {
            throw new Forbidden("no-board");
        }
        return access.unitsOf(callers.get()).toArray(String[]::new);
    }

    private Instant before(String[] units) {
        Instant now = clock.instant();
        return units.length == 0 ? now : calendars.ofUnit(units[0]).minusWorkingTime(now, PATIENCE);
    }

    private record Place(Instant since, String id) {

        static Place of(StuckView.Row row) {
            return new Place(row.since(), row.id());
        }

        static @Nullable Place read(@Nullable String written) {
            if (written == null || written.isBlank()) {
                return null;
            }
            int end = written.indexOf('_');
            try {
                return new Place(Instant.parse(written.substring(0, Math.max(0, end))), written.substring(end + 1));
            } catch (DateTimeParseException e) {
                throw new InvalidInput(Problem.of("after", "cursor-unknown"));
            }
        }

        String written() {
            return since + "_" + id;
        }
    }
}
