package vn.lienthong.procedure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.workflow.Feel;
import vn.lienthong.workflow.ProcessRef;

/** The forms of procedures: hands them out, fills them in beforehand, checks what comes back. */
@Component
public class Forms {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** In a FEEL expression: a quoted text, and a name that may be a path. */
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    private static final Pattern NAME = Pattern.compile("\\p{Alpha}\\w*(?:\\.\\w+)*");

    private final Catalogue catalogue;
    private final ChoiceLists lists;
    private final Feel feel;
    private final Clock clock;

    Forms(Catalogue catalogue, ChoiceLists lists, Feel feel, Clock clock) {
        this.catalogue = catalogue;
        this.lists = lists;
        this.feel = feel;
        this.clock = clock;
    }

    /**
     * What an officer's answers come to.
     *
     * @param changes the answers as they may be stored: normalised, without what the form only shows
     * @param problems empty when they may be stored
     */
    public record Filled(Map<String, @Nullable Object> changes, List<Problem> problems) {}

    /**
     * @param form id or file name of a form of the edition, or of one that all procedures share
     * @throws NotFound when there is none
     */
    public FormSchema form(ProcessRef ref, String form) {
        return find(ref, form).orElseThrow(() -> new NotFound("form"));
    }

    /** The same; empty when there is none. */
    public Optional<FormSchema> find(ProcessRef ref, String form) {
        return catalogue.procedure(ref).form(form).map(found -> found.with(lists::in));
    }

    /**
     * All faults of the answers to one form.
     *
     * @param prefix what the problems' paths begin with, for example {@code data}; may be empty
     */
    public List<Problem> validate(FormSchema form, Map<String, ? extends @Nullable Object> data, String prefix) {
        return fill(form, Map.of(), data, prefix).problems();
    }

    /**
     * Looks at what an officer sends back. What is not sent keeps its value; null takes a value away. Fields that the
     * form only shows may come back unchanged.
     *
     * @param content the dossier's content
     * @param prefix what the problems' paths begin with
     */
    public Filled fill(
            FormSchema form,
            Map<String, ? extends @Nullable Object> content,
            Map<String, ? extends @Nullable Object> answers,
            String prefix) {
        var problems = new ArrayList<Problem>();
        Map<String, @Nullable Object> sent =
                Moments.inVietnam(form.components(), Content.normalised(answers, "", problems));
        Map<String, @Nullable Object> whole = Content.merged(content, sent);
        var known = new KnownFields();
        known.add(form.components());
        problems.addAll(known.strangers(sent, ""));
        var check = new FormCheck(feel, clock.instant(), ZONE, whole);
        check.check(form);
        problems.addAll(check.problems());
        Map<String, @Nullable Object> changes = withoutReadOnly(form, content, sent, problems);
        return new Filled(changes, told(problems, prefix));
    }

    /** The form's fields with what the dossier knows already, and the form's own defaults where it knows nothing. */
    public Map<String, @Nullable Object> prefilled(FormSchema form, Map<String, ? extends @Nullable Object> content) {
        var filled = new LinkedHashMap<String, @Nullable Object>();
        prefill(form.components(), content, filled);
        return filled;
    }

    /**
     * What a viewer has to know besides the form's own fields: the parts of the dossier that its conditions ask for. They
     * are shown nowhere and not sent back.
     */
    public Map<String, @Nullable Object> surroundings(
            FormSchema form, Map<String, ? extends @Nullable Object> content) {
        var known = new LinkedHashMap<String, @Nullable Object>();
        form.components().stream()
                .flatMap(FormComponent::all)
                .map(FormComponent::hide)
                .filter(Objects::nonNull)
                .flatMap(condition ->
                        NAME.matcher(TEXT.matcher(condition).replaceAll("")).results())
                .map(MatchResult::group)
                .distinct()
                .forEach(path ->
                        Content.at(content, path).ifPresent(value -> put(known, List.of(path.split("\\.")), value)));
        return known;
    }

