package vn.lienthong.deadline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.Start;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Timeline;

/** Drafts the letter that apologises for a promise that will not be kept, with a date that can be. */
@Component
class Apologising {

    private static final Budget ONE_DAY = Budget.of(1, BudgetUnit.WORKING_DAY);

    private final Stopwatches watches;
    private final ApologyMapper mapper;
    private final Timeline timeline;

    Apologising(Stopwatches watches, ApologyMapper mapper, Timeline timeline) {
        this.watches = watches;
        this.mapper = mapper;
        this.timeline = timeline;
    }

    /** @param unit on whose desk the draft is laid */
    void draft(Stopwatch whole, long escalation, String unit, Instant now) {
        var expected = expected(watches.look(whole.dossier()), now);
        var last =
                expected.entrySet().stream().max(Map.Entry.comparingByValue()).orElse(Map.entry(whole, whole.dueAt()));
        var nextDay = dayAfter(whole, whole.dueAt());
        var proposed = last.getValue().isAfter(nextDay) ? last.getValue() : nextDay;
        mapper.draft(whole.dossier(), escalation, last.getKey().unit(), unit, whole.dueAt(), proposed, now);
        timeline.append(
                new DossierNumber(whole.dossier()),
                Actor.SYSTEM,
                "apology-drafted",
                Map.of("dueAt", whole.dueAt().toString(), "proposedDueAt", proposed.toString(), "unit", unit));
    }

    /** When each leg that is not over can be expected: at its date, or tomorrow when that is hardly possible any more. */
    private static Map<Stopwatch, Instant> expected(Family family, Instant now) {
        var ends = new HashMap<String, Instant>();
        var open = new HashMap<Stopwatch, Instant>();
        for (var leg : family.legs()) {
            if (!leg.isStopped()) {
                open.put(leg, end(leg, family, ends, now));
            }
        }
        return open;
    }

    private static Instant end(Stopwatch leg, Family family, Map<String, Instant> ends, Instant now) {
        var known = ends.get(leg.key());
        if (known != null) {
            return known;
        }
        var budget = leg.budget();
        var before = family.leg(leg.after()).filter(earlier -> !earlier.isStopped());
        Instant end;
        if (leg.state() == ClockRow.State.PLANNED && before.isPresent() && budget != null) {
            var start = Start.following(end(before.get(), family, ends, now));
            end = DueDates.compute(leg.calendar(), start, budget, List.of(), List.of())
                    .dueAt();
        } else {
            var tomorrow = dayAfter(leg, now);
            end = leg.dueAt().isAfter(tomorrow) ? leg.dueAt() : tomorrow;
        }
        ends.put(leg.key(), end);
        return end;
    }

    private static Instant dayAfter(Stopwatch watch, Instant moment) {
        return DueDates.compute(watch.calendar(), Start.following(moment), ONE_DAY, List.of(), List.of())
                .dueAt();
    }
}
