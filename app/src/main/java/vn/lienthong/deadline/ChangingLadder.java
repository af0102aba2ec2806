package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;

/**
 * Gives an agency a ladder of its own for one level of clocks, or the usual one again. Clocks that start from then on climb
 * it; those that run climb it from their next rung on. A procedure's own ladder goes before it.
 */
@Component
public class ChangingLadder {

    private static final Logger log = LoggerFactory.getLogger(ChangingLadder.class);

    private static final int MOST_RUNGS = 12;

    private static final Set<Duty> READERS =
            EnumSet.of(Duty.BUSINESS_ADMINISTRATOR, Duty.SUPERVISOR, Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR);

    /** A rung as people write it; anything may be missing or wrong. */
    public record RungWish(
            @Nullable String at,
            @Nullable String to,
            @Nullable String does) {}

    /**
     * What the clocks of a level climb at an agency.
     *
     * @param of STEP, LEG or DOSSIER
     * @param own whether it is the agency's own ladder
     */
    public record LadderView(
            String of,
            boolean own,
            List<RungWish> rungs,
            @Nullable String changedByName,
            @Nullable Instant changedAt) {}

    /** @param agency code of the agency */
    public record LaddersView(String agency, String agencyName, boolean mayChange, List<LadderView> ladders) {}

    private final LadderMapper mapper;
    private final OwnLadders own;
    private final Ladders ladders;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Clock clock;

    ChangingLadder(
            LadderMapper mapper,
            OwnLadders own,
            Ladders ladders,
            Organisation organisation,
            CurrentCaller caller,
            Clock clock) {
        this.mapper = mapper;
        this.own = own;
        this.ladders = ladders;
        this.organisation = organisation;
        this.caller = caller;
        this.clock = clock;
    }

    /** Codes of the agencies whose ladders the caller may read. */
    public List<String> agencies() {
        return caller.get().posts().stream()
                .filter(post -> READERS.contains(post.duty()))
                .map(post -> organisation.agencyOf(post.unit()))
                .distinct()
                .toList();
    }

    /** @throws NotFound when there is no such agency, or it is none of the caller's business */
    @Transactional(readOnly = true)
    public LaddersView of(String agency, Locale locale) {
        if (!agencies().contains(agency)) {
            throw new NotFound("ladder");
        }
        var views = new ArrayList<LadderView>();
        for (var level : List.of(Level.STEP, Level.LEG, Level.DOSSIER)) {
            var last = mapper.history(agency).stream()
                    .filter(change -> change.level() == level)
                    .findFirst();
            var rungs = last.map(LadderMapper.Own::rungs).orElse(null);
            views.add(new LadderView(
                    level.name(),
                    rungs != null,
                    (rungs == null
                                    ? ladders.usual().of(level)
                                    : rungs.stream()
                                            .map(rung -> OwnLadders.rung(rung, level))
                                            .toList())
                            .stream()
                                    .map(rung -> new RungWish(
                                            rung.at(),
                                            rung.to().key(),
                                            rung.does().name()))
                                    .toList(),
                    last.map(change -> organisation
                                    .officer(change.changedBy())
                                    .map(Officer::fullName)
                                    .orElse(change.changedBy()))
                            .orElse(null),
                    last.map(LadderMapper.Own::changedAt).orElse(null)));
        }
        return new LaddersView(agency, organisation.unit(agency).name(locale), mayChange(agency), views);
    }

    /**
     * @param of STEP, LEG or DOSSIER
     * @param wishes the whole ladder of that level; null for the usual one
     * @throws InvalidInput with every fault, fields as {@code rungs[0].at}
     */
    @Transactional
    public void change(String agency, String of, @Nullable List<RungWish> wishes) {
        if (!agencies().contains(agency)) {
            throw new NotFound("ladder");
        }
        if (!mayChange(agency)) {
            throw new Forbidden("may-not-change-ladder");
        }
        var problems = new ArrayList<Problem>();
        var level = level(of, problems);
        var rungs = wishes == null ? null : rungs(wishes, level, problems);
        InvalidInput.ifAny(problems);
        mapper.change(
                agency,
                level,
                rungs == null ? null : rungs.stream().map(OwnLadders::written).toList(),
                caller.get().username(),
                clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                own.forget();
            }
        });
        log.info("changed the ladder of {} for {}", agency, level);
    }

    private boolean mayChange(String agency) {
        return caller.get().unitsWith(Duty.BUSINESS_ADMINISTRATOR).stream()
                .anyMatch(unit -> organisation.agencyOf(unit).equals(agency));
    }

    private static Level level(String written, List<Problem> problems) {
        for (var level : Level.values()) {
            if (level.name().equalsIgnoreCase(written)) {
                return level;
            }
        }
        problems.add(Problem.of("of", "level-unknown"));
        return Level.STEP;
    }

    private static List<Rung> rungs(List<RungWish> wishes, Level level, List<Problem> problems) {
        var rungs = new ArrayList<Rung>();
        var ids = new HashSet<String>();
        if (wishes.size() > MOST_RUNGS) {
            problems.add(Problem.of("rungs", "too-many", MOST_RUNGS));
            return rungs;
        }
        for (int i = 0; i < wishes.size(); i++) {
            var field = "rungs[" + i + "].";
            var wish = wishes.get(i);
            var at = known(wish.at(), field + "at", "rung-malformed", problems, When::parse);
            var to = known(wish.to(), field + "to", "called-unknown", problems, Addressee::ofKey);
            var does = known(wish.does(), field + "does", "does-unknown", problems, Does::valueOf);
            if (at == null || to == null || does == null) {
                continue;
            }
            if (level != Level.STEP && to == Addressee.ASSIGNEE) {
                problems.add(Problem.of(field + "to", "nobody-has-it-in-hand"));
            }
            if (level != Level.DOSSIER && (does == Does.APOLOGISE || does == Does.LETTER)) {
                problems.add(Problem.of(field + "does", "promises-only"));
            }
            var rung = Rung.of(String.valueOf(wish.at()), level.name(), to.key(), does.name());
            if (!ids.add(rung.id())) {
                problems.add(Problem.of(field + "at", "rung-twice"));
            }
            rungs.add(rung);
        }
        return rungs;
    }

    private interface Reading<T> {

        T read(String written);
    }

    private static <T> @Nullable T known(
            @Nullable String written, String field, String otherwise, List<Problem> problems, Reading<T> reading) {
        if (written == null || written.isBlank()) {
            problems.add(Problem.of(field, "required"));
            return null;
        }
        try {
            return reading.read(written);
        } catch (IllegalArgumentException e) {
            problems.add(Problem.of(field, otherwise));
            return null;
        }
    }
}
