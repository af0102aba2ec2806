package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Calendars;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.Remaining;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.Processes;

/** A dossier as officers read it, in their language, with every agency's part and both of its dates. */
@Component
public class Reading {

    /** A state with its national code. */
    public record State(int code, String key, String name) {}

    /** A span of working time. */
    public record Amount(int amount, BudgetUnit unit) {}

    /**
     * @param lateBy how long after its due date it ended, or has been running since; null when it is not late
     */
    public record LegView(
            String leg,
            String name,
            String agency,
            String agencyName,
            @Nullable String number,
            String state,
            String stateName,
            @Nullable Instant dueAt,
            @Nullable Instant originalDueAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Amount lateBy) {}

    /** A step that waits for an officer, of this dossier or of one opened for a leg of it. */
    public record OpenStepView(String taskId, String dossier, String step, String stepName) {}

    /** What another system calls it. */
    public record ExternalNumberView(String system, String number) {}

    /** The whole of it. */
    public record DossierView(
            String number,
            String procedure,
            String procedureName,
            String edition,
            @Nullable String origin,
            State state,
            String finance,
            String delivery,
            String channel,
            Applicant applicant,
            String area,
            String unit,
            Instant submittedAt,
            Instant receivedAt,
            @Nullable Instant promisedAt,
            @Nullable Instant originalPromisedAt,
            @Nullable Instant readyAt,
            @Nullable Instant finishedAt,
            String secret,
            List<ExternalNumberView> externalNumbers,
            List<LegView> legs,
            List<OpenStepView> openSteps) {}

    /** One line of the history, in words. */
    public record EventView(
            Instant at,
            String dossier,
            @Nullable String actor,
            @Nullable String actorName,
            @Nullable String onBehalfOf,
            @Nullable String unit,
            @Nullable String unitName,
            String what,
            String whatName,
            Map<String, Object> details) {}

    private final Access access;
    private final Dossiers dossiers;
    private final Timeline timeline;
    private final ExternalNumbers externalNumbers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Calendars calendars;
    private final Processes processes;
    private final MessageSource messages;
    private final CurrentCaller caller;
    private final Clock clock;

