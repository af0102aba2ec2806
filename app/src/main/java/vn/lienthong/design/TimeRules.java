package vn.lienthong.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Edition.Leg;
import vn.lienthong.workflow.ProcessModel.Node;

/**
 * Whether everybody together can be as fast as the law wants: the sum of the budgets on the slowest way against the legal
 * and the promised limit, and the steps of a leg against the leg. Counted until the result is ready; how long the citizen
 * takes to collect it or to answer is the citizen's time.
 */
final class TimeRules implements Rule {

    private static final Pattern CLOCK = Pattern.compile("\\$\\{\\s*clock\\.in\\(\\s*'([^']+)'\\s*\\)\\s*}");
    private static final Pattern ISO = Pattern.compile("P(?:(\\d{1,4})D)?(?:T(?:(\\d{1,5})H)?(?:(\\d{1,6})M)?)?");

    /** What a dossier does when its result is ready; the clock of the administration stops there. */
    private static final String READY = "file.markReady";

    @Override
    public void check(Subject subject, Findings findings) {
        Edition edition = subject.edition();
        Predicate<Node> untilReady = node ->
                !node.attributes().getOrDefault("delegateExpression", "").contains(READY);
        var paths = new Paths(subject.graph(), untilReady, node -> isCompleteAgain(edition, node));
        for (Leg leg : edition.legs()) {
            Paths.Way slowest = paths.longest(node -> ofLeg(subject, node, leg) ? step(subject, node) : 0);
            WorkTime needed = new WorkTime(slowest.length());
            if (needed.isMoreThan(given(leg))) {
                findings.error(
                        "exceeds-leg-budget",
                        leg.id(),
                        (Finding.Told) locale -> subject.edition().nameOf(leg, locale),
                        needed,
                        given(leg),
                        named(subject, slowest, node -> ofLeg(subject, node, leg) ? step(subject, node) : 0));
            }
        }
        total(subject, paths, findings);
        asLeg(subject, paths, findings);
        loops(subject, paths, findings);
        neighbours(subject, findings);
    }

    /** The slowest way of all, against both limits. */
    private static void total(Subject subject, Paths paths, Findings findings) {
        Edition edition = subject.edition();
        Slowest slowest = slowest(subject, paths);
        WorkTime legal = WorkTime.given(edition.legalLimit());
        if (slowest.time().isMoreThan(legal)) {
            findings.error("exceeds-legal-limit", edition.key(), slowest.time(), legal, slowest.way());
        }
        if (edition.promisedLimit() != null) {
            WorkTime promised = WorkTime.given(edition.promisedLimit());
            if (promised.isMoreThan(legal)) {
                findings.error("promise-beyond-law", edition.key(), promised, legal);
            } else if (slowest.time().isMoreThan(promised)) {
                findings.error("exceeds-promised-limit", edition.key(), slowest.time(), promised, slowest.way());
            }
        }
    }

    /** The steps drawn against what the procedure is given when another one asks for it. */
    private static void asLeg(Subject subject, Paths paths, Findings findings) {
        Edition edition = subject.edition();
        if (edition.linkedLimit() == null) {
            return;
        }
        ToLongFunction<Node> cost = node -> step(subject, node) + leg(subject, node) + timer(subject, node);
        Paths.Way drawn = paths.longest(cost);
        WorkTime given = WorkTime.given(edition.linkedLimit());
        if (new WorkTime(drawn.length()).isMoreThan(given)) {
            findings.error(
                    "exceeds-linked-limit",
                    edition.key(),
                    new WorkTime(drawn.length()),
                    given,
                    named(subject, drawn, cost));
        }
    }

    /** A way in words, with what each part of it takes. */
    private record Slowest(WorkTime time, Finding.Told way) {}

