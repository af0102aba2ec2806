package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.procedure.Catalogue;

/**
 * What runs late or is about to, and what whoever was called says to it. Supervisors, directors and heads see what is their
 * part of the organisation's business; everybody sees what was addressed to them.
 */
@Component
public class EscalationBoard {

    /** Why something is late, as every report groups it. */
    public enum ReasonCode {
        WAITING_FOR_SUPPLEMENT,
        WAITING_FOR_COORDINATION,
        SYSTEM_FAULT,
        OVERLOAD,
        OTHER
    }

    /**
     * One escalation, in words.
     *
     * @param level 1 for the officer who has the step, up to 4 for the centre's director
     * @param does ADVISE, ACT or APOLOGISE
     * @param of DOSSIER, LEG or STEP
     * @param dossier the citizen's dossier
     * @param number the dossier whose clock it is: an agency's own, or the citizen's
     * @param taskId the step, where it is one
     * @param unit who owes what is late
     * @param explainBy until when an explanation is asked for; null where none is
     * @param mayExplain whether it is open and the caller may say what happened
     */
    public record EscalationView(
            long id,
            int level,
            String does,
            String of,
            String state,
            String dossier,
            String number,
            @Nullable String leg,
            @Nullable String legName,
            @Nullable String step,
            @Nullable String stepName,
            @Nullable String taskId,
            String unit,
            String unitName,
            String to,
            String toName,
            String toUnit,
            String toUnitName,
            List<String> toOfficers,
            Instant dueAt,
            Instant reachedAt,
            Instant raisedAt,
            @Nullable String reasonCode,
            @Nullable String explanation,
            @Nullable String acknowledgedBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant explainBy,
            boolean mayExplain) {}

    /** A page of the board; {@code next} is the id to go on from. */
    public record Page(List<EscalationView> items, @Nullable Long next) {}

    private static final Logger log = LoggerFactory.getLogger(EscalationBoard.class);

