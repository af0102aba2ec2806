package vn.lienthong.dossier;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Post;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.procedure.Catalogue;

/**
 * Hands results over to the citizen: all of them, or what is there of them now and the rest later. With the last of them
 * the dossier's own step is done. A dossier that is late is handed over like any other.
 */
@Component
public class ReturningResults {

    private static final Logger log = LoggerFactory.getLogger(ReturningResults.class);

    private final OpenFiles files;
    private final Access access;
    private final Dossiers dossiers;
    private final Results results;
    private final HandedOverMapper mapper;
    private final FollowingTheProcess following;
    private final ObjectProvider<ReturnStep> returnStep;
    private final Timeline timeline;
    private final Catalogue catalogue;
    private final CurrentCaller caller;
    private final Clock clock;

    ReturningResults(
            OpenFiles files,
            Access access,
            Dossiers dossiers,
            Results results,
            HandedOverMapper mapper,
            FollowingTheProcess following,
            ObjectProvider<ReturnStep> returnStep,
            Timeline timeline,
            Catalogue catalogue,
            CurrentCaller caller,
            Clock clock) {
        this.files = files;
        this.access = access;
        this.dossiers = dossiers;
        this.results = results;
        this.mapper = mapper;
        this.following = following;
        this.returnStep = returnStep;
        this.timeline = timeline;
        this.catalogue = catalogue;
        this.caller = caller;
        this.clock = clock;
    }

    /** Whether somebody hands over results at all. */
    public static boolean isReturnsOfficer(Caller someone) {
        return someone.holds(Duty.RETURNS_OFFICER) || someone.holds(Duty.RECEPTION_OFFICER);
    }

    /** Codes of the units at whose desk somebody hands over results. */
    public static List<String> desksOf(Caller someone) {
        return someone.posts().stream()
                .filter(post -> post.duty() == Duty.RETURNS_OFFICER || post.duty() == Duty.RECEPTION_OFFICER)
                .map(Post::unit)
                .distinct()
                .toList();
    }

    /**
     * The post in which the caller hands over the results of a dossier.
     *
     * @throws Forbidden when it is not the caller's desk
     */
    private Post desk(Dossiers.Summary dossier) {
        return caller.get().posts().stream()
                .filter(post -> post.duty() == Duty.RETURNS_OFFICER || post.duty() == Duty.RECEPTION_OFFICER)
                .filter(post -> dossier.units().contains(post.unit()))
                .findFirst()
                .orElseThrow(() -> new Forbidden("not-a-returns-officer"));
    }

    /**
     * A citizen's dossier as the desk looks at it; of an agency's part, the dossier that the citizen handed in.
     *
     * @throws Forbidden when it is not the caller's desk
     */
    @Transactional(readOnly = true)
    public Dossiers.Summary look(DossierNumber number) {
        access.check(number);
        Dossiers.Summary dossier = dossiers.get(dossiers.get(number).root());
        access.check(dossier.number());
        desk(dossier);
        return dossier;
    }

    /**
     * Hands over results, and ends the dossier with the last of them.
     *
     * @return the how-manieth time somebody takes some
     * @throws InvalidInput with every fault
     * @throws Refused when there is nothing to hand over, or somebody else has just done it
     */
    @Transactional
    public int handOver(DossierNumber number, HandOver handOver) {
        Dossiers.Summary dossier = look(number);
        Post post = desk(dossier);
        dossier = dossiers.current(dossier.number());
        Results.Standing standing = results.of(dossier, OnPaper.VIETNAMESE);
        Optional<ReturnStep.Open> step = step(dossier.number());
        boolean nothingLeft = standing.ready().isEmpty();
        if (nothingLeft && (step.isEmpty() || !standing.later().isEmpty())) {
            throw new Refused(
                    "nothing-to-hand-over", Map.of("state", dossier.state().key()));
        }
        Set<String> chosen = new LinkedHashSet<>(handOver.items());
        byte[] signature = check(dossier, standing, handOver, nothingLeft);
        int round = standing.taken().size() + (nothingLeft ? 0 : 1);
        if (!nothingLeft) {
            write(dossier, standing, handOver, chosen, signature, round, post);
        }
        if (standing.isAll(chosen)) {
            finish(dossier, handOver, step);
        } else {
            files.open(dossier.number()).deliver("PARTLY_HANDED_OVER");
        }
        log.info("handed over {} results of {}", chosen.size(), dossier.number());
        return round;
    }