    /**
     * The longest of three: the steps and legs drawn; the same with the founding leg taken as a whole, which is what a
     * citizen is promised even when its steps are quicker; and the legs as they wait for each other in procedure.yml.
     */
    private static Slowest slowest(Subject subject, Paths paths) {
        ToLongFunction<Node> cost = node -> step(subject, node) + leg(subject, node) + timer(subject, node);
        Paths.Way drawn = paths.longest(cost);
        Slowest slowest = new Slowest(new WorkTime(drawn.length()), named(subject, drawn, cost));
        Optional<Leg> founding = subject.edition().foundingLeg();
        if (founding.isPresent()) {
            Leg own = founding.get();
            ToLongFunction<Node> others =
                    node -> ofLeg(subject, node, own) || isWithinFounding(subject, node) ? 0 : cost.applyAsLong(node);
            Paths.Way rest = paths.longest(others);
            WorkTime whole = new WorkTime(rest.length() + taken(subject, own).minutes());
            if (whole.isMoreThan(slowest.time())) {
                Finding.Told tail = named(subject, rest, others);
                slowest = new Slowest(
                        whole,
                        locale -> legInWords(subject, own).in(locale)
                                + (tail.in(locale).isEmpty() ? "" : " → " + tail.in(locale)));
            }
        }
        for (Leg last : subject.edition().legs()) {
            List<Leg> chain = chain(subject.edition(), last);
            WorkTime time = new WorkTime(chain.stream()
                    .mapToLong(leg -> taken(subject, leg).minutes())
                    .sum());
            if (time.isMoreThan(slowest.time())) {
                slowest = new Slowest(
                        time,
                        locale -> chain.stream()
                                .map(leg -> legInWords(subject, leg).in(locale))
                                .reduce((a, b) -> a + " → " + b)
                                .orElse(""));
            }
        }
        return slowest;
    }

    /** A leg that waits for no other runs while the founding one does, within its time. */
    private static boolean isWithinFounding(Subject subject, Node node) {
        return node.type().equals("callActivity")
                && Optional.ofNullable(node.properties().get("leg"))
                        .flatMap(subject.edition()::leg)
                        .filter(leg -> leg.after() == null)
                        .isPresent();
    }

    private static List<Leg> chain(Edition edition, Leg last) {
        var chain = new ArrayList<Leg>();
        Set<String> seen = new HashSet<>();
        @Nullable Leg leg = last;
        while (leg != null && seen.add(leg.id())) {
            chain.add(0, leg);
            leg = leg.after() == null ? null : edition.leg(leg.after()).orElse(null);
        }
        return chain;
    }

    /** Ways that lead back, as often as the designer says they may: {@code rounds} on the flow, or the supplement's. */
    private static void loops(Subject subject, Paths paths, Findings findings) {
        ToLongFunction<Node> cost = node -> step(subject, node) + leg(subject, node) + timer(subject, node);
        long more = 0;
        var names = new ArrayList<String>();
        for (Paths.Loop loop : paths.loops()) {
            Paths.Way round = paths.between(cost, loop.to(), loop.from());
            int rounds = rounds(subject, loop, round);
            if (rounds > 0 && round.length() > 0) {
                more += rounds * round.length();
                names.add(loop.to());
            }
        }
        WorkTime once = slowest(subject, paths).time();
        WorkTime withLoops = new WorkTime(once.minutes() + more);
        WorkTime limit = WorkTime.given(subject.edition().limit());
        if (more > 0 && withLoops.isMoreThan(limit) && !once.isMoreThan(limit)) {
            findings.warning("loops-exceed-limit", subject.edition().key(), withLoops, limit, (Finding.Told)
                    locale -> String.join(", ", names));
        }
    }