    private static void prefill(
            List<FormComponent> components,
            Map<String, ? extends @Nullable Object> from,
            Map<String, @Nullable Object> to) {
        for (FormComponent component : components) {
            if (component.isGroup()) {
                if (component.path().isEmpty()) {
                    prefill(component.children(), from, to);
                } else {
                    var inner = new LinkedHashMap<String, @Nullable Object>();
                    Object part =
                            Content.at(from, String.join(".", component.path())).orElse(null);
                    prefill(component.children(), part instanceof Map<?, ?> map ? Content.named(map) : Map.of(), inner);
                    if (!inner.isEmpty()) {
                        put(to, component.path(), inner);
                    }
                }
            } else if (!component.path().isEmpty()) {
                Object value =
                        Content.at(from, String.join(".", component.path())).orElse(component.defaultValue());
                if (value != null) {
                    put(to, component.path(), value);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, @Nullable Object> to, List<String> path, @Nullable Object value) {
        Map<String, @Nullable Object> at = to;
        for (String name : path.subList(0, path.size() - 1)) {
            if (!(at.get(name) instanceof Map<?, ?>)) {
                at.put(name, new LinkedHashMap<String, @Nullable Object>());
            }
            at = (Map<String, @Nullable Object>) Objects.requireNonNull(at.get(name));
        }
        String last = path.get(path.size() - 1);
        if (value instanceof Map<?, ?> map && at.get(last) instanceof Map<?, ?> present) {
            at.put(last, Content.merged(Content.named(present), Content.named(map)));
        } else {
            at.put(last, value);
        }
    }

    private static Map<String, @Nullable Object> withoutReadOnly(
            FormSchema form,
            Map<String, ? extends @Nullable Object> content,
            Map<String, @Nullable Object> sent,
            List<Problem> problems) {
        var writable = new LinkedHashSet<String>();
        var shown = new LinkedHashSet<String>();
        paths(form.components(), "", writable, shown);
        Map<String, @Nullable Object> changes = sent;
        for (String path : shown) {
            if (!writable.contains(path)) {
                Object value = Content.at(sent, path).orElse(null);
                if (value != null && !same(value, Content.at(content, path).orElse(null))) {
                    problems.add(Problem.of(path, "read-only"));
                }
                changes = without(changes, List.of(path.split("\\.")));
            }
        }
        return changes;
    }

    private static void paths(
            List<FormComponent> components, String scope, LinkedHashSet<String> writable, LinkedHashSet<String> shown) {
        for (FormComponent component : components) {
            String path = scope + String.join(".", component.path());
            if (component.isField() || component.isList()) {
                (component.readOnly() ? shown : writable).add(path);
            } else {
                paths(component.children(), component.path().isEmpty() ? scope : path + ".", writable, shown);
            }
        }
    }

    private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> map, List<String> path) {
        if (!map.containsKey(path.get(0))) {
            return map;
        }
        var copy = new LinkedHashMap<>(map);
        if (path.size() == 1) {
            copy.remove(path.get(0));
        } else if (copy.get(path.get(0)) instanceof Map<?, ?> inner) {
            Map<String, @Nullable Object> rest = without(Content.named(inner), path.subList(1, path.size()));
            if (rest.isEmpty()) {
                copy.remove(path.get(0));
            } else {
                copy.put(path.get(0), rest);
            }
        }
        return copy;
    }

    /**
     * A viewer sends an empty text for a field that has no value yet. What was stored went through JSON once more, so 1 may
     * be 1.0, a list another list and 21:40 be 21:40:00.
     */
    private static boolean same(@Nullable Object a, @Nullable Object b) {
        if (b == null) {
            return "".equals(a);
        }
        if (a instanceof Number && b instanceof Number) {
            return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString())) == 0;
        }
        if (a instanceof String x && b instanceof String y) {
            return Content.normalised(x).equals(Content.normalised(y)) || Moments.same(x, y);
        }
        return Objects.equals(a, b);
    }

    /**
     * Problems as they are told: each once, ordered by field, without those that follow from another. Where an object is
     * no object, nobody needs to hear that its parts are missing.
     */
    static List<Problem> told(List<Problem> problems, String prefix) {
        var malformed = problems.stream()
                .filter(problem ->
                        problem.code().equals("malformed") || problem.code().equals("too-much-data"))
                .map(Problem::field)
                .toList();
        return problems.stream()
                .filter(problem -> malformed.stream().noneMatch(field -> isInside(problem.field(), field)))
                .map(problem -> new Problem(prefixed(prefix, problem.field()), problem.code(), problem.args()))
                .distinct()
                .sorted(Comparator.comparing(Problem::field))
                .toList();
    }

    static boolean isInside(String field, String object) {
        return field.startsWith(object + ".") || field.startsWith(object + "[");
    }

    private static String prefixed(String prefix, String field) {
        return prefix.isEmpty() ? field : field.isEmpty() ? prefix : prefix + "." + field;
    }
}