    private byte @Nullable [] check(
            Dossiers.Summary dossier, Results.Standing standing, HandOver handOver, boolean nothingLeft) {
        if (nothingLeft) {
            return null;
        }
        List<Problem> problems = HandOverCheck.of(
                handOver,
                dossier.applicant(),
                standing.ready().stream().map(Results.Ready::id).toList(),
                catalogue.edition(dossier.process()).results());
        String drawn = handOver.signature();
        byte[] signature = null;
        if (HandOver.COUNTER.equals(handOver.method())
                && drawn != null
                && !drawn.isBlank()
                && !handOver.signedOnPaper()) {
            signature = DrawnSignature.in(drawn).orElse(null);
            if (signature == null) {
                problems.add(Problem.of("signature", "signature-missing"));
            }
        }
        InvalidInput.ifAny(problems);
        return signature;
    }

    private void write(
            Dossiers.Summary dossier,
            Results.Standing standing,
            HandOver handOver,
            Set<String> chosen,
            byte @Nullable [] signature,
            int round,
            Post post) {
        String method = Objects.requireNonNull(handOver.method());
        Map<String, Object> collector = collector(dossier, handOver);
        String waybill = method.equals(HandOver.POST) ? stripped(handOver.waybill()) : null;
        mapper.insert(new HandedOverMapper.Handed(
                dossier.number().value(),
                round,
                clock.instant(),
                caller.get().username(),
                post.unit(),
                method,
                collector,
                waybill,
                signature,
                method.equals(HandOver.COUNTER) && handOver.signedOnPaper()));
        List<Results.Ready> given = standing.ready().stream()
                .filter(result -> chosen.contains(result.id()))
                .toList();
        mapper.insertResults(
                dossier.number().value(),
                given.stream()
                        .map(r -> new HandedOverMapper.Result(round, r.id(), r.name(), r.number(), r.agency(), r.leg()))
                        .toList());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("results", given.stream().map(Results.Ready::name).collect(Collectors.joining("; ")));
        details.put("method", method);
        details.put("round", round);
        if (collector.get("fullName") instanceof String name) {
            details.put("collector", name);
        }
        if (waybill != null) {
            details.put("waybill", waybill);
        }
        timeline.append(
                dossier.number(),
                new Actor(caller.get().username(), post.onBehalfOf(), post.unit()),
                "results-handed-over",
                details);
    }

    private static Map<String, Object> collector(Dossiers.Summary dossier, HandOver handOver) {
        HandOver.Collector collector = handOver.collector();
        if (!HandOver.COUNTER.equals(handOver.method()) || collector == null || collector.who() == null) {
            return Map.of();
        }
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("who", collector.who().name());
        boolean applicant = collector.who() == HandOver.Who.APPLICANT;
        put(person, "fullName", applicant ? dossier.applicant().fullName() : stripped(collector.fullName()));
        put(
                person,
                "identityNumber",
                applicant
                        ? dossier.applicant().identityNumber()
                        : IdentityNumber.in(Objects.requireNonNull(collector.identityNumber()))
                                .orElse(null));
        put(person, "authorisation", applicant ? null : stripped(collector.authorisation()));
        return person;
    }

    /** The step ends as it would from the worklist; results that were archived long ago are simply given out. */
    private void finish(Dossiers.Summary dossier, HandOver handOver, Optional<ReturnStep.Open> step) {
        if (step.isPresent()) {
            returnStep.getObject().complete(dossier.number(), answers(dossier, handOver, step.get()));
        } else if (dossier.state() == DossierState.READY) {
            Instant now = clock.instant();
            Dossier file = files.open(dossier.number());
            file.deliver("HANDED_OVER");
            following.move(file, DossierState.RETURNED, now);
            timeline.append(dossier.number(), "returned", Map.of());
        }
    }

    /** What the step's form is told of the hand-over, as far as it asks. */
    private Map<String, @Nullable Object> answers(Dossiers.Summary dossier, HandOver handOver, ReturnStep.Open step) {
        Map<String, @Nullable Object> answers = new LinkedHashMap<>(step.answers());
        answers.putAll(handOver.answers());
        if (step.form() == null) {
            return answers;
        }
        Set<String> asked = step.form().paths();
        Object receiver = collector(dossier, handOver).get("fullName");
        tell(answers, asked, "delivery", "method", handOver.method());
        tell(answers, asked, "returning", "receiver", receiver);
        tell(answers, asked, "returning", "waybill", stripped(handOver.waybill()));
        return answers;
    }

    private static void tell(
            Map<String, @Nullable Object> answers,
            Set<String> asked,
            String part,
            String name,
            @Nullable Object value) {
        if (value != null && asked.contains(part + "." + name)) {
            Map<String, Object> inner = new LinkedHashMap<>(OnPaper.map(answers.get(part)));
            inner.put(name, value);
            answers.put(part, inner);
        }
    }

    /** Where the results wait, once all are there. */
    public Optional<ReturnStep.Open> step(DossierNumber number) {
        return returnStep.stream().findFirst().flatMap(step -> step.of(number));
    }

    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