    private static int rounds(Subject subject, Paths.Loop loop, Paths.Way round) {
        int declared = Paths.flows(subject.graph(), loop).stream()
                .map(flow -> flow.properties().getOrDefault("rounds", ""))
                .filter(written -> written.matches("\\d{1,2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        boolean supplement = round.nodes().stream()
                .flatMap(id -> subject.graph().node(id).stream())
                .anyMatch(node -> "supplement".equals(node.properties().get("wait")));
        Edition.SupplementPolicy policy = subject.edition().supplement();
        boolean addsUp = policy != null && policy.policy() == Edition.SupplementClock.PAUSE_AND_EXTEND;
        return supplement && policy != null && addsUp ? Math.max(declared, policy.rounds()) : declared;
    }

    /** What an agency is given as a leg against what its own procedure takes. */
    private static void neighbours(Subject subject, Findings findings) {
        for (Leg leg : subject.edition().legs()) {
            if (leg.procedure() == null) {
                continue;
            }
            subject.around().procedure(leg.procedure()).ifPresent(neighbour -> {
                WorkTime own = WorkTime.given(neighbour.edition().limitAsLeg());
                WorkTime least = times(leg, WorkTime::taken)
                        .min(Comparator.comparingLong(WorkTime::minutes))
                        .orElseThrow();
                if (own.isMoreThan(least)) {
                    findings.warning("leg-shorter-than-procedure", leg.id(), least, leg.procedure(), own);
                }
            });
        }
    }

    private static boolean ofLeg(Subject subject, Node node, Leg leg) {
        return node.type().equals("userTask")
                && subject.legOf(node).filter(leg::equals).isPresent();
    }

    /** During a step with the property {@code pause} the time of the whole stands still. */
    private static long step(Subject subject, Node node) {
        boolean counts = node.type().equals("userTask") && !node.properties().containsKey("pause");
        return counts
                ? Subject.budget(node)
                        .map(budget -> taken(subject, budget))
                        .map(WorkTime::minutes)
                        .orElse(0L)
                : 0;
    }

    private static long leg(Subject subject, Node node) {
        if (!node.type().equals("callActivity")) {
            return 0;
        }
        String id = node.properties().get("leg");
        return Optional.ofNullable(id)
                .flatMap(leg -> subject.edition().leg(leg))
                .map(leg -> taken(subject, leg).minutes())
                .orElse(0L);
    }

    /** Where the law counts calendar days, what is given in calendar days is counted as the law's own are. */
    private static WorkTime taken(Subject subject, Budget budget) {
        boolean alike = budget.unit() == BudgetUnit.CALENDAR_DAY
                && subject.edition().legalLimit().unit() == BudgetUnit.CALENDAR_DAY;
        return alike ? WorkTime.given(budget) : WorkTime.taken(budget);
    }

    /** Where the time begins anew with the complete dossier, what was before no longer counts. */
    private static boolean isCompleteAgain(Edition edition, Node node) {
        Edition.SupplementPolicy policy = edition.supplement();
        boolean restarts = policy != null && policy.policy() == Edition.SupplementClock.RESTART;
        return restarts && "supplement".equals(node.properties().get("wait"));
    }

    /** The most that the leg may be given, in whatever case. */
    private static WorkTime given(Leg leg) {
        return most(leg, WorkTime::given);
    }

    private static WorkTime taken(Subject subject, Leg leg) {
        return most(leg, budget -> taken(subject, budget));
    }

    private static WorkTime most(Leg leg, Function<Budget, WorkTime> time) {
        return times(leg, time).max(Comparator.comparingLong(WorkTime::minutes)).orElseThrow();
    }

    /** What the leg is given in each case. */
    private static Stream<WorkTime> times(Leg leg, Function<Budget, WorkTime> time) {
        return Stream.concat(
                        Stream.of(leg.budget()), leg.otherBudgets().stream().map(Edition.OtherBudget::budget))
                .map(time);
    }

    /** A timer on the way takes its time, unless it is the end of the citizen's. */
    private static long timer(Subject subject, Node node) {
        boolean timer = node.type().equals("intermediateCatchEvent")
                && node.event() != null
                && node.event().kind().equals("timer");
        if (!timer || isCitizensTime(subject.graph(), node)) {
            return 0;
        }
        String written = node.event() == null ? "" : node.event().value();
        Matcher clock = CLOCK.matcher(written);
        if (clock.matches()) {
            try {
                return taken(subject, Budget.parse(clock.group(1))).minutes();
            } catch (IllegalArgumentException e) {
                return 0;
            }
        }
        Matcher iso = ISO.matcher(written);
        if (!iso.matches()) {
            return 0;
        }
        Function<Integer, Long> part = group -> iso.group(group) == null ? 0L : Long.parseLong(iso.group(group));
        return part.apply(1) * 8 * 60 + Math.min(part.apply(2), 8) * 60 + Math.min(part.apply(3), 480);
    }

    private static boolean isCitizensTime(Graph graph, Node timer) {
        if (timer.properties().containsKey("wait")) {
            return true;
        }
        return graph.into(timer).stream()
                .flatMap(flow -> graph.node(flow.source()).stream())
                .filter(node -> node.type().equals("eventBasedGateway"))
                .flatMap(gateway -> graph.from(gateway).stream())
                .flatMap(flow -> graph.node(flow.target()).stream())
                .anyMatch(event -> event.properties().containsKey("wait"));
    }

    private static Finding.Told legInWords(Subject subject, Leg leg) {
        return locale -> subject.edition().nameOf(leg, locale) + " ("
                + taken(subject, leg).in(locale) + ")";
    }

    private static Finding.Told named(Subject subject, Paths.Way way, ToLongFunction<Node> cost) {
        return locale -> way.nodes().stream()
                .flatMap(id -> subject.graph().node(id).stream())
                .filter(node -> cost.applyAsLong(node) > 0)
                .map(node -> name(subject, node, locale) + " (" + new WorkTime(cost.applyAsLong(node)).in(locale) + ")")
                .reduce((a, b) -> a + " → " + b)
                .orElse("");
    }

    private static String name(Subject subject, Node node, Locale locale) {
        return subject.read().texts().text(node.id(), locale).orElse(node.name().isBlank() ? node.id() : node.name());
    }
}
