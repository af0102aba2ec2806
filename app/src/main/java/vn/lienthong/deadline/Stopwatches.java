package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.command.InHand;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;

/**
 * The clocks that the current transaction works on. Read once, changed in memory, written together before the commit, each
 * with the moment at which its next rung is told.
 *
 * <p>Whoever works on clocks holds their dossier first, and that holds the citizen's dossier above it: two of them wait for
 * each other instead of dead-locking.
 */
@Component
class Stopwatches {

    private final ClockMapper mapper;
    private final InHand<Desk> inHand = new InHand<>(Desk::new);
    private final Dossiers dossiers;
    private final Calendars calendars;
    private final Ladders ladders;

    Stopwatches(ClockMapper mapper, Dossiers dossiers, Calendars calendars, Ladders ladders) {
        this.mapper = mapper;
        this.dossiers = dossiers;
        this.calendars = calendars;
        this.ladders = ladders;
    }

    /** Takes in a clock that was just made. */
    void add(ClockRow row, Consumer<Stopwatch> begin) {
        var watch = new Stopwatch(row, calendars.of(row.calendar()), List.of(), true);
        begin.accept(watch);
        inHand.get().watches.put(watch.key(), watch);
    }

    /** One clock without what its ledger says: enough to stop it. */
    @Nullable Stopwatch find(String key) {
        var known = inHand.get().watches.get(key);
        if (known != null) {
            return known;
        }
        var row = mapper.lock(key);
        if (row == null) {
            return null;
        }
        var watch = new Stopwatch(row, calendars.of(row.calendar()), List.of(), false);
        inHand.get().watches.put(key, watch);
        return watch;
    }

    /** The clocks of a citizen's dossier, of its legs and of its own open steps. */
    Family family(String dossier) {
        hold(dossier);
        return new Family(withLedgers(mapper.lockFamily(dossier)));
    }

    List<Stopwatch> openSteps(String dossier) {
        hold(dossier);
        return withLedgers(mapper.lockSteps(dossier));
    }

    /** The clocks of citizens' dossiers that are held already, by dossier: those of its legs and of its own open steps too. */
    Map<String, List<Stopwatch>> families(List<DossierNumber> held) {
        if (held.isEmpty()) {
            return Map.of();
        }
        write();
        return byDossier(withLedgers(
                mapper.lockFamilies(held.stream().map(DossierNumber::value).toList())));
    }

    /** The clocks of open steps of dossiers that are held already, by dossier. */
    Map<String, List<Stopwatch>> openSteps(Collection<String> held) {
        if (held.isEmpty()) {
            return Map.of();
        }
        write();
        return byDossier(withLedgers(mapper.lockStepsOf(List.copyOf(held))));
    }

    /**
     * All clocks below citizens' dossiers that are not stopped, and what their dates are composed of; to look at in other
     * calendars and not to change.
     */
    Map<String, List<Stopwatch>> lookThrough(List<String> roots, Function<String, WorkingCalendar> others) {
        return read(mapper.below(roots), others).stream()
                .collect(Collectors.groupingBy(Stopwatch::root, LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<String, List<Stopwatch>> byDossier(List<Stopwatch> watches) {
        return watches.stream()
                .collect(Collectors.groupingBy(Stopwatch::dossier, LinkedHashMap::new, Collectors.toList()));
    }

    /** Those of dossiers that are held already which have something to tell. */
    List<Stopwatch> due(List<DossierNumber> held, Instant now) {
        if (held.isEmpty()) {
            return List.of();
        }
        write();
        return withLedgers(
                mapper.lockDue(held.stream().map(DossierNumber::value).toList(), now));
    }

    /** The clocks of a citizen's dossier and of its legs, to look at and not to change. */
    Family look(String dossier) {
        return look(List.of(dossier)).getOrDefault(dossier, Family.NONE);
    }

    /** The same of many, by dossier. */
    Map<String, Family> look(List<String> dossiers) {
        inHand.write();
        return read(mapper.families(dossiers)).stream()
                .collect(Collectors.groupingBy(
                        Stopwatch::dossier, Collectors.collectingAndThen(Collectors.toList(), Family::new)));
    }

    /** What was promised, by dossier, to look at and not to change. */
    Map<String, Stopwatch> promises(Collection<String> dossiers) {
        inHand.write();
        return dossiers.isEmpty()
                ? Map.of()
                : read(mapper.promises(List.copyOf(dossiers))).stream()
                        .collect(Collectors.toMap(Stopwatch::dossier, Function.identity()));
    }

    /** A rung may move although its clock did not change; of those that did it is found out when they are written. */
    void review(Collection<Stopwatch> clocks) {
        clocks.stream().filter(watch -> !watch.isChanged()).forEach(this::review);
    }

    private void review(Stopwatch watch) {
        watch.nextRung(ladders.nextOn(watch));
    }

    /** Writes what is pending, so that queries in this transaction see it. */
    void write() {
        inHand.write();
    }

    private void hold(String dossier) {
        dossiers.current(new DossierNumber(dossier));
        write();
    }

    private List<Stopwatch> withLedgers(List<ClockRow> rows) {
        var watches = read(rows);
        watches.forEach(watch -> inHand.get().watches.put(watch.key(), watch));
        return watches;
    }

    private List<Stopwatch> read(List<ClockRow> rows) {
        return read(rows, calendars::of);
    }

    private List<Stopwatch> read(List<ClockRow> rows, Function<String, WorkingCalendar> known) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ledgers = mapper.ledgers(rows.stream().map(ClockRow::key).toList()).stream()
                .collect(Collectors.groupingBy(Entry::clock));
        return rows.stream()
                .map(row -> new Stopwatch(
                        row, known.apply(row.calendar()), ledgers.getOrDefault(row.key(), List.of()), false))
                .toList();
    }

    private final class Desk implements InHand.Pending {

        private final Map<String, Stopwatch> watches = new LinkedHashMap<>();

        @Override
        public void write() {
            var changed = watches.values().stream().filter(Stopwatch::isChanged).toList();
            if (changed.isEmpty()) {
                return;
            }
            changed.forEach(Stopwatches.this::review);
            var fresh = changed.stream()
                    .filter(Stopwatch::isFresh)
                    .map(Stopwatch::row)
                    .toList();
            if (!fresh.isEmpty()) {
                mapper.insert(fresh);
            }
            var entries =
                    changed.stream().flatMap(watch -> watch.added().stream()).toList();
            if (!entries.isEmpty()) {
                mapper.insertEntries(entries);
            }
            var known = changed.stream()
                    .filter(watch -> !watch.isFresh())
                    .map(Stopwatch::row)
                    .toList();
            if (!known.isEmpty()) {
                mapper.update(known);
            }
            changed.forEach(Stopwatch::written);
        }
    }
}
