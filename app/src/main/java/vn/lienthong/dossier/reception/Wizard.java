package vn.lienthong.dossier.reception;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Intake;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.dossier.TurningAway;
import vn.lienthong.dossier.Visits;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;

/** Puts a dossier together topic by topic. */
@Component
class Wizard {

    static final String APPLICANT = "applicant";
    static final String INTAKE = "intake";
    static final String PAPERS = "papers";
    static final String DELIVERY = "delivery";

    private static final String COUNTER = "COUNTER";
    private static final String FORM = "form";
    private static final String COPIES = "copies";

    /** Where a topic stands. */
    enum Progress {
        TODO,
        INCOMPLETE,
        DONE
    }

    /** A topic as the task list shows it. */
    record Topic(String id, String name, Progress progress, int problems) {}

    /** A paper as the checklist shows it. */
    record PaperLine(
            String code,
            String name,
            boolean required,
            List<String> forms,
            @Nullable String form,
            int copies) {}

    private final OwnDrafts drafts;
    private final Forms forms;
    private final Receiving receiving;
    private final Visits visits;
    private final TurningAway turningAway;
    private final Clock clock;
    private final MessageSource messages;

    Wizard(
            OwnDrafts drafts,
            Forms forms,
            Receiving receiving,
            Visits visits,
            TurningAway turningAway,
            Clock clock,
            MessageSource messages) {
        this.drafts = drafts;
        this.forms = forms;
        this.receiving = receiving;
        this.visits = visits;
        this.turningAway = turningAway;
        this.clock = clock;
        this.messages = messages;
    }

    /**
     * @param visit on whose receipt the dossier will stand; null for the first of a visit
     * @param applicant what is known of the applicant already
     */
    @Transactional
    UUID begin(String procedure, String channel, @Nullable UUID visit, Map<String, Object> applicant) {
        Edition edition = drafts.edition(procedure);
        if (!edition.channels().contains(channel)) {
            throw new InvalidInput(Problem.of("channel", "channel-not-offered", String.join(", ", edition.channels())));
        }
        var draft = new Draft(
                UUID.randomUUID(),
                drafts.officer().username(),
                edition.key(),
                channel,
                applicant,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                visit,
                clock.instant());
        drafts.add(draft);
        return draft.id();
    }

    /** Topics in the order they are asked. */
    List<Topic> topics(Draft draft, Locale locale) {
        List<Problem> problems = faults(draft);
        return order(draft).stream()
                .map(id -> {
                    int faults = (int)
                            problems.stream().filter(p -> belongs(draft, id, p)).count();
                    return new Topic(
                            id,
                            name(draft, id, locale),
                            !draft.seen().contains(id)
                                    ? Progress.TODO
                                    : faults == 0 ? Progress.DONE : Progress.INCOMPLETE,
                            faults);
                })
                .toList();
    }

    List<String> order(Draft draft) {
        List<String> order = new ArrayList<>();
        if (!draft.channel().equals(COUNTER)) {
            order.add(INTAKE);
        }
        order.add(APPLICANT);
        order.addAll(drafts.edition(draft).application());
        order.add(PAPERS);
        if (drafts.procedure(draft).form(DELIVERY).isPresent()) {
            order.add(DELIVERY);
        }
        return order;
    }

    /** Whether the topic is asked by a form of the procedure. */
    static boolean isForm(String topic) {
        return !topic.equals(PAPERS) && !topic.equals(INTAKE);
    }

    Optional<String> after(Draft draft, String topic) {
        List<String> order = order(draft);
        int at = order.indexOf(topic);
        return at + 1 < order.size() ? Optional.of(order.get(at + 1)) : Optional.empty();
    }

    FormSchema form(Draft draft, String topic) {
        return forms.form(drafts.edition(draft).ref(), topic);
    }

    Map<String, @Nullable Object> prefilled(Draft draft, String topic) {
        return forms.prefilled(form(draft, topic), draft.answers());
    }

    /** The answers of other topics that this one's conditions ask for. */
    Map<String, @Nullable Object> surroundings(Draft draft, String topic) {
        return forms.surroundings(form(draft, topic), draft.answers());
    }

    /**
     * Keeps what was entered, right or wrong: nothing an officer typed is lost.
     *
     * @return the faults of this topic
     */
    @Transactional
    List<Problem> save(UUID id, String topic, Map<String, @Nullable Object> answers) {
        Draft draft = drafts.hold(id);
        Forms.Filled filled = forms.fill(form(draft, topic), draft.answers(), answers, "");
        drafts.keep(with(draft, topic, filled));
        return filled.problems();
    }

