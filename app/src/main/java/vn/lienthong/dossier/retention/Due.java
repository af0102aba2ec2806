package vn.lienthong.dossier.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.procedure.Edition.Retention;
import vn.lienthong.procedure.Retentions;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/** Which dossiers' time is over: in numbers, by procedure, unit and year. */
@Component
public class Due {

    private final RetentionView view;
    private final Retentions retentions;
    private final Clock clock;

    Due(RetentionView view, Retentions retentions, Clock clock) {
        this.view = view;
        this.retentions = retentions;
        this.clock = clock;
    }

    /**
     * @param years for which they are kept, from the end of {@code year}, in which they were finished
     * @param source the schedule that says so
     * @param dossiers citizens' dossiers whose time is over, those on hold left aside
     * @param held how many more there are that are kept because somebody said so
     */
    public record Line(String procedure, String unit, int year, int years, String source, int dossiers, int held) {}

    private record Key(String procedure, String unit, int year, int years, String source) {}

    /** @param units that received them; null: all */
    @Transactional(readOnly = true)
    public List<Line> lines(@Nullable List<String> units) {
        Retentions.Known known = retentions.all();
        Map<Key, int[]> counts = new LinkedHashMap<>();
        List<RetentionView.Group> groups =
                before(known).map(day -> view.groups(day, units)).orElse(List.of());
        for (RetentionView.Group group : groups) {
            over(known, group.procedure(), group.edition(), group.parts(), group.year())
                    .ifPresent(retention -> {
                        int[] count = counts.computeIfAbsent(
                                new Key(
                                        group.procedure(),
                                        group.unit(),
                                        group.year(),
                                        years(retention),
                                        retention.source()),
                                any -> new int[2]);
                        count[0] += group.dossiers() - group.held();
                        count[1] += group.held();
                    });
        }
        return counts.entrySet().stream()
                .map(entry -> {
                    Key key = entry.getKey();
                    int[] count = entry.getValue();
                    return new Line(
                            key.procedure(), key.unit(), key.year(), key.years(), key.source(), count[0], count[1]);
                })
                .sorted(Comparator.comparing(Line::procedure)
                        .thenComparing(Line::unit)
                        .thenComparing(Line::year))
                .toList();
    }

    /** Nothing that was finished then or later is due; empty when everything is kept for ever. */
    Optional<Instant> before(Retentions.Known known) {
        return known.overBefore(today())
                .map(day -> day.atStartOfDay(EngineClock.ZONE).toInstant());
    }

    /**
     * By which rule the time of such a dossier is over: the longest of its own and those of its agencies' parts. Empty while it is
     * kept, and for ever when an edition is not known any more.
     */
    Optional<Retention> over(Retentions.Known known, String procedure, String edition, List<String> parts, int year) {
        Optional<Retention> longest = known.of(new ProcessRef(procedure, edition));
        for (String part : parts) {
            int slash = part.lastIndexOf('/');
            Optional<Retention> own = known.of(new ProcessRef(part.substring(0, slash), part.substring(slash + 1)));
            longest = longest.flatMap(so -> own.map(so::orLonger));
        }
        return longest.filter(retention -> retention
                .overBefore(today())
                .filter(day -> year < day.getYear())
                .isPresent());
    }

    static int years(Retention retention) {
        return retention.years() == null ? 0 : retention.years();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);
    }
}
