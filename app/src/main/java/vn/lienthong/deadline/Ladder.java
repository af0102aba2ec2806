package vn.lienthong.deadline;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who hears when of clocks that run out. Rungs of a level, in the order in which they were written. */
final class Ladder {

    /**
     * A rung on a certain clock.
     *
     * @param reachedAt when the clock is there
     * @param toldAt when somebody hears of it: never at night, but at the next opening
     */
    record Step(Rung rung, Instant reachedAt, Instant toldAt) {}

    private final Map<Level, List<Rung>> rungs;

    Ladder(List<Rung> rungs) {
        this.rungs = rungs.stream()
                .collect(Collectors.groupingBy(Rung::of, () -> new EnumMap<>(Level.class), Collectors.toList()));
    }

    /** This ladder, but the levels that an edition has rungs for are climbed on those. */
    Ladder overridden(List<Rung> byEdition) {
        var own = new Ladder(byEdition);
        var merged = new Ladder(List.of());
        merged.rungs.putAll(rungs);
        merged.rungs.putAll(own.rungs);
        return merged;
    }

    /** What is still ahead of a clock, in the order in which it is told. */
    List<Step> ahead(Level level, When.Run run, Collection<String> reached) {
        return rungs.getOrDefault(level, List.of()).stream()
                .filter(rung -> !reached.contains(rung.id()))
                .map(rung -> {
                    var reachedAt = rung.when().on(run);
                    return new Step(rung, reachedAt, run.calendar().atWork(reachedAt));
                })
                .sorted(Comparator.comparing(Step::reachedAt))
                .toList();
    }
}