    /** The draft as it would be if these answers were kept. */
    Draft supposing(Draft draft, String topic, Map<String, @Nullable Object> answers) {
        return with(draft, topic, forms.fill(form(draft, topic), draft.answers(), answers, ""));
    }

    private Draft with(Draft draft, String topic, Forms.Filled filled) {
        Map<String, Object> all = Content.changed(draft.answers(), filled.changes());
        Map<String, Object> applicant = map(all.remove(APPLICANT));
        return draft.with(applicant, all, topic, clock.instant());
    }

    @Transactional
    void savePapers(UUID id, Map<String, Object> papers) {
        drafts.keep(drafts.hold(id).withPapers(papers, PAPERS, clock.instant()));
    }

    @Transactional
    void saveIntake(UUID id, Map<String, Object> intake) {
        drafts.keep(drafts.hold(id).withIntake(intake, INTAKE, clock.instant()));
    }

    /** How the dossier came, as it will be written down: who files online for somebody is the officer, unless another. */
    Intake intake(Draft draft) {
        Intake said = Intake.of(Map.of(INTAKE, draft.intake()));
        return draft.channel().equals("ONLINE")
                        && said.helper() == null
                        && draft.seen().contains(INTAKE)
                ? new Intake(new Intake.Filer(drafts.officer().fullName(), null, null), null, null)
                : said;
    }

    List<PaperLine> papers(Draft draft, Locale locale) {
        return drafts.edition(draft).papers().stream()
                .map(p -> {
                    Map<String, Object> given = map(draft.papers().get(p.code()));
                    return new PaperLine(
                            p.code(),
                            p.names().in(locale),
                            p.required(),
                            p.forms(),
                            given.get(FORM) == null ? null : String.valueOf(given.get(FORM)),
                            given.get(COPIES) instanceof Number n ? n.intValue() : 1);
                })
                .toList();
    }

    /** Every fault of the draft at once. */
    List<Problem> faults(Draft draft) {
        return receiving.lookAt(application(draft)).problems();
    }

    Application application(Draft draft) {
        return new Application(
                draft.procedure(),
                draft.channel(),
                draft.applicant(),
                draft.data(),
                handedIn(draft),
                draft.channel().equals(COUNTER) ? null : draft.intake());
    }

    /** @throws NotFound when it was received or thrown away in the meantime: one draft becomes one dossier */
    @Transactional
    DossierNumber receive(UUID id) {
        Draft draft = drafts.hold(id);
        DossierNumber number = receiving.receive(application(draft));
        if (draft.visit() != null) {
            visits.join(draft.visit(), number);
        }
        drafts.drop(draft);
        return number;
    }

    /** @return by which number the refusal is known */
    @Transactional
    UUID turnAway(UUID id, String reason) {
        Draft draft = drafts.hold(id);
        UUID refusal = turningAway.turnAway(application(draft), reason);
        drafts.drop(draft);
        return refusal;
    }

    @Transactional
    void discard(UUID id) {
        drafts.drop(drafts.get(id));
    }

    String name(Draft draft, String topic, Locale locale) {
        return drafts.procedure(draft)
                .texts()
                .text("topic." + topic, locale)
                .or(() -> forms.find(drafts.edition(draft).ref(), topic).map(f -> title(f, locale)))
                .orElseGet(() -> messages.getMessage(
                        "dossier.reception." + topic + (topic.equals(INTAKE) ? "." + draft.channel() : ""),
                        null,
                        locale));
    }

    /** What the form's first group is called. */
    private static String title(FormSchema form, Locale locale) {
        if (form.localised(locale).get("components") instanceof List<?> components) {
            for (Object component : components) {
                if (component instanceof Map<?, ?> group && group.get("label") instanceof String label) {
                    return label;
                }
            }
        }
        return form.key();
    }

    boolean belongs(Draft draft, String topic, Problem problem) {
        String field = problem.field();
        if (topic.equals(PAPERS)) {
            return problem.code().equals("paper-missing") || field.startsWith("papers");
        }
        if (topic.equals(INTAKE)) {
            return field.startsWith("intake.");
        }
        if (problem.code().equals("paper-missing")) {
            return false;
        }
        String path = field.startsWith("data.") ? field.substring("data.".length()) : field;
        return drafts.procedure(draft)
                .form(topic)
                .filter(f -> f.paths().stream().anyMatch(p -> p.equals(path) || path.startsWith(p + ".")))
                .isPresent();
    }

    private List<Map<String, Object>> handedIn(Draft draft) {
        List<Map<String, Object>> papers = new ArrayList<>();
        draft.papers().forEach((code, given) -> {
            Map<String, Object> paper = new LinkedHashMap<>(map(given));
            paper.put("code", code);
            papers.add(paper);
        });
        return papers;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
