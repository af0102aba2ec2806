package vn.lienthong.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.DueDates;

/** The clocks of a citizen's dossier: the promise, what each agency owes, and what is open at its own steps. */
final class Family {

    /** Of a dossier without clocks. */
    static final Family NONE = new Family(List.of());

    private final @Nullable Stopwatch whole;
    private final Map<String, Stopwatch> legs = new LinkedHashMap<>();
    private final List<Stopwatch> steps = new ArrayList<>();

    Family(List<Stopwatch> watches) {
        Stopwatch found = null;
        for (var watch : watches) {
            switch (watch.level()) {
                case DOSSIER -> found = watch;
                case LEG -> legs.put(String.valueOf(watch.leg()), watch);
                case STEP -> steps.add(watch);
            }
        }
        this.whole = found;
    }

    Optional<Stopwatch> whole() {
        return Optional.ofNullable(whole);
    }

    Optional<Stopwatch> leg(@Nullable String leg) {
        return leg == null ? Optional.empty() : Optional.ofNullable(legs.get(leg));
    }

    List<Stopwatch> legs() {
        return List.copyOf(legs.values());
    }

    List<Stopwatch> steps() {
        return steps;
    }

    /** The dates of all legs as they follow from the ledgers, what was added in this transaction included. */
    Composition composition(Instant receivedAt) {
        return new Composition(
                receivedAt,
                legs.values().stream()
                        .map(leg -> {
                            var budget = leg.budget();
                            if (budget == null) {
                                throw new IllegalStateException("leg " + leg.key() + " owes nothing");
                            }
                            return new Composition.Part(
                                    String.valueOf(leg.leg()), leg.after(), leg.calendar(), budget, leg.course());
                        })
                        .toList());
    }

    /** What the citizen is promised: the latest leg's promise, and what was granted beyond it. */
    static Due promise(Stopwatch whole, Composition composition) {
        if (whole.budget() != null) {
            return whole.computed();
        }
        var course = whole.course();
        var latest = composition.whole().orElseThrow();
        if (course.extensions().isEmpty()) {
            return latest;
        }
        // The legs have taken out what was paused on the way to their own dates.
        var later = course.pauses().stream()
                .filter(pause -> !pause.from().isBefore(latest.dueAt()))
                .toList();
        var extended = DueDates.extend(whole.calendar(), latest.dueAt(), course.extensions(), later);
        var lines = new ArrayList<>(latest.lines());
        lines.addAll(extended.lines());
        return new Due(extended.dueAt(), latest.provisional() || extended.provisional(), lines);
    }
}
