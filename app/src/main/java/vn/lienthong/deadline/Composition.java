package vn.lienthong.deadline;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.Due;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.Pause;
import vn.lienthong.agency.calendar.Start;
import vn.lienthong.agency.calendar.WorkingCalendar;

/**
 * The dates of a dossier's legs, and the one date of the whole that they add up to.
 *
 * <p>Two dates per leg. What was <em>promised</em> follows from the plan: each leg as if the one before it ended at its own
 * due date; only what the law takes out of a clock moves it. What is <em>owed</em> follows from when the leg really
 * began. The citizen's date is the latest promise, so that an agency that is late does not move it.
 */
final class Composition {

    /**
     * One leg.
     *
     * @param after id of the leg whose end it waits for; null when it starts with the dossier
     */
    record Part(String leg, @Nullable String after, WorkingCalendar calendar, Budget budget, Course course) {}

    private final Instant receivedAt;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final Map<String, Due> promised = new LinkedHashMap<>();
    private final Map<String, Due> owed = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when legs wait for each other in a circle */
    Composition(Instant receivedAt, List<Part> parts) {
        this.receivedAt = receivedAt;
        parts.forEach(part -> this.parts.put(part.leg(), part));
        for (var part : parts) {
            for (var inChain : chain(part)) {
                promised.computeIfAbsent(inChain.leg(), leg -> compute(inChain, planned(inChain, promised), List.of()));
                owed.computeIfAbsent(inChain.leg(), leg -> owed(inChain));
            }
        }
    }

    Due promised(String leg) {
        return known(promised, leg);
    }

    Due owed(String leg) {
        return known(owed, leg);
    }

    /** The latest promise, which is the promise of the whole; empty when there are no legs. */
    Optional<Due> whole() {
        return decisive().map(part -> promised(part.leg()));
    }

    /** The leg that is promised last, and those it waits for, the first one first. */
    List<Part> decisiveChain() {
        return decisive().map(part -> List.copyOf(chain(part))).orElse(List.of());
    }

    private Optional<Part> decisive() {
        return parts.values().stream()
                .reduce((one, other) -> promised(other.leg())
                                .dueAt()
                                .isAfter(promised(one.leg()).dueAt())
                        ? other
                        : one);
    }

    private Due owed(Part part) {
        var startedAt = part.course().startedAt();
        var start = startedAt == null ? planned(part, owed) : Start.received(startedAt);
        return compute(part, start, part.course().extensions());
    }

    private Start planned(Part part, Map<String, Due> earlier) {
        var course = part.course();
        if (course.restarted() && course.startedAt() != null) {
            return Start.received(course.startedAt());
        }
        var after = part.after();
        return after == null
                ? Start.received(receivedAt)
                : Start.following(known(earlier, after).dueAt());
    }

    private static Due compute(Part part, Start start, List<Budget> extensions) {
        List<Pause> pauses = part.course().pauses();
        return DueDates.compute(part.calendar(), start, part.budget(), extensions, pauses);
    }

    private Deque<Part> chain(Part last) {
        var chain = new ArrayDeque<Part>();
        Part part = last;
        while (part != null) {
            if (chain.contains(part)) {
                throw new IllegalArgumentException("legs wait for each other: " + part.leg());
            }
            chain.addFirst(part);
            part = part.after() == null ? null : parts.get(part.after());
        }
        return chain;
    }

    private static Due known(Map<String, Due> dues, String leg) {
        var due = dues.get(leg);
        if (due == null) {
            throw new IllegalArgumentException("no leg " + leg);
        }
        return due;
    }
}
