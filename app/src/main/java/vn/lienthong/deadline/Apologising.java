package vn.lienthong.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.agency.calendar.Start;
import vn.lienthong.deadline.ApologyMapper.Drafted;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.procedure.Catalogue;

/** Drafts the letter that apologises for a promise that will not be kept, with a date that can be. */
@Component
class Apologising {

    /** The furthest a letter puts off a result. */
    static final int MOST_DAYS = 365;

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final Budget ONE_DAY = Budget.of(1, BudgetUnit.WORKING_DAY);

    private final Stopwatches watches;
    private final ApologyMapper mapper;
    private final EscalationMapper escalations;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Timeline timeline;
    private final Telling telling;
    private final DeadlineSettings settings;

    Apologising(
            Stopwatches watches,
            ApologyMapper mapper,
            EscalationMapper escalations,
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            Timeline timeline,
            Telling telling,
            DeadlineSettings settings) {
        this.watches = watches;
        this.mapper = mapper;
        this.escalations = escalations;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.timeline = timeline;
        this.telling = telling;
        this.settings = settings;
    }

    /**
     * A letter that is wanted for a promise.
     *
     * @param escalation what asked for it
     * @param unit on whose desk the draft is laid
     */
    record Wanted(Stopwatch whole, @Nullable Long escalation, String unit) {}

    /** Because rungs of the ladder say so, or somebody does; a dossier that has an open letter gets no other. */
    void draft(List<Wanted> wanted, Instant now) {
        if (wanted.isEmpty()) {
            return;
        }
        var families =
                watches.look(wanted.stream().map(each -> each.whole().dossier()).toList());
        lay(wanted.stream()
                .map(each -> draft(each, families.getOrDefault(each.whole().dossier(), Family.NONE), now))
                .toList());
    }

    private ApologyRow draft(Wanted wanted, Family family, Instant now) {
        var whole = wanted.whole();
        var late = last(family, whole, now);
        var days = daysUntil(whole, whole.dueAt(), late.at());
        return ApologyRow.draft(
                whole.dossier(),
                wanted.escalation(),
                null,
                late.unit(),
                late.leg(),
                wanted.unit(),
                reason(whole, late),
                whole.dueAt(),
                days,
                later(whole, whole.dueAt(), days),
                whole.course().extensions().size() < settings.extensions(),
                now);
    }

    /** Because the promise was moved: the citizen hears of it, with an apology. An open draft becomes this letter. */
    void extended(Stopwatch whole, long extension, String reason, Instant before, Instant now) {
        if (mapper.rewrite(whole.dossier(), extension, reason, before, whole.dueAt()) > 0) {
            return;
        }
        var late = last(watches.look(whole.dossier()), whole, now);
        lay(List.of(ApologyRow.draft(
                whole.dossier(),
                null,
                extension,
                late.unit(),
                late.leg(),
                organisation.agencyOf(whole.unit()),
                reason,
                before,
                null,
                whole.dueAt(),
                false,
                now)));
    }

    /** So many working days after a date, as the promise of this dossier is counted. */
    static Instant later(Stopwatch whole, Instant dueAt, int days) {
        return DueDates.extend(whole.calendar(), dueAt, List.of(Budget.of(days, BudgetUnit.WORKING_DAY)), List.of())
                .dueAt();
    }

    /** A result that is there in time, or will never be, needs no apology. Nothing here holds a result up. */
    @EventListener
    void moved(DossierMoved event) {
        if (event.to() != DossierState.READY && !event.to().isFinal()) {
            return;
        }
        for (var letter : mapper.ofDossier(event.number().value())) {
            var open = letter.state() == ApologyRow.State.DRAFT || letter.state() == ApologyRow.State.APPROVED;
            var owed = event.at().isAfter(letter.dueAt()) && hasResult(event.to());
            if (open && !owed) {
                mapper.drop(letter.known(), "system", "in-time");
                escalations.written(letter.dossier());
                timeline.append(event.number(), Actor.SYSTEM, "apology-dropped", Map.of("apology", letter.known()));
            }
        }
    }

    private static boolean hasResult(DossierState state) {
        return state == DossierState.READY || state == DossierState.RETURNED;
    }

    private void lay(List<ApologyRow> letters) {
        var drafted = mapper.draft(letters).stream().collect(Collectors.toMap(Drafted::dossier, Drafted::id));
        for (var letter : letters) {
            var id = drafted.remove(letter.dossier());
            if (id == null) {
                continue;
            }
            timeline.append(
                    new DossierNumber(letter.dossier()),
                    Actor.SYSTEM,
                    "apology-drafted",
                    Map.of(
                            "apology",
                            id,
                            "dueAt",
                            letter.dueAt().toString(),
                            "proposedDueAt",
                            String.valueOf(letter.proposedDueAt()),
                            "unit",
                            letter.unit()));
        }
    }

    private String reason(Stopwatch whole, Expected late) {
        if (late.leg() == null) {
            return telling.word("deadline.letter.reason", VIETNAMESE);
        }
        var process = dossiers.current(new DossierNumber(whole.dossier())).process();
        return telling.word(
                "deadline.letter.reason-leg",
                VIETNAMESE,
                catalogue.procedure(process).nameOfLeg(late.leg(), VIETNAMESE),
                organisation.unit(late.unit()).nameVi());
    }

    private int daysUntil(Stopwatch whole, Instant dueAt, Instant expected) {
        var days = 1;
        while (days < MOST_DAYS && later(whole, dueAt, days).isBefore(expected)) {
            days++;
        }
        return days;
    }

    /** Which part is to blame, and when the last one can be expected. */
    private record Expected(String unit, @Nullable String leg, Instant at) {}

    private static Expected last(Family family, Stopwatch whole, Instant now) {
        var ends = new HashMap<String, Instant>();
        Stopwatch last = null;
        for (var leg : family.legs()) {
            if (!leg.isStopped()
                    && (last == null || end(leg, family, ends, now).isAfter(end(last, family, ends, now)))) {
                last = leg;
            }
        }
        if (last == null) {
            return new Expected(whole.unit(), null, whole.dueAt());
        }
        var blamed = blamed(last, family, ends, now);
        return new Expected(blamed.unit(), blamed.leg(), end(last, family, ends, now));
    }

    /**
     * Of a leg and those it waited for, the one that exceeded its own time most, or will have; whoever has it in hand when
     * none did. A leg that began late because of another does not answer for that.
     */
    private static Stopwatch blamed(Stopwatch last, Family family, Map<String, Instant> ends, Instant now) {
        Stopwatch inHand = last;
        Stopwatch slowest = null;
        var most = Duration.ZERO;
        for (Stopwatch leg = last; leg != null; leg = family.leg(leg.after()).orElse(null)) {
            if (!leg.isStopped()) {
                inHand = leg;
            }
            var over = exceeded(leg, family, ends, now);
            if (over.compareTo(most) > 0) {
                most = over;
                slowest = leg;
            }
        }
        return slowest == null ? inHand : slowest;
    }

    private static Duration exceeded(Stopwatch leg, Family family, Map<String, Instant> ends, Instant now) {
        var stopped = leg.stoppedAt();
        if (leg.state() == ClockRow.State.PLANNED) {
            return Duration.ZERO;
        }
        var over = stopped == null ? end(leg, family, ends, now) : stopped;
        return over.isAfter(leg.dueAt()) ? leg.calendar().workingTime(leg.dueAt(), over) : Duration.ZERO;
    }

    /** When a leg that is not over can be expected: at its date, or tomorrow when that is hardly possible any more. */
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
