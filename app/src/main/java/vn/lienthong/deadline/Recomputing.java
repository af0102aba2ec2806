package vn.lienthong.deadline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.calendar.WorkingCalendar;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/** Computes every date of citizens' dossiers anew when what all dates rest on has changed; what does not move is not touched. */
@Component
class Recomputing {

    /**
     * What became of a dossier, or would.
     *
     * @param from the promise before
     * @param to the promise that follows
     * @param moves how many of its clocks get another date
     */
    record Outcome(
            String dossier,
            @Nullable Instant from,
            @Nullable Instant to,
            int moves) {}

    private final Stopwatches watches;
    private final Promising promising;
    private final ProcessTimes times;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Recomputing(
            Stopwatches watches,
            Promising promising,
            ProcessTimes times,
            Dossiers dossiers,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.watches = watches;
        this.promising = promising;
        this.times = times;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.events = events;
    }

    /** What would move if calendars were others; holds nothing and writes nothing. */
    List<Outcome> foresee(List<String> roots, Function<String, WorkingCalendar> calendars) {
        var families = watches.lookThrough(roots, calendars);
        return roots.stream()
                .map(root -> {
                    var all = families.getOrDefault(root, List.of());
                    return foreseen(root, new Family(all), all);
                })
                .toList();
    }

    private static Outcome foreseen(String root, Family family, List<Stopwatch> all) {
        var whole = family.whole().orElse(null);
        if (whole == null) {
            return new Outcome(root, null, null, 0);
        }
        var dates = family.composition(whole.startedAt());
        var moves = 0;
        for (var watch : all) {
            if (!watch.isStopped()) {
                var due = switch (watch.level()) {
                    case DOSSIER -> Family.promise(whole, dates);
                    case LEG -> dates.owed(String.valueOf(watch.leg()));
                    case STEP -> watch.computed();
                };
                moves += due.dueAt().equals(watch.dueAt()) ? 0 : 1;
            }
        }
        var to =
                whole.isStopped() ? whole.dueAt() : Family.promise(whole, dates).dueAt();
        return new Outcome(root, whole.dueAt(), to, moves);
    }

    /**
     * Lets dates and rungs follow. Leaves out dossiers of which anything is in somebody else's hands: come back for those.
     *
     * @param cause who let this happen by which document; goes into the ledgers
     */
    List<Outcome> follow(List<String> roots, Instant at, Stopwatch.Cause cause, @Nullable String approver) {
        var held = dossiers.hold(roots.stream().map(DossierNumber::new).toList());
        var families = new LinkedHashMap<String, Family>();
        watches.families(held).forEach((root, all) -> families.put(root, new Family(all)));
        var linked = families.values().stream()
                .flatMap(family -> linked(family).stream())
                .map(DossierNumber::new)
                .toList();
        var alsoHeld = dossiers.hold(linked).stream().map(DossierNumber::value).collect(Collectors.toSet());
        var steps = watches.openSteps(alsoHeld);
        var outcomes = new ArrayList<Outcome>();
        families.forEach((root, family) -> {
            if (alsoHeld.containsAll(linked(family))) {
                var open = new ArrayList<>(family.steps());
                linked(family).forEach(number -> open.addAll(steps.getOrDefault(number, List.of())));
                outcomes.add(follow(root, family, open, at, cause, approver));
            }
        });
        return outcomes;
    }

    private Outcome follow(
            String root,
            Family family,
            List<Stopwatch> steps,
            Instant at,
            Stopwatch.Cause cause,
            @Nullable String approver) {
        var whole = family.whole().orElse(null);
        if (whole == null) {
            return new Outcome(root, null, null, 0);
        }
        var from = whole.dueAt();
        var moved = 0;
        for (var step : steps) {
            if (step.recomputed(at, step.computed(), cause, approver)) {
                events.publishEvent(new StepDueMoved(step.key(), step.dueAt()));
                moved++;
            }
        }
        moved += promising.follow(family, at, cause, approver);
        // A rung may move although the date does not: one working day after it, for example.
        var all = new ArrayList<>(steps);
        all.addAll(family.legs());
        all.add(whole);
        watches.review(all);
        for (var leg : family.legs()) {
            if (leg.isPaused()) {
                var waits = leg.linked() == null ? root : leg.linked();
                leg.standingSince().ifPresent(askedAt -> times.limitAgain(new DossierNumber(waits), askedAt));
            }
        }
        if (!from.equals(whole.dueAt())) {
            var details = new LinkedHashMap<String, Object>();
            details.put("from", from.toString());
            details.put("to", whole.dueAt().toString());
            if (cause.document() != null) {
                details.put("document", cause.document());
            }
            timeline.append(new DossierNumber(root), Actor.SYSTEM, "deadline-recomputed", details);
        }
        return new Outcome(root, from, whole.dueAt(), moved);
    }

    private static List<String> linked(Family family) {
        return family.legs().stream()
                .filter(leg -> !leg.isStopped())
                .map(Stopwatch::linked)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .toList();
    }
}
