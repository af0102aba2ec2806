package vn.lienthong.deadline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/**
 * Moves a promise to the citizen by so much working time, with a reason and a second person who grants it. Nobody sets a
 * date; and what agencies owe each other stays what it was, so that the late one stays late.
 */
@Component
class Extending {

    private static final Logger log = LoggerFactory.getLogger(Extending.class);

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_EXTENSION = 365;

    private static final Set<Duty> MAY_ASK = EnumSet.of(
            Duty.CASE_OFFICER,
            Duty.RECEPTION_OFFICER,
            Duty.UNIT_HEAD,
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.AGENCY_HEAD);
    private static final Set<Duty> MAY_GRANT = EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR);

    private final Stopwatches watches;
    private final Promising promising;
    private final Dossiers dossiers;
    private final Access access;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Timeline timeline;
    private final DeadlineSettings settings;
    private final Clock clock;

    Extending(
            Stopwatches watches,
            Promising promising,
            Dossiers dossiers,
            Access access,
            Organisation organisation,
            CurrentCaller caller,
            Timeline timeline,
            DeadlineSettings settings,
            Clock clock) {
        this.watches = watches;
        this.promising = promising;
        this.dossiers = dossiers;
        this.access = access;
        this.organisation = organisation;
        this.caller = caller;
        this.timeline = timeline;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void extend(DossierNumber number, Extension wish) {
        var officer = caller.get();
        if (!access.mayRead(officer, number.value())) {
            throw new NotFound("dossier");
        }
        if (MAY_ASK.stream().noneMatch(officer::holds)) {
            throw new Forbidden("may-not-extend");
        }
        var dossier = dossiers.current(number);
        if (dossier.origin() != null) {
            throw new Refused(
                    "extension-of-a-leg",
                    Map.of("origin", dossier.root().value()),
                    dossier.root().value());
        }
        var by = checked(wish, officer, dossier.unit());
        var family = watches.family(number.value());
        var whole = family.whole().orElseThrow(() -> new NotFound("dossier"));
        if (whole.isStopped()) {
            throw new Refused(
                    "clock-has-stopped", Map.of("state", dossier.state().key()));
        }
        if (whole.course().extensions().size() >= settings.extensions()) {
            throw new Refused("extensions-used-up", Map.of("extensions", settings.extensions()), settings.extensions());
        }
        var before = whole.dueAt();
        whole.extended(clock.instant(), cause(wish, officer), String.valueOf(wish.approver()), by);
        promising.granted(whole, family);
        timeline.append(
                number,
                "deadline-extended",
                details(wish, before.toString(), whole.dueAt().toString()));
        log.info("extended {} {}", number, by);
    }

    private Budget checked(Extension wish, Caller officer, String desk) {
        var problems = new ArrayList<Problem>();
        var amount = wish.amount();
        if (amount == null) {
            problems.add(Problem.of("amount", "required"));
        } else if (amount < 1 || amount > LONGEST_EXTENSION) {
            problems.add(Problem.of("amount", "out-of-range", 1, LONGEST_EXTENSION));
        }
        var unit = unit(wish.unit());
        if (unit == null) {
            problems.add(Problem.of("unit", "extension-unit-unknown"));
        }
        text("reason", wish.reason(), true, LONGEST_REASON, problems);
        text("legalBasis", wish.legalBasis(), false, LONGEST_WORD, problems);
        text("document", wish.document(), false, LONGEST_WORD, problems);
        approver(wish.approver(), officer, desk, problems);
        InvalidInput.ifAny(problems);
        return amount == null || unit == null ? Budget.of(1, BudgetUnit.WORKING_DAY) : Budget.of(amount, unit);
    }

    private static @Nullable BudgetUnit unit(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return BudgetUnit.WORKING_DAY;
        }
        return switch (written) {
            case "WORKING_DAY" -> BudgetUnit.WORKING_DAY;
            case "CALENDAR_DAY" -> BudgetUnit.CALENDAR_DAY;
            default -> null;
        };
    }

    /** The second person holds the power at the agency that gave the promise, and is not the one who asks. */
    private void approver(@Nullable String approver, Caller officer, String desk, List<Problem> problems) {
        if (approver == null || approver.isBlank()) {
            problems.add(Problem.of("approver", "required"));
        } else if (approver.equals(officer.username())) {
            problems.add(Problem.of("approver", "approver-is-oneself"));
        } else {
            var agency = organisation.subtree(organisation.agencyOf(desk));
            var grants = organisation.postsOf(approver, clock.instant()).stream()
                    .anyMatch(post -> MAY_GRANT.contains(post.duty()) && agency.contains(post.unit()));
            if (!grants) {
                problems.add(Problem.of("approver", "approver-without-power"));
            }
        }
    }

    private static void text(
            String field, @Nullable String value, boolean required, int longest, List<Problem> problems) {
        if (required && (value == null || value.isBlank())) {
            problems.add(Problem.of(field, "required"));
        } else if (value != null && value.length() > longest) {
            problems.add(Problem.of(field, "too-long", longest));
        }
    }

    private Stopwatch.Cause cause(Extension wish, Caller officer) {
        var post = officer.posts().stream()
                .filter(held -> MAY_ASK.contains(held.duty()))
                .findFirst();
        return new Stopwatch.Cause(
                officer.username(),
                post.map(held -> held.onBehalfOf()).orElse(null),
                wish.reason(),
                wish.legalBasis(),
                wish.document());
    }

    private static Map<String, Object> details(Extension wish, String from, String to) {
        var details = new LinkedHashMap<String, Object>();
        details.put("from", from);
        details.put("to", to);
        details.put("reason", String.valueOf(wish.reason()));
        details.put("approver", String.valueOf(wish.approver()));
        if (wish.document() != null) {
            details.put("document", wish.document());
        }
        return details;
    }
}
