package vn.lienthong.dossier.person;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.FreeText;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.Corrections;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.IdentityNumber;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.dossier.person.PersonView.Row;
import vn.lienthong.procedure.Content;
import vn.lienthong.procedure.PersonalData;
import vn.lienthong.workflow.ProcessRef;

/**
 * Gathers what the caller's agency holds about a person who asks for it (right of access, Law 91/2025/QH15). Each dossier that was
 * opened for it says so in its history, and with that the log.
 */
@Component
class GatheringPersonalData {

    private static final Logger log = LoggerFactory.getLogger(GatheringPersonalData.class);

    /** Nobody has that many; more is a mistake, and would be a long transaction. */
    static final int MOST = 200;

    private final PersonView view;
    private final Corrections corrections;
    private final Timeline timeline;
    private final Access access;
    private final CurrentCaller caller;
    private final Clock clock;

    GatheringPersonalData(
            PersonView view,
            Corrections corrections,
            Timeline timeline,
            Access access,
            CurrentCaller caller,
            Clock clock) {
        this.view = view;
        this.corrections = corrections;
        this.timeline = timeline;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param request how the person asked, and how it was made sure who it is */
    record Wish(String identity, String request) {}

    /** @param sensitive paths of the answers that the law calls sensitive */
    record Held(
            String number,
            ProcessRef process,
            @Nullable String origin,
            DossierState state,
            String unit,
            Instant receivedAt,
            @Nullable Instant finishedAt,
            boolean applicant,
            @Nullable String phone,
            @Nullable String email,
            Map<String, Object> answers,
            List<String> sensitive,
            List<String> papers,
            List<PersonView.Handed> collected,
            List<Put> corrections,
            List<PersonView.Line> history) {}

    /** What was put right, in this person's own part. */
    record Put(
            Instant at,
            String field,
            @Nullable Object was,
            @Nullable Object becomes) {}

    record Everything(String identity, String request, Instant at, String by, List<Held> dossiers) {}

    void check() {
        gatherer();
    }

    @Transactional
    Everything gather(Wish wish) {
        Caller who = gatherer();
        List<Problem> faults = new ArrayList<>();
        String identity = IdentityNumber.in(wish.identity()).orElse("");
        String request = wish.request().strip();
        if (identity.isEmpty()) {
            faults.add(Problem.of("identity", "identity-number-invalid"));
        }
        FreeText.check("request", request, true, faults);
        InvalidInput.ifAny(faults);
        List<Held> held = view.of(identity, access.unitsOf(who), MOST).stream()
                .map(row -> held(row, identity))
                .toList();
        held.forEach(one ->
                timeline.append(new DossierNumber(one.number()), "personal-data-given", Map.of("request", request)));
        log.info("personal data gathered from {} dossiers", held.size());
        return new Everything(identity, request, clock.instant(), who.fullName(), held);
    }

    private Caller gatherer() {
        Caller who = caller.get();
        if (Access.GATHERING.stream().noneMatch(who::holds)) {
            throw new Forbidden("personal-data");
        }
        return who;
    }

    private Held held(Row row, String identity) {
        boolean applicant = identity.equals(row.applicantIdentity());
        Map<String, Object> answers = OwnParts.of(row.content(), identity);
        List<String> sensitive = new ArrayList<>();
        sensitive("", answers, sensitive);
        return new Held(
                row.number(),
                new ProcessRef(row.procedure(), row.edition()),
                row.origin(),
                DossierState.ofCode(row.state()),
                row.unit(),
                row.receivedAt(),
                row.finishedAt(),
                applicant,
                applicant ? row.applicantPhone() : null,
                applicant ? row.applicantEmail() : null,
                new LinkedHashMap<>(answers),
                sensitive,
                applicant ? view.papers(row.number()) : List.of(),
                view.handed(row.number(), identity),
                put(row.number(), answers, applicant),
                view.history(row.number()));
    }

    private List<Put> put(String number, Map<String, Object> answers, boolean applicant) {
        return corrections.everything(new DossierNumber(number)).stream()
                .filter(one -> applicant && one.field().startsWith("applicant.") || isOf(answers, one.field()))
                .map(one -> new Put(one.correctedAt(), one.field(), one.was(), one.becomes()))
                .toList();
    }

    /** Whether the value lies in a part of the content that is about this person. */
    private static boolean isOf(Map<String, Object> answers, String field) {
        int dot = field.lastIndexOf('.');
        return dot > 0 && Content.at(answers, field.substring(0, dot)).isPresent();
    }

    private static void sensitive(String path, Object part, List<String> paths) {
        if (part instanceof Map<?, ?> map) {
            map.forEach((name, value) -> sensitive(path.isEmpty() ? name.toString() : path + "." + name, value, paths));
        } else if (PersonalData.of(path)
                .filter(kind -> kind == PersonalData.SENSITIVE)
                .isPresent()) {
            paths.add(path);
        }
    }
}
