package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Post;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.agency.calendar.BudgetUnit;
import vn.lienthong.agency.calendar.DueDates;
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.DossierMoved;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;

/**
 * Moves a promise to the citizen by so much working time. One officer proposes it with a reason; another one, who holds the
 * power at the agency that gave the promise, grants or refuses it, logged in. Nobody sets a date; and what agencies owe
 * each other stays what it was, so that the late one stays late.
 */
@Component
public class Extending {

    private static final Logger log = LoggerFactory.getLogger(Extending.class);

    private static final int LONGEST_REASON = 2000;
    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_EXTENSION = 365;
    private static final int MOST_OPEN = 200;

    private static final Set<Duty> MAY_ASK = EnumSet.of(
            Duty.CASE_OFFICER,
            Duty.RECEPTION_OFFICER,
            Duty.UNIT_HEAD,
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.AGENCY_HEAD);
    private static final Set<Duty> MAY_GRANT = EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR);
    private static final Set<Duty> MAY_SEE =
            EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR, Duty.SUPERVISOR, Duty.UNIT_HEAD);

    /**
     * A wish in words.
     *
     * @param state {@code proposed}, {@code granted}, {@code refused} or {@code lapsed}
     * @param amountText such as "3 working days"
     * @param dueAt the promise: now, or before it was moved
     * @param wouldBeDueAt the date that follows, or followed, from granting it
     * @param addressedTo full name of who is asked
     * @param mayDecide whether the caller is a second person who holds the power
     */
    public record ExtensionView(
            long id,
            String dossier,
            String state,
            String stateName,
            int amount,
            BudgetUnit unit,
            String amountText,
            String reason,
            @Nullable String legalBasis,
            @Nullable String document,
            Instant dueAt,
            Instant wouldBeDueAt,
            @Nullable String addressedTo,
            String proposedBy,
            String proposedByName,
            Instant proposedAt,
            @Nullable String decidedBy,
            @Nullable String decidedByName,
            @Nullable Instant decidedAt,
            @Nullable String answer,
            boolean mayDecide) {}

    private final ExtensionMapper mapper;
    private final Stopwatches watches;
    private final Promising promising;
    private final Apologising apologising;
    private final Dossiers dossiers;
    private final Access access;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Timeline timeline;
    private final Telling telling;
    private final DeadlineSettings settings;
    private final Clock clock;

    Extending(
            ExtensionMapper mapper,
            Stopwatches watches,
            Promising promising,
            Apologising apologising,
            Dossiers dossiers,
            Access access,
            Organisation organisation,
            CurrentCaller caller,
            Timeline timeline,
            Telling telling,
            DeadlineSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.watches = watches;
        this.promising = promising;
        this.apologising = apologising;
        this.dossiers = dossiers;
        this.access = access;
        this.organisation = organisation;
        this.caller = caller;
        this.timeline = timeline;
        this.telling = telling;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the duties of an officer let this person ask for an extension. */
    public static boolean mayPropose(Caller officer) {
        return MAY_ASK.stream().anyMatch(officer::holds);
    }

    /**
     * Asks for more time. Nothing moves until a second person says so.
     *
     * @throws InvalidInput without its grounds
     * @throws Refused when the dossier is over, its promise was moved as often as the rules allow, or a wish is open
     */
    @Transactional
    public ExtensionView propose(DossierNumber number, Extension wish, Locale locale) {
        var officer = reader(number);
        if (!mayPropose(officer)) {
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
        movable(dossier, watches.family(number.value()));
        var post = officer.posts().stream()
                .filter(held -> MAY_ASK.contains(held.duty()))
                .findFirst();
        var id = mapper.propose(new ExtensionRow(
                null,
                number.value(),
                dossier.unit(),
                by.amount(),
                by.unit(),
                String.valueOf(wish.reason()).strip(),
                blankToNull(wish.legalBasis()),
                blankToNull(wish.document()),
                blankToNull(wish.approver()),
                ExtensionRow.State.PROPOSED,
                officer.username(),
                post.map(Post::onBehalfOf).orElse(null),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null));
        if (id == null) {
            throw new Refused("extension-is-open", Map.of("dossier", number.value()));
        }
        var details = new LinkedHashMap<String, Object>();
        details.put("extension", id);
        details.put("amount", by.amount());
        details.put("unit", by.unit().name());
        details.put("reason", String.valueOf(wish.reason()));
        timeline.append(number, "extension-proposed", details);
        log.info("extension proposed {} {}", number, by);
        return view(row(id), locale);
    }

    /**
     * Grants a wish: the promise moves, and the citizen is owed a letter about it.
     *
     * @throws Forbidden to whoever asked for it, and to whoever does not hold the power
     */
    @Transactional
    public ExtensionView grant(long id, Locale locale) {
        var wish = readable(id);
        var number = new DossierNumber(wish.dossier());
        var post = decider(wish);
        var dossier = dossiers.current(number);
        var family = watches.family(number.value());
        var whole = movable(dossier, family);
        var before = whole.dueAt();
        var now = clock.instant();
        whole.extended(
                now,
                new Stopwatch.Cause(
                        wish.proposedBy(), wish.onBehalfOf(), wish.reason(), wish.legalBasis(), wish.document()),
                caller.get().username(),
                wish.by());
        promising.granted(whole, family);
        decide(id, ExtensionRow.State.GRANTED, post, null, now, before, whole.dueAt());
        timeline.append(
                number,
                "deadline-extended",
                details(wish, before.toString(), whole.dueAt().toString()));
        apologising.extended(whole, id, wish.reason(), before, now);
        log.info("extended {} {}", number, wish.by());
        return view(row(id), locale);
    }

    /** Turns a wish down, with a reason; the promise stays what it is. */
    @Transactional
    public ExtensionView refuse(long id, @Nullable String reason, Locale locale) {
        var wish = readable(id);
        var post = decider(wish);
        var number = new DossierNumber(wish.dossier());
        dossiers.current(number);
        var problems = new ArrayList<Problem>();
        text("reason", reason, true, LONGEST_REASON, problems);
        InvalidInput.ifAny(problems);
        decide(id, ExtensionRow.State.REFUSED, post, reason, clock.instant(), null, null);
        timeline.append(number, "extension-refused", Map.of("extension", id, "reason", String.valueOf(reason)));
        log.info("extension refused {}", number);
        return view(row(id), locale);
    }

    /** @throws NotFound when there is none, or the caller may not see its dossier */
    @Transactional(readOnly = true)
    public ExtensionView get(long id, Locale locale) {
        return view(readable(id), locale);
    }

    /** Whether the promise runs and may be moved once more, and nobody has asked for that yet. */
    @Transactional(readOnly = true)
    public boolean isPossible(DossierNumber number) {
        return watches.look(number.value())
                        .whole()
                        .filter(whole -> !whole.isStopped()
                                && whole.course().extensions().size() < settings.extensions())
                        .isPresent()
                && mapper.ofDossier(number.value()).stream()
                        .noneMatch(wish -> wish.state() == ExtensionRow.State.PROPOSED);
    }

    /** The wishes about a dossier, newest first. */
    @Transactional(readOnly = true)
    public List<ExtensionView> of(DossierNumber number, Locale locale) {
        reader(number);
        return mapper.ofDossier(number.value()).stream()
                .map(row -> view(row, locale))
                .toList();
    }

    /** What waits for a decision at the agencies of the caller, the oldest first. */
    @Transactional(readOnly = true)
    public List<ExtensionView> open(Locale locale) {
        return mapper.open(seen(), MOST_OPEN).stream()
                .map(row -> view(row, locale))
                .toList();
    }

    /** How many those are. */
    @Transactional(readOnly = true)
    public int countOpen() {
        return mapper.countOpen(seen());
    }

    private List<String> seen() {
        var units = new ArrayList<String>();
        for (var post : caller.get().posts()) {
            if (MAY_SEE.contains(post.duty())) {
                units.addAll(organisation.subtree(organisation.agencyOf(post.unit())));
            }
        }
        return units.stream().distinct().toList();
    }

    /** Who may grant an extension of a dossier that this unit received: usernames and full names, without the caller. */
    public Map<String, String> grantors(String desk) {
        var me = caller.get().username();
        var found = new LinkedHashMap<String, String>();
        for (var unit : organisation.subtree(organisation.agencyOf(desk))) {
            for (var duty : EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR, Duty.UNIT_HEAD)) {
                organisation.officersOf(unit, duty, organisation.today()).stream()
                        .filter(username -> !username.equals(me)
                                && power(username, desk, clock.instant()).isPresent())
                        .forEach(username -> found.put(username, String.valueOf(name(username))));
            }
        }
        return found;
    }

    /** Nobody decides about what is over. */
    @EventListener
    void moved(DossierMoved event) {
        if (event.to() == DossierState.READY || event.to().isFinal()) {
            mapper.lapse(event.number().value(), clock.instant());
        }
    }

    private Stopwatch movable(Dossiers.Summary dossier, Family family) {
        var whole = family.whole().orElseThrow(() -> new NotFound("dossier"));
        if (whole.isStopped()) {
            throw new Refused(
                    "clock-has-stopped", Map.of("state", dossier.state().key()));
        }
        if (whole.course().extensions().size() >= settings.extensions()) {
            throw new Refused("extensions-used-up", Map.of("extensions", settings.extensions()), settings.extensions());
        }
        return whole;
    }

    private void decide(
            long id,
            ExtensionRow.State state,
            Post post,
            @Nullable String answer,
            Instant at,
            @Nullable Instant before,
            @Nullable Instant after) {
        if (mapper.decide(id, state, caller.get().username(), post.onBehalfOf(), answer, at, before, after) == 0) {
            throw new Refused(
                    "extension-is-decided",
                    Map.of("state", row(id).state().name().toLowerCase(Locale.ROOT)));
        }
    }

    /** The post in which the caller decides. */
    private Post decider(ExtensionRow wish) {
        var officer = caller.get();
        if (officer.username().equals(wish.proposedBy())) {
            throw new Forbidden("extension-of-ones-own");
        }
        if (wish.state() != ExtensionRow.State.PROPOSED) {
            throw new Refused(
                    "extension-is-decided", Map.of("state", wish.state().name().toLowerCase(Locale.ROOT)));
        }
        return power(officer.username(), wish.unit(), clock.instant())
                .orElseThrow(() -> new Forbidden("may-not-grant"));
    }

    /** The head of the agency that gave the promise, the director of its centre, or the head of the very unit. */
    private Optional<Post> power(String username, String desk, Instant at) {
        Collection<String> agency = organisation.subtree(organisation.agencyOf(desk));
        return organisation.postsOf(username, at).stream()
                .filter(post -> MAY_GRANT.contains(post.duty()) && agency.contains(post.unit())
                        || post.duty() == Duty.UNIT_HEAD && post.unit().equals(desk))
                .findFirst();
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
        var approver = blankToNull(wish.approver());
        if (approver != null && approver.equals(officer.username())) {
            problems.add(Problem.of("approver", "approver-is-oneself"));
        } else if (approver != null && power(approver, desk, clock.instant()).isEmpty()) {
            problems.add(Problem.of("approver", "approver-without-power"));
        }
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

    private static void text(
            String field, @Nullable String value, boolean required, int longest, List<Problem> problems) {
        if (required && (value == null || value.isBlank())) {
            problems.add(Problem.of(field, "required"));
        } else if (value != null && value.length() > longest) {
            problems.add(Problem.of(field, "too-long", longest));
        }
    }

    private Caller reader(DossierNumber number) {
        var officer = caller.get();
        if (!access.mayRead(officer, number.value())) {
            throw new NotFound("dossier");
        }
        return officer;
    }

    private ExtensionRow row(long id) {
        var row = mapper.find(id);
        if (row == null) {
            throw new NotFound("extension");
        }
        return row;
    }

    private ExtensionRow readable(long id) {
        var row = row(id);
        if (!access.mayRead(caller.get(), row.dossier())) {
            throw new NotFound("extension");
        }
        return row;
    }

    private ExtensionView view(ExtensionRow row, Locale locale) {
        var whole = watches.look(row.dossier()).whole().orElseThrow(() -> new NotFound("extension"));
        var before = row.dueBefore() == null ? whole.dueAt() : row.dueBefore();
        var after = row.dueAfter() == null
                ? DueDates.extend(whole.calendar(), before, List.of(row.by()), List.of())
                        .dueAt()
                : row.dueAfter();
        var officer = caller.get().username();
        var state = row.state().name().toLowerCase(Locale.ROOT);
        return new ExtensionView(
                row.id() == null ? 0 : row.id(),
                row.dossier(),
                state,
                telling.word("deadline.extension.state." + state, locale),
                row.amount(),
                row.budgetUnit(),
                telling.amount(row.amount(), row.budgetUnit(), locale),
                row.reason(),
                row.legalBasis(),
                row.document(),
                before,
                after,
                name(row.addressedTo()),
                row.proposedBy(),
                String.valueOf(name(row.proposedBy())),
                row.proposedAt(),
                row.decidedBy(),
                name(row.decidedBy()),
                row.decidedAt(),
                row.answer(),
                row.state() == ExtensionRow.State.PROPOSED
                        && !officer.equals(row.proposedBy())
                        && power(officer, row.unit(), clock.instant()).isPresent());
    }

    private @Nullable String name(@Nullable String username) {
        return username == null
                ? null
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private Map<String, Object> details(ExtensionRow wish, String from, String to) {
        var details = new LinkedHashMap<String, Object>();
        details.put("extension", wish.id() == null ? 0 : wish.id());
        details.put("from", from);
        details.put("to", to);
        details.put("newDueAt", to);
        details.put("reason", wish.reason());
        details.put("proposedBy", wish.proposedBy());
        details.put("approver", caller.get().username());
        if (wish.document() != null) {
            details.put("document", wish.document());
        }
        return details;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
