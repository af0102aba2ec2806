package vn.lienthong.procedure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.procedure.Edition.Paper;
import vn.lienthong.workflow.Feel;

/** Checks a whole application as it comes in, and finds every fault at once. */
@Component
public class ApplicationCheck {

    /** Asked in every procedure, whatever its own topics are; forms that all procedures share. */
    private static final List<String> ALWAYS = List.of("applicant", "delivery");

    private static final String APPLICANT = "applicant";
    private static final int MOST_PAPERS = 100;
    private static final int MOST_COPIES = 100;

    private static final Pattern DOCUMENT_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Catalogue catalogue;
    private final Feel feel;
    private final Clock clock;

    ApplicationCheck(Catalogue catalogue, Feel feel, Clock clock) {
        this.catalogue = catalogue;
        this.feel = feel;
        this.clock = clock;
    }

    /**
     * A paper that was handed in.
     *
     * @param document id of the stored file; null when only the paper itself was seen
     */
    public record PaperHandedIn(
            String code, String form, int copies, @Nullable String document) {}

    /**
     * An application as it may be stored.
     *
     * @param applicant normalised
     * @param data normalised
     * @param problems empty when it may be received
     */
    public record Application(
            Map<String, @Nullable Object> applicant,
            Map<String, @Nullable Object> data,
            List<PaperHandedIn> papers,
            List<Problem> problems) {

        /** @throws InvalidInput when there is a problem */
        public Application orThrow() {
            InvalidInput.ifAny(problems);
            return this;
        }
    }

    /** All faults of an application; see {@link #read}. */
    public List<Problem> check(
            Edition edition,
            @Nullable Object channel,
            @Nullable Object applicant,
            @Nullable Object data,
            @Nullable Object papers) {
        return read(edition, channel, applicant, data, papers).problems();
    }

    /**
     * Takes the parts of an application as they came, whatever they are: a part of the wrong kind is a problem like any
     * other. Problems are ordered by field; their paths begin with {@code channel}, {@code applicant}, {@code data} or
     * {@code papers}.
     */
    public Application read(
            Edition edition,
            @Nullable Object channel,
            @Nullable Object applicant,
            @Nullable Object data,
            @Nullable Object papers) {
        var problems = new ArrayList<Problem>();
        channel(edition, channel, problems);
        Map<String, @Nullable Object> person = object(applicant, APPLICANT, problems);
        Map<String, @Nullable Object> answers = object(data, "data", problems);
        for (FormSchema form : topics(edition)) {
            answers = Moments.inVietnam(form.components(), answers);
        }
        List<PaperHandedIn> handedIn = papers(edition, papers, problems);
        forms(edition, person, answers, problems);
        papersMissing(edition, person, answers, handedIn, problems);
        return new Application(person, answers, handedIn, Forms.told(problems, ""));
    }

    private static void channel(Edition edition, @Nullable Object channel, List<Problem> problems) {
        if (Content.isEmpty(channel)) {
            problems.add(Problem.of("channel", "required"));
        } else if (!edition.channels().contains(String.valueOf(channel))) {
            problems.add(Problem.of("channel", "channel-not-offered", String.join(", ", edition.channels())));
        }
    }

    private static Map<String, @Nullable Object> object(@Nullable Object part, String name, List<Problem> problems) {
        if (part == null) {
            return Map.of();
        }
        if (part instanceof Map<?, ?> map) {
            return Content.normalised(map, name, problems);
        }
        problems.add(Problem.of(name, "malformed"));
        return Map.of();
    }

    private void forms(
            Edition edition,
            Map<String, @Nullable Object> applicant,
            Map<String, @Nullable Object> data,
            List<Problem> problems) {
        var answers = new LinkedHashMap<>(data);
        answers.put(APPLICANT, applicant);
        var check = new FormCheck(feel, clock.instant(), Forms.ZONE, answers);
        var known = new KnownFields();
        for (FormSchema form : topics(edition)) {
            check.check(form);
            known.add(form.components());
        }
        for (Problem problem : check.problems()) {
            boolean ofApplicant = problem.field().equals(APPLICANT) || Forms.isInside(problem.field(), APPLICANT);
            problems.add(
                    ofApplicant ? problem : new Problem("data." + problem.field(), problem.code(), problem.args()));
        }
        problems.addAll(known.child(APPLICANT).strangers(applicant, APPLICANT));
        known.remove(APPLICANT);
        problems.addAll(known.strangers(data, "data"));
        deliverable(edition, data, problems);
    }

