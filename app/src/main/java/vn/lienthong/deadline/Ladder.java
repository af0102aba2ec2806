package vn.lienthong.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.lienthong.agency.calendar.WorkingCalendar;

/** Who hears when of clocks that run out. Rungs of a level, in the order in which they were written. */
final class Ladder {

    /**
     * A rung on a certain clock.
     *
     * @param reachedAt when the clock is there
     * @param toldAt when somebody hears of it: never at night, but at the next opening, unless the rung says at once
     */
    record Step(Rung rung, Instant reachedAt, Instant toldAt) {

        /** The same for whoever comes late: when it may be told from now on. */
        Instant toldAt(WorkingCalendar calendar, Instant now) {
            return rung.atOnce() ? toldAt : notAtNight(toldAt, calendar, now);
        }
    }

    /** What is told a little later than it should be is told at once, whatever the hour. */
    private static final Duration LATE_BELL = Duration.ofMinutes(15);

    /** When something may be told that was to be told at a moment which may be over: then only while somebody is at work. */
    static Instant notAtNight(Instant toldAt, WorkingCalendar calendar, Instant now) {
        var missed = toldAt.plus(LATE_BELL).isBefore(now);
        var opening = missed ? calendar.atWork(now) : toldAt;
        return opening.isAfter(now) ? opening : toldAt;
    }

    private final Map<Level, List<Rung>> rungs;

    Ladder(List<Rung> rungs) {
        this.rungs = rungs.stream()
                .collect(Collectors.groupingBy(Rung::of, () -> new EnumMap<>(Level.class), Collectors.toList()));
    }

    /** The rungs of a level, as they were written. */
    List<Rung> of(Level level) {
        return rungs.getOrDefault(level, List.of());
    }

    /** What is still ahead of a clock, in the order in which it is told. */
    List<Step> ahead(Level level, When.Run run, Collection<String> reached) {
        return of(level).stream()
                .filter(rung -> !reached.contains(rung.id()))
                .map(rung -> {
                    var reachedAt = rung.when().on(run);
                    return new Step(
                            rung,
                            reachedAt,
                            rung.atOnce() ? reachedAt : run.calendar().atWork(reachedAt));
                })
                .sorted(Comparator.comparing(Step::reachedAt))
                .toList();
    }
}
