package vn.lienthong.dossier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;
import vn.lienthong.procedure.PersonalData;
import vn.lienthong.workflow.ProcessRef;

/**
 * Puts right what a dossier, open or finished, says of a person who asks for it (right of correction, Law 91/2025/QH15). What it said
 * before is kept. Results that were signed stay as they are: those are changed by the procedure that the law has for it.
 */
@Component
public class Correcting {

    private static final Logger log = LoggerFactory.getLogger(Correcting.class);

    /** Code of the paper that proves what is right. */
    public static final String PROOF = "correction-proof";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OpenFiles files;
    private final CorrectionMapper mapper;
    private final Access access;
    private final Catalogue catalogue;
    private final Forms forms;
    private final Documents documents;
    private final Timeline timeline;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Correcting(
            OpenFiles files,
            CorrectionMapper mapper,
            Access access,
            Catalogue catalogue,
            Forms forms,
            Documents documents,
            Timeline timeline,
            CurrentCaller caller,
            ApplicationEventPublisher events,
            Clock clock) {
        this.files = files;
        this.mapper = mapper;
        this.access = access;
        this.catalogue = catalogue;
        this.forms = forms;
        this.documents = documents;
        this.timeline = timeline;
        this.caller = caller;
        this.events = events;
        this.clock = clock;
    }

    /** A scan of what proves it. */
    public record Proof(String fileName, byte[] bytes) {}

    /**
     * @param changes new values by their paths; null takes an answer away
     * @param request who asked, and how it was made sure who that is
     */
    public record Wish(
            Map<String, @Nullable Object> changes,
            String request,
            @Nullable Proof proof) {}

    /**
     * Paths that can be put right: what the application's forms say of people, one value each. The commune that decides which agencies are
     * competent is none of them: another commune is another dossier.
     */
    public Set<String> correctable(ProcessRef process) {
        Set<String> paths = new LinkedHashSet<>();
        for (FormSchema form : forms(process)) {
            form.fields().stream()
                    .filter(field -> !field.readOnly() && !field.path().contains("[]"))
                    .map(FormSchema.Field::path)
                    .filter(path -> PersonalData.of(path)
                            .filter(kind -> kind != PersonalData.NONE)
                            .isPresent())
                    .forEach(paths::add);
        }
        String area = catalogue.edition(process).area();
        if (area != null) {
            paths.remove(area);
        }
        return paths;
    }

    /** The forms that an application of this edition is asked by. */
    public List<FormSchema> forms(ProcessRef process) {
        Edition edition = catalogue.edition(process);
        List<String> topics = new ArrayList<>();
        topics.add("applicant");
        topics.addAll(edition.application());
        return topics.stream()
                .flatMap(topic -> forms.find(process, topic).stream())
                .toList();
    }

    /**
     * @return paths that were changed; values that are as they were are passed over
     * @throws Refused when its content is gone, or nothing would change
     */
    @Transactional
    public Set<String> correct(DossierNumber number, Wish wish) {
        access.checkSpeaksForApplicant(number);
        Dossier dossier = files.open(number);
        if (Boolean.TRUE.equals(dossier.content().get(ContentDestroyed.MARK))) {
            throw new Refused("dossier-destroyed", Map.of("number", number.value()), number.value());
        }
        String request = wish.request().strip();
        List<Problem> problems = new ArrayList<>();
        FreeText.check("request", request, true, problems);
        Map<String, @Nullable Object> changes = checked(dossier, wish.changes(), problems);
        InvalidInput.ifAny(problems);
        if (changes.isEmpty()) {
            throw new InvalidInput(Problem.of("changes", "nothing-to-correct"));
        }
        Proof proof = wish.proof();
        String document = proof == null
                ? null
                : documents
                        .store(NewDocument.paper(
                                PROOF,
                                proof.fileName(),
                                proof.bytes(),
                                number.value(),
                                caller.get().username()))
                        .toString();
        Map<String, Object> before = dossier.content();
        apply(dossier, changes, request, document);
        for (Leg leg : dossier.legs()) {
            if (leg.number() != null && leg.state() == LegState.RUNNING) {
                alongWith(files.open(new DossierNumber(leg.number())), before, changes, request, document);
            }
        }
        return changes.keySet();
    }

    /** An agency that still works on its part works with what is right; who is done has to be asked. */
    private void alongWith(
            Dossier part,
            Map<String, Object> before,
            Map<String, @Nullable Object> changes,
            String request,
            @Nullable String document) {
        Map<String, @Nullable Object> same = new LinkedHashMap<>();
        changes.forEach((path, value) -> {
            if (Content.at(before, path).isPresent()
                    && Content.at(part.content(), path).equals(Content.at(before, path))) {
                same.put(path, value);
            }
        });
        if (!same.isEmpty() && !part.state().isFinal()) {
            apply(part, same, request, document);
        }
    }

    private void apply(
            Dossier dossier, Map<String, @Nullable Object> changes, String request, @Nullable String document) {
        DossierNumber number = dossier.number();
        List<CorrectionMapper.Row> rows = new ArrayList<>();
        changes.forEach((path, value) -> rows.add(new CorrectionMapper.Row(
                path,
                write(Content.at(dossier.content(), path).orElse(null)),
                write(value),
                request,
                document,
                caller.get().username(),
                clock.instant())));
        mapper.insert(number.value(), rows);
        dossier.correct(tree(changes));
        timeline.append(number, "data-corrected", Map.of("fields", List.copyOf(changes.keySet()), "request", request));
        events.publishEvent(new DataCorrected(number, dossier.applicant().fullName()));
        log.info("{} values of {} corrected", changes.size(), number);
    }

    /** Those that change something and that the forms accept; faults of other answers are none of this. */
    private Map<String, @Nullable Object> checked(
            Dossier dossier, Map<String, @Nullable Object> wished, List<Problem> problems) {
        Set<String> may = correctable(dossier.process());
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        Content.normalised(tree(wished), "changes", problems);
        wished.forEach((path, value) -> {
            if (!may.contains(path)) {
                problems.add(Problem.of("changes." + path, "not-correctable"));
                return;
            }
            Object clean = value instanceof String text ? empty(Content.normalised(text)) : value;
            if (!Objects.equals(clean, Content.at(dossier.content(), path).orElse(null))) {
                changes.put(path, clean);
            }
        });
        for (FormSchema form : forms(dossier.process())) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>();
            changes.forEach((path, value) -> {
                if (form.paths().contains(path)) {
                    own.put(path, value);
                }
            });
            if (!own.isEmpty()) {
                forms.fill(form, dossier.content(), tree(own), "").problems().stream()
                        .filter(problem -> own.containsKey(problem.field()))
                        .forEach(problem -> problems.add(
                                new Problem("changes." + problem.field(), problem.code(), problem.args())));
            }
        }
        return changes;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String write(@Nullable Object value) {
        return value == null ? null : JSON.writeValueAsString(value);
    }

    /** {@code applicant.phone → x} as {@code {applicant: {phone: x}}}. */
    private static Map<String, @Nullable Object> tree(Map<String, @Nullable Object> changes) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        changes.forEach((path, value) -> {
            Map<String, @Nullable Object> at = tree;
            String[] names = path.split("\\.", -1);
            for (int i = 0; i < names.length - 1; i++) {
                at = inner(at, names[i]);
            }
            at.put(names[names.length - 1], value);
        });
        return tree;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> inner(Map<String, @Nullable Object> map, String name) {
        return (Map<String, @Nullable Object>)
                Objects.requireNonNull(map.computeIfAbsent(name, any -> new LinkedHashMap<String, @Nullable Object>()));
    }
}