    private List<FormSchema> topics(Edition edition) {
        Set<String> topics = new LinkedHashSet<>(edition.application());
        topics.addAll(ALWAYS);
        Procedure procedure = catalogue.procedure(edition.ref());
        return topics.stream().flatMap(topic -> procedure.form(topic).stream()).toList();
    }

    private static void deliverable(Edition edition, Map<String, @Nullable Object> data, List<Problem> problems) {
        Content.at(data, "delivery.method")
                .filter(method -> !edition.results().contains(String.valueOf(method)))
                .ifPresent(method -> problems.add(Problem.of("data.delivery.method", "not-an-option")));
    }

    private static List<PaperHandedIn> papers(Edition edition, @Nullable Object papers, List<Problem> problems) {
        if (papers == null) {
            return List.of();
        }
        if (!(papers instanceof List<?> list)) {
            problems.add(Problem.of("papers", "malformed"));
            return List.of();
        }
        if (list.size() > MOST_PAPERS) {
            problems.add(Problem.of("papers", "too-much-data"));
            return List.of();
        }
        var handedIn = new ArrayList<PaperHandedIn>();
        var seen = new LinkedHashSet<String>();
        for (int i = 0; i < list.size(); i++) {
            String at = "papers[" + i + "]";
            if (!(list.get(i) instanceof Map<?, ?> map)) {
                problems.add(Problem.of(at, "malformed"));
                continue;
            }
            Map<String, @Nullable Object> paper = Content.normalised(map, at, problems);
            String code = paper.get("code") instanceof String text ? text : "";
            if (code.isEmpty()) {
                problems.add(Problem.of(at + ".code", "required"));
                continue;
            }
            if (edition.paper(code).isEmpty()) {
                problems.add(Problem.of(at + ".code", "paper-unknown", code));
                continue;
            }
            if (!seen.add(code)) {
                problems.add(Problem.of(at + ".code", "paper-twice", code));
            }
            handedIn.add(paper(edition.paper(code).get(), paper, "papers." + code, problems));
        }
        return List.copyOf(handedIn);
    }

    private static PaperHandedIn paper(
            Paper paper, Map<String, @Nullable Object> given, String at, List<Problem> problems) {
        Object form = given.getOrDefault("form", null);
        Object copies = given.getOrDefault("copies", null);
        Object document = given.getOrDefault("document", null);
        if (Content.isEmpty(form)) {
            problems.add(Problem.of(at + ".form", "required"));
        } else if (!paper.forms().contains(String.valueOf(form))) {
            problems.add(Problem.of(at + ".form", "paper-form-not-accepted", String.join(", ", paper.forms())));
        }
        boolean counted = copies == null || (copies instanceof Integer number && number >= 1 && number <= MOST_COPIES);
        if (!counted) {
            problems.add(Problem.of(at + ".copies", "not-a-count", MOST_COPIES));
        }
        if (document != null
                && !(document instanceof String id && DOCUMENT_ID.matcher(id).matches())) {
            problems.add(Problem.of(at + ".document", "malformed"));
        }
        given.keySet().stream()
                .filter(name -> !Set.of("code", "form", "copies", "document").contains(name))
                .forEach(name -> problems.add(Problem.of(at + "." + name, "unknown-field")));
        return new PaperHandedIn(
                paper.code(),
                String.valueOf(form),
                copies instanceof Integer number ? number : 1,
                document instanceof String id ? id : null);
    }

    /**
     * A paper that must be there and is not. Where nothing is known of what it describes either, the paper is what is
     * missing, and its single fields are not asked for one by one.
     */
    private void papersMissing(
            Edition edition,
            Map<String, @Nullable Object> applicant,
            Map<String, @Nullable Object> data,
            List<PaperHandedIn> handedIn,
            List<Problem> problems) {
        var context = new LinkedHashMap<>(data);
        context.put(APPLICANT, applicant);
        for (Paper paper : edition.papers()) {
            boolean there = handedIn.stream().anyMatch(one -> one.code().equals(paper.code()));
            if (there || !paper.required() || (paper.when() != null && !feel.holds(paper.when(), context))) {
                continue;
            }
            String described = paper.describes() == null ? "papers." + paper.code() : "data." + paper.describes();
            if (paper.describes() != null
                    && Content.at(data, paper.describes())
                            .filter(part -> !Content.isEmpty(part))
                            .isEmpty()) {
                problems.removeIf(problem -> Forms.isInside(problem.field(), described));
            }
            problems.add(Problem.of(
                    described,
                    "paper-missing",
                    paper.names().vi(),
                    paper.names().en()));
        }
    }
}
