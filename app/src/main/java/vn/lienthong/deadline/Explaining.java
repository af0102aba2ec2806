package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Line;
import vn.lienthong.agency.calendar.Phrase;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.command.NotFound;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;

/** Tells why a date is what it is: computed anew from the ledgers, so that what is told and what is kept cannot differ. */
@Component
class Explaining {

    private final Stopwatches watches;
    private final ConsumptionMapper consumptions;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Telling telling;
    private final Clock clock;

    Explaining(
            Stopwatches watches,
            ConsumptionMapper consumptions,
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            Telling telling,
            Clock clock) {
        this.watches = watches;
        this.consumptions = consumptions;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.telling = telling;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such dossier, or nothing measures it */
    @Transactional(readOnly = true)
    Explanation explain(DossierNumber number, Locale locale) {
        var dossier = dossiers.get(number);
        var root = dossier.root();
        var family = watches.look(root.value());
        var whole = family.whole().orElseThrow(() -> new NotFound("dossier"));
        var edition = catalogue.edition(dossiers.get(root).process());
        var dates = family.composition(whole.startedAt());
        if (dossier.origin() != null) {
            var leg = family.leg(dossier.originLeg()).orElseThrow(() -> new NotFound("dossier"));
            var lines = annotated(dates.owed(String.valueOf(leg.leg())).lines(), List.of(leg), locale);
            return explanation(number, leg, lines, List.of(), entries(List.of(leg), edition, locale), locale);
        }
        var used =
                consumptions.ofDossier(root.value()).stream().collect(Collectors.toMap(Consumption::leg, one -> one));
        return explanation(
                number,
                whole,
                wholeLines(family, whole, dates, edition, locale),
                family.legs().stream()
                        .map(leg -> legView(leg, dates, edition, used.get(leg.leg()), locale))
                        .toList(),
                entries(all(family, whole), edition, locale),
                locale);
    }

    private Explanation explanation(
            DossierNumber number,
            Stopwatch watch,
            List<Explanation.LineView> lines,
            List<Explanation.LegView> legs,
            List<Explanation.EntryView> ledger,
            Locale locale) {
        return new Explanation(
                number.value(),
                watch.dueAt(),
                watch.originalDueAt(),
                watch.provisional(),
                watch.state().name().toLowerCase(Locale.ROOT),
                watch.isStopped() ? null : remaining(watch, locale),
                lines,
                legs,
                ledger);
    }

    private Explanation.RemainingView remaining(Stopwatch watch, Locale locale) {
        var left = Remaining.between(watch.calendar(), clock.instant(), watch.dueAt());
        var text = telling.word(
                left.overdue() ? "deadline.overdue" : "deadline.remaining",
                locale,
                telling.amount(left.amount(), left.unit(), locale));
        return new Explanation.RemainingView(left.amount(), left.unit(), left.overdue(), text);
    }

    /** The legs that the promise hangs on, one after the other, and what was granted beyond them. */
    private List<Explanation.LineView> wholeLines(
            Family family, Stopwatch whole, Composition dates, Edition edition, Locale locale) {
        var lines = new ArrayList<Line>();
        for (var part : dates.decisiveChain()) {
            var ofLeg = dates.promised(part.leg()).lines();
            lines.add(new Line(
                    ofLeg.get(0).from(),
                    dates.promised(part.leg()).dueAt(),
                    Phrase.of("leg", nameOf(edition, part.leg(), locale)),
                    Phrase.of("leg", part.budget())));
            lines.addAll(ofLeg);
        }
        // What the legs do not tell: a budget of the whole itself, or its extensions.
        var promise = Family.promise(whole, dates).lines();
        var told = dates.whole().map(latest -> latest.lines().size()).orElse(0);
        lines.addAll(promise.subList(told, promise.size()));
        return annotated(lines, all(family, whole), locale);
    }

    private Explanation.LegView legView(
            Stopwatch leg, Composition dates, Edition edition, @Nullable Consumption used, Locale locale) {
        var id = String.valueOf(leg.leg());
        return new Explanation.LegView(
                id,
                nameOf(edition, id, locale),
                leg.unit(),
                organisation.find(leg.unit()).map(unit -> unit.name(locale)).orElse(leg.unit()),
                leg.state().name().toLowerCase(Locale.ROOT),
                leg.dueAt(),
                leg.originalDueAt(),
                leg.course().startedAt(),
                leg.stoppedAt(),
                used == null ? null : consumption(used, locale),
                annotated(dates.owed(id).lines(), List.of(leg), locale));
    }

    private Explanation.ConsumptionView consumption(Consumption used, Locale locale) {
        return new Explanation.ConsumptionView(
                used.verdict().name(),
                used.allowed() == 0 ? 100 : Math.round(100f * used.used() / used.allowed()),
                hours(used.inherited()),
                hours(used.exceeded()),
                telling.word(
                        "deadline.verdict." + used.verdict(),
                        locale,
                        Duration.ofMinutes(used.inherited() / 60),
                        Duration.ofMinutes(used.exceeded() / 60)));
    }

    private static double hours(long seconds) {
        return Math.round(seconds / 360.0) / 10.0;
    }

    /** The words for lines; a pause with the reason, the law and the person behind it, an extension with its approver. */
    private List<Explanation.LineView> annotated(List<Line> lines, List<Stopwatch> from, Locale locale) {
        var told = new ArrayList<Explanation.LineView>();
        var extensions = from.stream()
                .flatMap(watch -> watch.ledger().stream())
                .filter(entry -> entry.kind() == Entry.Kind.EXTEND)
                .iterator();
        Line before = null;
        for (var line : lines) {
            // An extension goes on from the date before it; that is no hand-over of an earlier part.
            var goesOn = before != null
                    && before.what().code().equals("extended")
                    && line.what().code().equals("planned");
            before = line;
            if (goesOn) {
                continue;
            }
            var view = telling.line(line, locale);
            Optional<Entry> behind = switch (line.what().code()) {
                case "paused", "standing" -> pause(from, line.from());
                case "extended" -> extensions.hasNext() ? Optional.of(extensions.next()) : Optional.empty();
                default -> Optional.empty();
            };
            told.add(behind.map(entry -> new Explanation.LineView(
                            view.from(), view.to(), view.what(), view.why() + " " + because(entry, locale)))
                    .orElse(view));
        }
        return told;
    }

    private static Optional<Entry> pause(List<Stopwatch> watches, Instant at) {
        return watches.stream()
                .flatMap(watch -> watch.ledger().stream())
                .filter(entry -> entry.kind() == Entry.Kind.PAUSE && entry.at().equals(at))
                .findFirst();
    }

    private String because(Entry entry, Locale locale) {
        var reason = String.valueOf(entry.reason());
        if (entry.kind() == Entry.Kind.EXTEND) {
            return telling.word(
                    "deadline.because-extended",
                    locale,
                    reason,
                    String.valueOf(name(entry.actor())),
                    String.valueOf(name(entry.approver())));
        }
        return telling.word(
                "deadline.because-paused",
                locale,
                reason,
                String.valueOf(entry.legalBasis()),
                String.valueOf(name(entry.actor())));
    }

    private List<Explanation.EntryView> entries(List<Stopwatch> from, Edition edition, Locale locale) {
        return from.stream()
                .flatMap(watch -> watch.ledger().stream()
                        .map(entry -> new Explanation.EntryView(
                                entry.at(),
                                watch.leg() == null ? null : nameOf(edition, watch.leg(), locale),
                                entry.kind().name(),
                                telling.word("deadline.entry." + entry.kind(), locale),
                                entry.actor(),
                                name(entry.actor()),
                                entry.reason(),
                                entry.legalBasis(),
                                entry.document(),
                                entry.approver(),
                                name(entry.approver()),
                                entry.dueAt())))
                .sorted(Comparator.comparing(Explanation.EntryView::at))
                .toList();
    }

    private @Nullable String name(@Nullable String username) {
        return username == null
                ? null
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private static String nameOf(Edition edition, String leg, Locale locale) {
        return edition.leg(leg).map(known -> edition.nameOf(known, locale)).orElse(leg);
    }

    private static List<Stopwatch> all(Family family, Stopwatch whole) {
        var all = new ArrayList<>(List.of(whole));
        all.addAll(family.legs());
        return all;
    }
}