    private static final Set<Duty> OVERSEERS =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD, Duty.INSPECTOR);

    private final EscalationMapper mapper;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Timeline timeline;
    private final Telling telling;
    private final Clock clock;

    EscalationBoard(
            EscalationMapper mapper,
            Organisation organisation,
            CurrentCaller caller,
            Dossiers dossiers,
            Catalogue catalogue,
            Timeline timeline,
            Telling telling,
            Clock clock) {
        this.mapper = mapper;
        this.organisation = organisation;
        this.caller = caller;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.timeline = timeline;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @param unit only what this unit or one below it owes; null for all
     * @param state {@code open}, {@code acknowledged}, {@code settled}; null for all
     * @param before go on below this id; null for the first page
     */
    @Transactional(readOnly = true)
    public Page list(
            @Nullable Integer level,
            @Nullable String unit,
            Escalation.@Nullable State state,
            @Nullable Long before,
            int limit,
            Locale locale) {
        var officer = caller.get();
        var owedBy = unit == null ? null : organisation.subtree(unit);
        var found = mapper.list(
                level,
                owedBy,
                state == null ? null : state.name(),
                overseen(officer),
                officer.username(),
                before,
                limit + 1);
        var page = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? page.get(page.size() - 1).id() : null;
        return new Page(page.stream().map(one -> view(one, locale)).toList(), next);
    }

    /** What nobody has explained yet, newest first; {@code before} goes on below an id. */
    @Transactional(readOnly = true)
    public Page open(@Nullable Integer level, @Nullable Long before, int limit, Locale locale) {
        return list(level, null, Escalation.State.OPEN, before, limit, locale);
    }

    /** What the caller is asked to explain, the most urgent first. */
    @Transactional(readOnly = true)
    public List<EscalationView> toExplain(int limit, Locale locale) {
        return mapper.toExplain(List.of(caller.get().username()), limit).stream()
                .map(one -> view(one, locale))
                .toList();
    }

    /**
     * Who was called about a citizen's dossier and its legs, in order, and what they said. Whoever calls answers for who
     * may read the dossier.
     */
    @Transactional(readOnly = true)
    public List<EscalationView> chain(DossierNumber number, Locale locale) {
        var dossier = dossiers.get(number);
        return mapper.ofDossier(dossier.root().value()).stream()
                .filter(one -> dossier.origin() == null
                        || one.dossier().equals(number.value())
                        || one.ofLevel() == Level.LEG && Objects.equals(one.leg(), dossier.originLeg()))
                .map(one -> view(one, locale))
                .toList();
    }

    /** @throws NotFound when there is none, or it is none of the caller's business */
    @Transactional(readOnly = true)
    public EscalationView get(long id, Locale locale) {
        var officer = caller.get();
        var escalation = mapper.find(id, overseen(officer), officer.username());
        if (escalation == null) {
            throw new NotFound("escalation");
        }
        return view(escalation, locale);
    }

    /**
     * Says what happened and what is done about it.
     *
     * @throws InvalidInput without an explanation
     * @throws Refused when somebody else has explained already
     */
    @Transactional
    public EscalationView acknowledge(
            long id, @Nullable String explanation, @Nullable String reasonCode, Locale locale) {
        var officer = caller.get();
        var escalation = mapper.find(id, overseen(officer), officer.username());
        if (escalation == null) {
            throw new NotFound("escalation");
        }
        if (!mayExplain(officer, escalation)) {
            throw new Forbidden("may-not-explain");
        }
        var problems = new ArrayList<Problem>();
        FreeText.check("explanation", explanation, true, problems);
        // Every explanation belongs to a kind of reason; a program that names none means none of the others.
        var reason = reasonCode == null ? ReasonCode.OTHER.name() : reasonCode;
        if (reason.isBlank()) {
            problems.add(Problem.of("reasonCode", "required"));
        } else if (!isKnown(reason)) {
            problems.add(Problem.of("reasonCode", "reason-code-unknown"));
        }
        InvalidInput.ifAny(problems);
        var now = clock.instant();
        var onBehalfOf = post(officer, escalation);
        if (mapper.acknowledge(id, String.valueOf(explanation), reason, officer.username(), onBehalfOf, now) == 0) {
            throw new Refused(
                    "escalation-is-closed",
                    Map.of("state", escalation.state().name().toLowerCase(Locale.ROOT)));
        }
        var details = new LinkedHashMap<String, Object>();
        details.put("escalation", id);
        details.put("level", escalation.level());
        details.put("explanation", String.valueOf(explanation));
        details.put("reasonCode", reason);
        timeline.append(new DossierNumber(escalation.dossier()), "escalation-explained", details);
        log.info("explained {} {}", escalation.dossier(), escalation.rung());
        var explained = mapper.find(id, overseen(officer), officer.username());
        return view(explained == null ? escalation : explained, locale);
    }

    private List<String> overseen(Caller officer) {
        var units = new ArrayList<String>();
        for (var post : officer.posts()) {
            if (OVERSEERS.contains(post.duty())) {
                units.addAll(organisation.subtree(organisation.agencyOf(post.unit())));
            } else if (post.duty() == Duty.UNIT_HEAD) {
                units.addAll(organisation.subtree(post.unit()));
            }
        }
        return units.stream().distinct().toList();
    }

    /** An inspector looks and does not act. */
    private static boolean mayExplain(Caller officer, Escalation escalation) {
        return escalation.toOfficers().contains(officer.username())
                || escalation.explainers().contains(officer.username())
                || officer.posts().stream()
                        .anyMatch(post -> post.duty() == Duty.UNIT_HEAD
                                || OVERSEERS.contains(post.duty()) && post.duty() != Duty.INSPECTOR);
    }

    private static @Nullable String post(Caller officer, Escalation escalation) {
        return officer.posts().stream()
                .filter(post -> post.unit().equals(escalation.toUnit()))
                .findFirst()
                .map(Post::onBehalfOf)
                .orElse(null);
    }

    private static boolean isKnown(String reasonCode) {
        for (var known : ReasonCode.values()) {
            if (known.name().equals(reasonCode)) {
                return true;
            }
        }
        return false;
    }

    private EscalationView view(Escalation one, Locale locale) {
        var process = dossiers.get(new DossierNumber(one.dossier())).process();
        var legs = one.dossier().equals(one.root())
                ? process
                : dossiers.get(new DossierNumber(one.root())).process();
        var edition = catalogue.edition(legs);
        var leg = one.leg();
        var step = one.step();
        return new EscalationView(
                one.id() == null ? 0 : one.id(),
                one.level(),
                one.does().name(),
                one.ofLevel().name(),
                one.state().name().toLowerCase(Locale.ROOT),
                one.root(),
                one.dossier(),
                leg,
                leg == null
                        ? null
                        : edition.leg(leg)
                                .map(known -> edition.nameOf(known, locale))
                                .orElse(leg),
                step,
                step == null ? null : catalogue.procedure(process).name(step, locale),
                one.ofLevel() == Level.STEP ? one.clock() : null,
                one.unit(),
                name(one.unit(), locale),
                one.toDuty(),
                telling.word("deadline.to." + one.toDuty(), locale),
                one.toUnit(),
                name(one.toUnit(), locale),
                one.toOfficers().stream()
                        .map(username -> organisation
                                .officer(username)
                                .map(Officer::fullName)
                                .orElse(username))
                        .toList(),
                one.dueAt(),
                one.reachedAt(),
                one.raisedAt(),
                one.reasonCode(),
                one.explanation(),
                one.acknowledgedBy(),
                one.acknowledgedAt(),
                one.explainBy(),
                one.state() == Escalation.State.OPEN && mayExplain(caller.get(), one));
    }

    private String name(String unit, Locale locale) {
        return organisation.find(unit).map((Unit known) -> known.name(locale)).orElse(unit);
    }
}
