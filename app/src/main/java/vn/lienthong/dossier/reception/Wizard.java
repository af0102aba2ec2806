package vn.lienthong.dossier.reception;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.Application;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Foretelling;
import vn.lienthong.dossier.PlannedLeg;
import vn.lienthong.dossier.Receiving;
import vn.lienthong.procedure.ApplicationCheck;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;
import vn.lienthong.procedure.Procedure;

/** Puts a dossier together topic by topic. */
@Component
class Wizard {

    static final String APPLICANT = "applicant";
    static final String PAPERS = "papers";
    static final String DELIVERY = "delivery";

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

    /** What an agency would promise. */
    record Promise(String leg, String agency, Instant dueAt) {}

    private final DraftMapper drafts;
    private final Catalogue catalogue;
    private final Forms forms;
    private final ApplicationCheck check;
    private final Receiving receiving;
    private final ObjectProvider<Foretelling> foretelling;
    private final Organisation organisation;
    private final Access access;
    private final CurrentCaller caller;
    private final Clock clock;
    private final MessageSource messages;

    Wizard(
            DraftMapper drafts,
            Catalogue catalogue,
            Forms forms,
            ApplicationCheck check,
            Receiving receiving,
            ObjectProvider<Foretelling> foretelling,
            Organisation organisation,
            Access access,
            CurrentCaller caller,
            Clock clock,
            MessageSource messages) {
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.forms = forms;
        this.check = check;
        this.receiving = receiving;
        this.foretelling = foretelling;
        this.organisation = organisation;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
        this.messages = messages;
    }

    List<Edition> procedures() {
        return catalogue.inForce(LocalDate.now(clock), agency());
    }

    List<Draft> drafts() {
        return drafts.of(officer().username());
    }

    @Transactional
    UUID begin(String procedure, String channel) {
        Edition edition = catalogue.edition(procedure, LocalDate.now(clock), agency());
        if (!edition.channels().contains(channel)) {
            throw new InvalidInput(Problem.of("channel", "channel-not-offered", String.join(", ", edition.channels())));
        }
        var draft = new Draft(
                UUID.randomUUID(),
                officer().username(),
                edition.key(),
                channel,
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                clock.instant());
        drafts.insert(draft);
        return draft.id();
    }

    /** @throws NotFound when there is none, or it is somebody else's */
    Draft draft(UUID id) {
        return Optional.ofNullable(drafts.find(id, officer().username())).orElseThrow(() -> new NotFound("draft"));
    }

    /** The draft as it is now, for this transaction alone: what another window saved in the meantime is not overwritten. */
    private Draft held(UUID id) {
        return Optional.ofNullable(drafts.hold(id, officer().username())).orElseThrow(() -> new NotFound("draft"));
    }

    Edition edition(Draft draft) {
        return catalogue.edition(draft.procedure(), LocalDate.now(clock), agency());
    }

    /** Topics in the order they are asked. */
    List<Topic> topics(Draft draft, Locale locale) {
        List<Problem> problems = checked(draft).problems();
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
        order.add(APPLICANT);
        order.addAll(edition(draft).application());
        order.add(PAPERS);
        if (procedure(draft).form(DELIVERY).isPresent()) {
            order.add(DELIVERY);
        }
        return order;
    }

    Optional<String> after(Draft draft, String topic) {
        List<String> order = order(draft);
        int at = order.indexOf(topic);
        return at + 1 < order.size() ? Optional.of(order.get(at + 1)) : Optional.empty();
    }

    FormSchema form(Draft draft, String topic) {
        return forms.form(edition(draft).ref(), topic);
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
        Draft draft = held(id);
        Forms.Filled filled = forms.fill(form(draft, topic), draft.answers(), answers, "");
        drafts.update(with(draft, topic, filled));
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
        drafts.update(held(id).withPapers(papers, PAPERS, clock.instant()));
    }

    List<PaperLine> papers(Draft draft, Locale locale) {
        return edition(draft).papers().stream()
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

    ApplicationCheck.Application checked(Draft draft) {
        return check.read(edition(draft), draft.channel(), draft.applicant(), draft.data(), handedIn(draft));
    }

    Application application(Draft draft) {
        return new Application(draft.procedure(), draft.channel(), draft.applicant(), draft.data(), handedIn(draft));
    }

    /** What each agency would promise if the dossier were received now; nothing while that cannot be said. */
    List<Promise> promises(Draft draft, Locale locale) {
        Foretelling teller = foretelling.getIfAvailable();
        if (teller == null) {
            return List.of();
        }
        List<PlannedLeg> legs;
        try {
            legs = receiving.plan(draft.procedure(), draft.answers());
        } catch (InvalidInput | IllegalArgumentException notYet) {
            return List.of();
        }
        Map<String, Instant> due = teller.dueDates(edition(draft).ref(), legs, clock.instant());
        return legs.stream()
                .filter(l -> due.containsKey(l.leg()))
                .map(l -> new Promise(
                        procedure(draft).nameOfLeg(l.leg(), locale),
                        organisation.unit(l.unit()).name(locale),
                        Objects.requireNonNull(due.get(l.leg()))))
                .sorted(Comparator.comparing(Promise::dueAt))
                .toList();
    }

    /** @throws NotFound when it was received or thrown away in the meantime: one draft becomes one dossier */
    @Transactional
    DossierNumber receive(UUID id) {
        Draft draft = held(id);
        DossierNumber number = receiving.receive(application(draft));
        drafts.delete(draft.id(), draft.owner());
        return number;
    }

    @Transactional
    void discard(Draft draft) {
        drafts.delete(draft.id(), draft.owner());
    }

    /** Fills in the applicant from the last dossier of that person, so that nobody types it again. */
    @Transactional
    boolean recognise(UUID id, String identityNumber) {
        DraftMapper.Known known = drafts.known(identityNumber.strip(), access.unitsOf(officer()));
        if (known == null) {
            return false;
        }
        Draft draft = held(id);
        Map<String, Object> applicant = new LinkedHashMap<>(known.applicant());
        // How the person is related to this dossier's matter is asked each time.
        applicant.keySet().removeIf(name -> name.startsWith("relation"));
        drafts.update(new Draft(
                draft.id(),
                draft.owner(),
                draft.procedure(),
                draft.channel(),
                Content.changed(applicant, draft.applicant()),
                draft.data(),
                draft.papers(),
                draft.seen(),
                clock.instant()));
        return true;
    }

    String name(Draft draft, String topic, Locale locale) {
        return procedure(draft)
                .texts()
                .text("topic." + topic, locale)
                .or(() -> forms.find(edition(draft).ref(), topic).map(f -> title(f, locale)))
                .orElseGet(() -> messages.getMessage("dossier.reception." + topic, null, locale));
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
        if (problem.code().equals("paper-missing")) {
            return false;
        }
        String path = field.startsWith("data.") ? field.substring("data.".length()) : field;
        return procedure(draft)
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

    private Procedure procedure(Draft draft) {
        return catalogue.procedure(edition(draft).ref());
    }

    /** Code of the agency whose desk this is. */
    private String agency() {
        return organisation.agencyOf(officer().unitsWith(Duty.RECEPTION_OFFICER).get(0));
    }

    private Caller officer() {
        Caller officer = caller.get();
        if (!officer.holds(Duty.RECEPTION_OFFICER)) {
            throw new Forbidden("not-a-reception-officer");
        }
        return officer;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
