package vn.lienthong.dossier.reception;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.Forms;

/**
 * Nobody is asked twice: who handed in a dossier before is known by the identity number, as far as the desk may see those
 * dossiers. Whoever reads what another unit's dossier says of a person leaves a line in its history.
 */
@Component
class Recognising {

    private static final String IDENTITY = "identityNumber";

    /** Older ones say nothing that is still true. */
    private static final int MOST_DOSSIERS = 5;

    private final OwnDrafts drafts;
    private final DraftMapper mapper;
    private final Forms forms;
    private final Access access;
    private final Timeline timeline;
    private final Clock clock;

    Recognising(OwnDrafts drafts, DraftMapper mapper, Forms forms, Access access, Timeline timeline, Clock clock) {
        this.drafts = drafts;
        this.mapper = mapper;
        this.forms = forms;
        this.access = access;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Whom a form asks about by name and identity number: the beginnings of their paths, such as {@code mother}. */
    static List<String> peopleIn(FormSchema form) {
        return form.fields().stream()
                .filter(field -> !field.readOnly() && field.path().endsWith("." + IDENTITY))
                .map(field -> field.path().substring(0, field.path().length() - IDENTITY.length() - 1))
                .filter(who -> form.paths().contains(who + ".fullName"))
                .toList();
    }

    /**
     * What is known of a person and the form asks for; the look is written down.
     *
     * @param who of the form's people
     * @return facts in the form's order; empty when the person is not known
     */
    @Transactional
    public List<KnownPerson.Fact> look(UUID id, FormSchema form, String who, String identityNumber) {
        List<KnownPerson.Fact> facts = known(drafts.get(id), form, who, identityNumber);
        Caller officer = drafts.officer();
        Set<String> read = new LinkedHashSet<>();
        for (KnownPerson.Fact fact : facts) {
            KnownPerson.Source source = fact.source();
            if (source != null && !officer.units().contains(source.unit()) && read.add(source.dossier())) {
                timeline.append(
                        new DossierNumber(source.dossier()),
                        "looked-up",
                        Map.of("procedure", drafts.get(id).procedure()));
            }
        }
        return facts;
    }

    /**
     * Takes what is known of a person into the draft, where the officer has entered nothing else. Of somebody nobody knows
     * the number alone is taken, so that it need not be typed again.
     */
    @Transactional
    public void take(UUID id, FormSchema form, String who, String identityNumber) {
        Draft draft = drafts.hold(id);
        Map<String, Object> below = new LinkedHashMap<>();
        put(below, who + "." + IDENTITY, identityNumber);
        known(draft, form, who, identityNumber).forEach(fact -> put(below, who + "." + fact.path(), fact.value()));
        Map<String, Object> answers = draft.answers();
        Content.at(answers, who + "." + IDENTITY)
                .filter(other -> !other.equals(identityNumber))
                // Another person stood there: nothing of theirs stays.
                .ifPresent(other -> answers.remove(who));
        @SuppressWarnings("unchecked")
        Map<String, Object> merged = (Map<String, Object>) (Map<String, ?>) Content.merged(below, answers);
        Map<String, Object> data = new LinkedHashMap<>(merged);
        Object applicant = data.remove(Wizard.APPLICANT);
        drafts.keep(draft.knowing(map(applicant), data, clock.instant()));
    }

    /** What the applicant form of a procedure can take over from the applicant of an earlier dossier. */
    Map<String, Object> applicantFor(String procedure, Map<String, Object> earlier) {
        FormSchema form = forms.form(drafts.edition(procedure).ref(), Wizard.APPLICANT);
        var person = new KnownPerson(String.valueOf(earlier.get(IDENTITY)));
        person.learn(earlier, null);
        Map<String, Object> applicant = new LinkedHashMap<>();
        asked(form, Wizard.APPLICANT, person).forEach(fact -> put(applicant, fact.path(), fact.value()));
        return applicant;
    }

    private List<KnownPerson.Fact> known(Draft draft, FormSchema form, String who, String identityNumber) {
        var person = new KnownPerson(identityNumber);
        Map<String, Object> others = new LinkedHashMap<>(draft.answers());
        others.remove(who);
        person.learn(others, null);
        for (DraftMapper.Known earlier :
                mapper.known(identityNumber, access.unitsOf(drafts.officer()), MOST_DOSSIERS)) {
            person.learn(
                    earlier.content(),
                    new KnownPerson.Source(
                            earlier.number(),
                            earlier.procedure(),
                            earlier.edition(),
                            earlier.unit(),
                            earlier.receivedAt()));
        }
        return asked(form, who, person);
    }

    private static List<KnownPerson.Fact> asked(FormSchema form, String who, KnownPerson person) {
        List<KnownPerson.Fact> asked = new ArrayList<>();
        for (String path : form.paths()) {
            KnownPerson.Fact fact =
                    path.startsWith(who + ".") ? person.facts().get(path.substring(who.length() + 1)) : null;
            if (fact != null) {
                asked.add(fact);
            }
        }
        return asked;
    }

    @SuppressWarnings("unchecked")
    static void put(Map<String, Object> tree, String path, Object value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, value);
        } else {
            put(
                    (Map<String, Object>) tree.computeIfAbsent(path.substring(0, dot), any -> new LinkedHashMap<>()),
                    path.substring(dot + 1),
                    value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