    Reading(
            Access access,
            Dossiers dossiers,
            Timeline timeline,
            ExternalNumbers externalNumbers,
            Catalogue catalogue,
            Organisation organisation,
            Calendars calendars,
            Processes processes,
            MessageSource messages,
            CurrentCaller caller,
            Clock clock) {
        this.access = access;
        this.dossiers = dossiers;
        this.timeline = timeline;
        this.externalNumbers = externalNumbers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.calendars = calendars;
        this.processes = processes;
        this.messages = messages;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Whoever has no part in it sees numbers and addresses of people in part only.
     *
     * @throws vn.lienthong.command.NotFound when there is none, or the caller may not know of it
     */
    @Transactional(readOnly = true)
    public DossierView dossier(DossierNumber number, Locale locale) {
        access.check(number);
        Dossiers.Summary dossier = dossiers.get(number);
        return view(access.mayWorkOn(caller.get(), number.value()) ? dossier : dossier.masked(), locale);
    }

    /** For whoever has said why, see {@link Revealing}. */
    @Transactional(readOnly = true)
    DossierView whole(DossierNumber number, Locale locale) {
        access.check(number);
        return view(dossiers.get(number), locale);
    }

    private DossierView view(Dossiers.Summary dossier, Locale locale) {
        DossierNumber number = dossier.number();
        Edition edition = catalogue.edition(dossier.process());
        DossierState state = dossier.state();
        DossierNumber origin = dossier.origin();
        return new DossierView(
                number.value(),
                dossier.process().procedure(),
                edition.names().in(locale),
                dossier.process().edition(),
                origin == null ? null : origin.value(),
                new State(state.code(), state.key(), word("dossier.state." + state.key(), locale)),
                dossier.finance(),
                dossier.delivery(),
                dossier.channel().name(),
                dossier.applicant(),
                dossier.area(),
                dossier.unit(),
                dossier.submittedAt(),
                dossier.receivedAt(),
                dossier.promisedAt(),
                dossier.originalPromisedAt(),
                dossier.readyAt(),
                dossier.finishedAt(),
                dossier.secret(),
                externalNumbers.of(number).stream()
                        .map(external -> new ExternalNumberView(external.system(), external.number()))
                        .toList(),
                legs(dossier, locale),
                openSteps(dossier, locale));
    }

    /** The legs with names and lateness; also what the public page shows. */
    public List<LegView> legs(Dossiers.Summary dossier, Locale locale) {
        Procedure procedure = catalogue.procedure(dossier.process());
        Instant now = clock.instant();
        return dossier.legs().stream()
                .map(leg -> {
                    Unit unit = organisation.unit(leg.unit());
                    return new LegView(
                            leg.leg(),
                            procedure.nameOfLeg(leg.leg(), locale),
                            leg.unit(),
                            unit.name(locale),
                            leg.number(),
                            leg.state().key(),
                            word("dossier.leg." + leg.state().key(), locale),
                            leg.dueAt(),
                            leg.originalDueAt(),
                            leg.startedAt(),
                            leg.finishedAt(),
                            lateBy(leg, now));
                })
                .toList();
    }

    private @Nullable Amount lateBy(Leg leg, Instant now) {
        Instant due = leg.dueAt();
        Instant until = leg.finishedAt() == null ? now : leg.finishedAt();
        if (due == null || leg.state() == LegState.PLANNED || !until.isAfter(due)) {
            return null;
        }
        Remaining late = Remaining.between(calendars.ofUnit(leg.unit()), until, due);
        return new Amount(late.amount(), late.unit());
    }

    /** What can be done next in it and in its running legs. Asks for no right: its caller has looked at the dossier already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OpenStepView> openSteps(Dossiers.Summary dossier, Locale locale) {
        List<OpenStepView> open = new ArrayList<>(steps(dossier.number(), dossier, locale));
        for (Leg leg : dossier.legs()) {
            if (leg.number() != null && leg.state() == LegState.RUNNING) {
                var linked = new DossierNumber(leg.number());
                open.addAll(steps(linked, dossiers.get(linked), locale));
            }
        }
        return open;
    }

    private List<OpenStepView> steps(DossierNumber number, Dossiers.Summary dossier, Locale locale) {
        if (dossier.state().isFinal()) {
            return List.of();
        }
        return processes.openSteps(number.value()).stream()
                .map(s -> new OpenStepView(
                        s.taskId(),
                        number.value(),
                        s.step(),
                        catalogue.procedure(dossier.process()).name(s.step(), locale)))
                .toList();
    }

    /** The history, newest first; of a citizen's dossier with all its legs. */
    @Transactional(readOnly = true)
    public List<EventView> timeline(DossierNumber number, Locale locale) {
        access.check(number);
        Dossiers.Summary dossier = dossiers.get(number);
        boolean own = dossier.origin() != null;
        Map<String, String> names = new LinkedHashMap<>();
        return timeline.of(dossier.number(), dossier.root(), own).stream()
                .map(e -> new EventView(
                        e.at(),
                        e.dossier(),
                        e.actor(),
                        nameOf(e.actor(), names),
                        e.onBehalfOf(),
                        e.unit(),
                        unitName(e.unit(), locale),
                        e.what(),
                        word("dossier.event." + e.what(), locale),
                        e.details()))
                .toList();
    }

    private @Nullable String nameOf(@Nullable String username, Map<String, String> known) {
        return username == null
                ? null
                : known.computeIfAbsent(
                        username,
                        u -> organisation.officer(u).map(o -> o.fullName()).orElse(u));
    }

    private @Nullable String unitName(@Nullable String unit, Locale locale) {
        return unit == null
                ? null
                : organisation.find(unit).map(u -> u.name(locale)).orElse(unit);
    }

    private String word(String key, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, key, locale), key);
    }
}
