package vn.lienthong.interconnection.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.interconnection.outbox.Outbox;
import vn.lienthong.workflow.EngineClock;

/** Compares what the portal knows with what we know, for those who supervise the agencies concerned. */
@Component
public class Reconciling {

    /** More days than anybody reads at once; each page of the portal is a call. */
    static final int MOST_DAYS = 31;

    /** More differences than anybody works off; a shorter time shows the rest. */
    static final int MOST_DOSSIERS = 20_000;

    private static final Logger log = LoggerFactory.getLogger(Reconciling.class);

    private final PortalSettings settings;
    private final PortalListing listing;
    private final PortalMapper portal;
    private final TellingThePortal telling;
    private final Dossiers dossiers;
    private final Outbox outbox;
    private final Organisation organisation;
    private final CurrentCaller callers;
    private final Timeline timeline;
    private final Clock clock;

    Reconciling(
            PortalSettings settings,
            PortalListing listing,
            PortalMapper portal,
            TellingThePortal telling,
            Dossiers dossiers,
            Outbox outbox,
            Organisation organisation,
            CurrentCaller callers,
            Timeline timeline,
            Clock clock) {
        this.settings = settings;
        this.listing = listing;
        this.portal = portal;
        this.telling = telling;
        this.dossiers = dossiers;
        this.outbox = outbox;
        this.organisation = organisation;
        this.callers = callers;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How the two sides differ about a dossier. */
    public enum Difference {
        MISSING_THERE,
        MISSING_HERE,
        OTHER_STATE,
        OTHER_DATE
    }

    /**
     * @param dossier our number; null when it is missing here
     * @param number the portal's
     * @param ours our state; null when it is missing here
     * @param theirs the portal's state; null when it is missing there
     * @param waiting whether something about it waits to be sent: it may settle by itself
     * @param sendable whether sending again may help: the portal never goes back
     */
    public record Line(
            Difference difference,
            @Nullable String dossier,
            @Nullable String number,
            @Nullable DossierState ours,
            @Nullable DossierState theirs,
            @Nullable Instant ourDue,
            @Nullable Instant theirDue,
            boolean waiting,
            boolean sendable) {}

    /**
     * @param until the last day, included
     * @param compared how many dossiers are the same or not on both sides
     */
    public record Report(LocalDate from, LocalDate until, int compared, List<Line> lines) {}

    /** Whether this installation has a portal. */
    public boolean on() {
        return settings.on();
    }

    /**
     * Asks the portal about the dossiers that the caller's agencies received in these days.
     *
     * @param from the day before {@code until} when null; {@code until} today when null
     * @throws PortalSilent when it cannot be asked
     */
    public Report compare(@Nullable LocalDate from, @Nullable LocalDate until) throws PortalSilent {
        Set<String> units = units();
        Set<String> codes = codes(units);
        LocalDate last = until == null ? LocalDate.now(clock) : until;
        LocalDate first = from == null ? last.minusDays(1) : from;
        check(first, last);
        if (!settings.on() || codes.isEmpty()) {
            return new Report(first, last, 0, List.of());
        }
        Map<String, PortalListing.Entry> theirs = new HashMap<>();
        for (String code : codes) {
            listing.received(code, first, last).forEach(entry -> theirs.put(entry.number(), entry));
        }
        Instant begin = first.atStartOfDay(EngineClock.ZONE).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(EngineClock.ZONE).toInstant();
        List<Dossiers.Summary> ours = dossiers.receivedBy(units, begin, end, MOST_DOSSIERS).stream()
                .filter(Dossiers.Summary::fromCitizen)
                .toList();
        return new Report(first, last, ours.size(), lines(ours, theirs));
    }

    private List<Line> lines(List<Dossiers.Summary> ours, Map<String, PortalListing.Entry> theirs) {
        List<String> numbers = ours.stream().map(one -> one.number().value()).toList();
        Set<String> waiting = outbox.unsettled(PortalCarrier.DESTINATION, numbers);
        Map<String, String> portalNumbers = new HashMap<>();
        portal.told(numbers).forEach(known -> portalNumbers.put(known.dossier(), known.number()));
        List<Line> lines = new ArrayList<>();
        for (Dossiers.Summary dossier : ours) {
            String number = portalNumbers.get(dossier.number().value());
            PortalListing.Entry entry = number == null ? null : theirs.remove(number);
            difference(dossier, number, entry, waiting.contains(dossier.number().value()))
                    .ifPresent(lines::add);
        }
        lines.addAll(missingHere(theirs));
        return lines;
    }

    /** What the portal received on another day by its own reckoning is not missing here. */
    private List<Line> missingHere(Map<String, PortalListing.Entry> left) {
        if (left.isEmpty()) {
            return List.of();
        }
        Set<String> known = new LinkedHashSet<>();
        portal.numbered(List.copyOf(left.keySet())).forEach(one -> known.add(one.number()));
        return left.values().stream()
                .filter(entry -> !known.contains(entry.number()))
                .map(entry -> new Line(
                        Difference.MISSING_HERE,
                        null,
                        entry.number(),
                        null,
                        entry.state(),
                        null,
                        entry.dueAt(),
                        false,
                        false))
                .toList();
    }

    private static Optional<Line> difference(
            Dossiers.Summary ours, @Nullable String number, PortalListing.@Nullable Entry theirs, boolean waiting) {
        Difference found = theirs == null
                ? Difference.MISSING_THERE
                : theirs.state() != ours.state()
                        ? Difference.OTHER_STATE
                        : !Composing.moment(theirs.dueAt()).equals(Composing.moment(ours.promisedAt()))
                                ? Difference.OTHER_DATE
                                : null;
        if (found == null) {
            return Optional.empty();
        }
        boolean sendable =
                theirs == null || theirs.state() == ours.state() || StateOrder.mayFollow(theirs.state(), ours.state());
        return Optional.of(new Line(
                found,
                ours.number().value(),
                number,
                ours.state(),
                theirs == null ? null : theirs.state(),
                ours.promisedAt(),
                theirs == null ? null : theirs.dueAt(),
                waiting,
                sendable));
    }

    /**
     * Tells the portal again: everything when it does not know the dossier, otherwise its state and date by now.
     *
     * @throws Refused while something about the dossier waits to be sent anyway
     */
    @Transactional
    public void sendAgain(String dossier, boolean everything) {
        Collection<String> units = units();
        Dossiers.Summary summary = dossiers.find(new DossierNumber(dossier))
                .filter(found -> found.fromCitizen() && units.contains(found.unit()))
                .orElseThrow(() -> new NotFound("dossier"));
        if (!settings.on() || telling.code(summary.unit()).isEmpty()) {
            throw new Refused("no-portal", Map.of());
        }
        if (!outbox.unsettled(PortalCarrier.DESTINATION, List.of(dossier)).isEmpty()) {
            throw new Refused("portal-message-waits", Map.of());
        }
        if (everything || portal.find(dossier) == null) {
            telling.everythingAgain(summary.number());
        } else {
            telling.stateAgain(summary.number());
        }
        timeline.append(summary.number(), "portal-told-again", Map.of());
        log.info("the portal is told of {} again", dossier);
    }

    private static void check(LocalDate first, LocalDate last) {
        if (first.isAfter(last)) {
            throw new InvalidInput(Problem.of("until", "before-from"));
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new InvalidInput(Problem.of("from", "reconciliation-too-long", MOST_DAYS));
        }
    }

    private Set<String> codes(Set<String> units) {
        Set<String> codes = new LinkedHashSet<>();
        units.stream()
                .map(organisation::agencyOf)
                .distinct()
                .forEach(agency -> telling.code(agency).ifPresent(codes::add));
        return codes;
    }

    private Set<String> units() {
        Caller caller = callers.get();
        if (!caller.holds(Duty.SUPERVISOR) && !caller.holds(Duty.CENTRE_DIRECTOR)) {
            throw new Forbidden("no-reconciliation");
        }
        Set<String> units = new LinkedHashSet<>();
        caller.posts().stream()
                .filter(post -> post.duty() == Duty.SUPERVISOR || post.duty() == Duty.CENTRE_DIRECTOR)
                .forEach(post -> units.addAll(organisation.subtree(organisation.agencyOf(post.unit()))));
        return units;
    }
}
