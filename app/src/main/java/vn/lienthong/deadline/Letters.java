package vn.lienthong.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
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
import vn.lienthong.command.Forbidden;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.NotFound;
import vn.lienthong.command.Problem;
import vn.lienthong.command.Refused;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.Numbering;
import vn.lienthong.dossier.Access;
import vn.lienthong.dossier.Actor;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Timeline;
import vn.lienthong.procedure.Catalogue;

/**
 * Letters of apology on their way to the citizen: whoever watches over procedures looks at the draft, the head signs, the
 * citizen gets it. Signing moves the promise, through its ledger and with two people behind it. None of this holds up a
 * result.
 */
@Component
public class Letters {

    private static final Logger log = LoggerFactory.getLogger(Letters.class);

    private static final int LONGEST_REASON = 2000;
    private static final int MOST_SHOWN = 200;
    /** A letter that nobody wrote for so long after the result is history, not work. */
    private static final Duration MEMORY = Duration.ofDays(60);

    private static final Set<Duty> MAY_APPROVE = EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR);
    private static final Set<Duty> MAY_SIGN = EnumSet.of(Duty.AGENCY_HEAD, Duty.CENTRE_DIRECTOR);
    private static final Set<Duty> MAY_HAND_OVER = EnumSet.of(
            Duty.SUPERVISOR,
            Duty.CENTRE_DIRECTOR,
            Duty.AGENCY_HEAD,
            Duty.CLERK,
            Duty.RECEPTION_OFFICER,
            Duty.RETURNS_OFFICER);
    private static final Set<Duty> MAY_SEE =
            EnumSet.of(Duty.SUPERVISOR, Duty.CENTRE_DIRECTOR, Duty.AGENCY_HEAD, Duty.CLERK, Duty.INSPECTOR);

    /**
     * A letter in words.
     *
     * @param state {@code draft}, {@code approved}, {@code signed}, {@code sent} or {@code dropped}
     * @param responsibleUnitName whose part is not done
     * @param originalDueAt what was promised at reception
     * @param dueAt the promise that is not kept
     * @param days how many working days later the result is promised; null when the promise was moved before, or the
     *     result is there
     * @param newDueAt the new date; null when the result is there
     * @param readyAt since when the result is there
     * @param moves whether signing moves the promise
     * @param document id of the signed letter
     * @param sentHow {@code message} or {@code paper}
     * @param returnedBecause why it was given back last
     * @param actions what the caller may do now: {@code approve}, {@code drop}, {@code sign}, {@code return}, {@code sent}
     */
    public record LetterView(
            long id,
            String dossier,
            String procedureName,
            String applicant,
            String state,
            String stateName,
            String responsibleUnit,
            String responsibleUnitName,
            Instant originalDueAt,
            Instant dueAt,
            @Nullable Integer days,
            @Nullable Instant newDueAt,
            @Nullable Instant readyAt,
            boolean moves,
            String reason,
            Instant draftedAt,
            @Nullable String approvedByName,
            @Nullable Instant approvedAt,
            @Nullable String signedByName,
            @Nullable Instant signedAt,
            @Nullable String symbol,
            @Nullable String document,
            @Nullable Instant sentAt,
            @Nullable String sentHow,
            @Nullable String returnedBecause,
            List<String> actions) {

        public LetterView {
            actions = List.copyOf(actions);
        }

        public boolean may(String action) {
            return actions.contains(action);
        }
    }

    /**
     * A promise that is broken while the citizen has no letter.
     *
     * @param readyAt when the result came; null while there is none
     * @param letter the open letter about it, where there is one
     * @param letterState how far that is
     */
    public record OwedView(
            String dossier,
            String procedureName,
            String applicant,
            String unitName,
            Instant dueAt,
            @Nullable Instant readyAt,
            @Nullable Long letter,
            @Nullable String letterState) {}

    /** What the holder of the receipt may read. */
    public record Issued(
            DocumentId document, Instant signedAt, @Nullable Instant promisedAt) {}

    private final ApologyMapper mapper;
    private final EscalationMapper escalations;
    private final Apologising apologising;
    private final PrintingApology printing;
    private final Stopwatches watches;
    private final Promising promising;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Access access;
    private final Organisation organisation;
    private final CurrentCaller caller;
    private final Documents documents;
    private final Numbering numbering;
    private final Timeline timeline;
    private final Telling telling;
    private final ApplicationEventPublisher events;
    private final DeadlineSettings settings;
    private final Clock clock;

    Letters(
            ApologyMapper mapper,
            EscalationMapper escalations,
            Apologising apologising,
            PrintingApology printing,
            Stopwatches watches,
            Promising promising,
            Dossiers dossiers,
            Catalogue catalogue,
            Access access,
            Organisation organisation,
            CurrentCaller caller,
            Documents documents,
            Numbering numbering,
            Timeline timeline,
            Telling telling,
            ApplicationEventPublisher events,
            DeadlineSettings settings,
            Clock clock) {
        this.mapper = mapper;
        this.escalations = escalations;
        this.apologising = apologising;
        this.printing = printing;
        this.watches = watches;
        this.promising = promising;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.access = access;
        this.organisation = organisation;
        this.caller = caller;
        this.documents = documents;
        this.numbering = numbering;
        this.timeline = timeline;
        this.telling = telling;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** What waits for somebody at the agencies of the caller: drafts, letters to sign, letters to hand over. */
    @Transactional(readOnly = true)
    public List<LetterView> open(Locale locale) {
        return views(mapper.open(seen(), MOST_SHOWN), locale);
    }

    /** The letters of a dossier, newest first. Whoever calls answers for who may read it. */
    @Transactional(readOnly = true)
    public List<LetterView> of(DossierNumber number, Locale locale) {
        return views(mapper.ofDossier(number.value()), locale);
    }

    /** @throws NotFound when there is none, or its dossier is none of the caller's business */
    @Transactional(readOnly = true)
    public LetterView get(long id, Locale locale) {
        return view(readable(id), locale);
    }

    /** Broken promises of the caller's agencies about which the citizen has no letter; the longest overdue first. */
    @Transactional(readOnly = true)
    public List<OwedView> owed(Locale locale) {
        var now = clock.instant();
        var broken = mapper.unwritten(seen(), now, now.minus(MEMORY), MOST_SHOWN);
        if (broken.isEmpty()) {
            return List.of();
        }
        var numbers = broken.stream().map(ApologyMapper.Unwritten::dossier).toList();
        var about = dossiers.all(numbers);
        Map<String, ApologyRow> letters = new HashMap<>();
        mapper.openOf(numbers).forEach(letter -> letters.putIfAbsent(letter.dossier(), letter));
        return broken.stream()
                .map(one -> owed(one, known(about.get(one.dossier())), letters.get(one.dossier()), locale))
                .toList();
    }

    /** How many letters wait for somebody. */
    @Transactional(readOnly = true)
    public int countOpen() {
        return mapper.countOpen(seen());
    }

    /** How many broken promises have no letter. */
    @Transactional(readOnly = true)
    public int countOwed() {
        var now = clock.instant();
        return mapper.countUnwritten(seen(), now, now.minus(MEMORY));
    }

    /** The letter that the holder of the receipt may read: the newest that was signed. */
    @Transactional(readOnly = true)
    public Optional<Issued> issued(DossierNumber number) {
        return Optional.ofNullable(mapper.issued(number.value()))
                .filter(letter -> letter.document() != null && letter.signedAt() != null)
                .map(letter -> new Issued(
                        new DocumentId(known(letter.document())), known(letter.signedAt()), letter.proposedDueAt()));
    }

    /** The letter as PDF: the signed one, or what it would be if the caller signed it now. */
    @Transactional
    public byte[] pdf(long id) {
        var letter = readable(id);
        var document = letter.document();
        return document == null
                ? printing.print(letter, newDate(letter, dossiers.get(number(letter)), whole(letter)), null, null)
                : documents.content(new DocumentId(document));
    }

    /**
     * Drafts a letter that no rung asked for.
     *
     * @return the draft, or the open letter that there is
     */
    @Transactional
    public LetterView draft(DossierNumber number, Locale locale) {
        if (!access.mayRead(caller.get(), number.value())) {
            throw new NotFound("dossier");
        }
        var dossier = dossiers.current(number);
        var family = watches.family(dossier.root().value());
        var whole = family.whole().orElseThrow(() -> new NotFound("dossier"));
        var agency = organisation.agencyOf(whole.unit());
        if (post(caller.get(), MAY_APPROVE, agency).isEmpty()) {
            throw new Forbidden("may-not-approve-letter");
        }
        apologising.draft(List.of(new Apologising.Wanted(whole, null, agency)), clock.instant());
        // The open one, whoever drafted it: no other is newer.
        return mapper.ofDossier(whole.dossier()).stream()
                .findFirst()
                .map(letter -> view(letter, locale))
                .orElseThrow(() -> new NotFound("letter"));
    }

    /**
     * Says that the draft is right: its reason, and how much later the result is promised.
     *
     * @param days ignored where the promise was moved before, or the result is there
     */
    @Transactional
    public LetterView approve(long id, @Nullable String reason, @Nullable Integer days, Locale locale) {
        var letter = inHand(id);
        var post = may(letter, MAY_APPROVE, "may-not-approve-letter");
        var dossier = dossiers.current(number(letter));
        var whole = whole(letter);
        var problems = new ArrayList<Problem>();
        if (reason == null || reason.isBlank()) {
            problems.add(Problem.of("reason", "required"));
        } else if (reason.length() > LONGEST_REASON) {
            problems.add(Problem.of("reason", "too-long", LONGEST_REASON));
        }
        var counts = letter.days() != null && dossier.readyAt() == null;
        var wanted = days == null ? letter.days() : days;
        if (counts && wanted != null && (wanted < 1 || wanted > Apologising.MOST_DAYS)) {
            problems.add(Problem.of("days", "out-of-range", 1, Apologising.MOST_DAYS));
        }
        InvalidInput.ifAny(problems);
        var newDate = counts && wanted != null
                ? Apologising.later(whole, letter.dueAt(), wanted)
                : newDate(letter, dossier, whole);
        if (newDate != null && !newDate.isAfter(clock.instant())) {
            throw new InvalidInput(Problem.of("days", "new-date-has-passed", newDate));
        }
        changed(
                mapper.approve(
                        id,
                        String.valueOf(reason).strip(),
                        counts ? wanted : letter.days(),
                        newDate,
                        caller.get().username(),
                        post.onBehalfOf(),
                        clock.instant()),
                id);
        told(letter, "apology-approved", newDate, null);
        return get(id, locale);
    }

    /** Sends an approved letter back to whoever approved it, with a reason. */
    @Transactional
    public LetterView giveBack(long id, @Nullable String reason, Locale locale) {
        var letter = inHand(id);
        may(letter, MAY_SIGN, "may-not-sign-letter");
        var because = because(reason);
        changed(mapper.giveBack(id, caller.get().username(), because), id);
        told(letter, "apology-returned", null, because);
        return get(id, locale);
    }

    /**
     * Signs a letter that somebody else has approved. It becomes a document, the promise moves, and the citizen is told;
     * on paper when neither an address nor a telephone is known.
     */
    @Transactional
    public LetterView sign(long id, Locale locale) {
        var letter = inHand(id);
        var post = may(letter, MAY_SIGN, "may-not-sign-letter");
        var signer = caller.get();
        if (signer.username().equals(letter.approvedBy())) {
            throw new Forbidden("letter-of-ones-own");
        }
        if (letter.state() != ApologyRow.State.APPROVED) {
            throw refused(letter);
        }
        var now = clock.instant();
        var number = number(letter);
        var family = watches.family(letter.dossier());
        var whole = family.whole().orElseThrow(() -> new NotFound("letter"));
        var moves = letter.moves()
                && !whole.isStopped()
                && whole.course().extensions().size() < settings.extensions();
        if (moves) {
            move(letter, whole, family, signer, now);
        }
        var dossier = dossiers.current(number);
        var newDate = moves ? whole.dueAt() : newDate(letter, dossier, whole);
        if (newDate != null && !newDate.isAfter(now)) {
            throw new Refused("letter-names-a-past-date", Map.of("newDueAt", newDate.toString()), newDate);
        }
        var symbol = numbering.next("letter", organisation.agencyOf(dossier.unit()));
        var pdf = printing.print(letter, newDate, post, symbol);
        var document =
                documents.store(NewDocument.print("apology-" + id, symbol, pdf, number.value(), signer.username()));
        changed(
                mapper.sign(id, newDate, moves, signer.username(), post.onBehalfOf(), now, symbol, document.value()),
                id);
        told(letter, "apology-signed", newDate, null);
        if (dossier.applicant().email() != null || dossier.applicant().phone() != null) {
            send(row(id), ApologySent.How.MESSAGE, now);
        }
        log.info("signed letter {} of {}", id, number);
        return get(id, locale);
    }

    /** Records that the paper was handed over or posted. */
    @Transactional
    public LetterView handedOver(long id, Locale locale) {
        var letter = inHand(id);
        may(letter, MAY_HAND_OVER, "may-not-send-letter");
        if (letter.state() != ApologyRow.State.SIGNED) {
            throw refused(letter);
        }
        send(letter, ApologySent.How.PAPER, clock.instant());
        return get(id, locale);
    }

    /** A draft that is not needed; but a promise that is broken owes a letter. */
    @Transactional
    public LetterView drop(long id, @Nullable String reason, Locale locale) {
        var letter = inHand(id);
        may(letter, MAY_APPROVE, "may-not-approve-letter");
        var because = because(reason);
        if (letter.extension() != null || clock.instant().isAfter(letter.dueAt())) {
            throw new Refused("letter-is-owed", Map.of("dueAt", letter.dueAt().toString()), letter.dueAt());
        }
        changed(mapper.drop(id, caller.get().username(), because), id);
        escalations.written(letter.dossier());
        told(letter, "apology-dropped", null, because);
        return get(id, locale);
    }

    private void move(ApologyRow letter, Stopwatch whole, Family family, Caller signer, Instant now) {
        var days = letter.days();
        if (days == null) {
            return;
        }
        whole.extended(
                now,
                new Stopwatch.Cause(letter.approvedBy(), letter.approvedFor(), letter.reason(), null, null),
                signer.username(),
                Budget.of(days, BudgetUnit.WORKING_DAY));
        promising.granted(whole, family);
    }

    private void send(ApologyRow letter, ApologySent.How how, Instant now) {
        changed(mapper.sent(letter.known(), how.name(), now), letter.known());
        escalations.written(letter.dossier());
        var number = number(letter);
        var details = new LinkedHashMap<String, Object>();
        details.put("apology", letter.known());
        details.put("how", how.name());
        timeline.append(
                number, how == ApologySent.How.MESSAGE ? Actor.SYSTEM : timelineActor(), "apology-sent", details);
        events.publishEvent(new ApologySent(
                number,
                letter.known(),
                new DocumentId(known(letter.document())),
                letter.dueAt(),
                letter.proposedDueAt(),
                how,
                now));
        log.info("sent letter {} of {}", letter.known(), number);
    }

    private Actor timelineActor() {
        var officer = caller.get();
        var post = officer.posts().stream().findFirst();
        return new Actor(
                officer.username(),
                post.map(Post::onBehalfOf).orElse(null),
                post.map(Post::unit).orElse(null));
    }

    /** The date that the letter names: counted from the promise, as it was granted, or none once there is a result. */
    private static @Nullable Instant newDate(ApologyRow letter, Dossiers.Summary dossier, Stopwatch whole) {
        if (dossier.readyAt() != null || whole.isStopped()) {
            return null;
        }
        var days = letter.days();
        return days == null ? whole.dueAt() : Apologising.later(whole, letter.dueAt(), days);
    }

    private void told(ApologyRow letter, String what, @Nullable Instant newDate, @Nullable String reason) {
        var details = new LinkedHashMap<String, Object>();
        details.put("apology", letter.known());
        if (newDate != null) {
            details.put("newDueAt", newDate.toString());
        }
        if (reason != null) {
            details.put("reason", reason);
        }
        timeline.append(number(letter), what, details);
        log.info("{} {} of {}", what, letter.known(), letter.dossier());
    }

    private static String because(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new InvalidInput(Problem.of("reason", "required"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidInput(Problem.of("reason", "too-long", LONGEST_REASON));
        }
        return reason.strip();
    }

    /** Holds the dossier: whoever works on it waits. */
    private ApologyRow inHand(long id) {
        var letter = readable(id);
        dossiers.current(number(letter));
        return row(id);
    }

    private ApologyRow readable(long id) {
        var letter = row(id);
        if (!access.mayRead(caller.get(), letter.dossier())) {
            throw new NotFound("letter");
        }
        return letter;
    }

    private ApologyRow row(long id) {
        var letter = mapper.find(id);
        if (letter == null) {
            throw new NotFound("letter");
        }
        return letter;
    }

    private Stopwatch whole(ApologyRow letter) {
        return watches.look(letter.dossier()).whole().orElseThrow(() -> new NotFound("letter"));
    }

    private void changed(int rows, long id) {
        if (rows == 0) {
            throw refused(row(id));
        }
    }

    private static Refused refused(ApologyRow letter) {
        return new Refused(
                "letter-is-elsewhere", Map.of("state", letter.state().name().toLowerCase(Locale.ROOT)));
    }

    private Post may(ApologyRow letter, Set<Duty> duties, String otherwise) {
        return post(caller.get(), duties, letter.unit()).orElseThrow(() -> new Forbidden(otherwise));
    }

    /** An own post goes before one that was delegated. */
    private Optional<Post> post(Caller officer, Set<Duty> duties, String unit) {
        Collection<String> agency = organisation.subtree(organisation.agencyOf(unit));
        return officer.posts().stream()
                .filter(post -> duties.contains(post.duty()) && agency.contains(post.unit()))
                .findFirst();
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

    private OwedView owed(
            ApologyMapper.Unwritten broken, Dossiers.Summary dossier, @Nullable ApologyRow letter, Locale locale) {
        return new OwedView(
                broken.dossier(),
                catalogue.edition(dossier.process()).names().in(locale),
                dossier.applicant().fullName(),
                unitName(broken.unit(), locale),
                broken.dueAt(),
                broken.stoppedAt(),
                letter == null ? null : letter.known(),
                letter == null ? null : stateName(letter, locale));
    }

    private LetterView view(ApologyRow letter, Locale locale) {
        return views(List.of(letter), locale).get(0);
    }

    private List<LetterView> views(List<ApologyRow> letters, Locale locale) {
        var numbers = letters.stream().map(ApologyRow::dossier).distinct().toList();
        var about = dossiers.all(numbers);
        var promises = watches.promises(numbers);
        return letters.stream()
                .map(letter ->
                        view(letter, known(about.get(letter.dossier())), known(promises.get(letter.dossier())), locale))
                .toList();
    }

    private LetterView view(ApologyRow letter, Dossiers.Summary dossier, Stopwatch whole, Locale locale) {
        var open = letter.state() == ApologyRow.State.DRAFT || letter.state() == ApologyRow.State.APPROVED;
        return new LetterView(
                letter.known(),
                letter.dossier(),
                catalogue.edition(dossier.process()).names().in(locale),
                dossier.applicant().fullName(),
                letter.state().name().toLowerCase(Locale.ROOT),
                stateName(letter, locale),
                letter.responsibleUnit(),
                unitName(letter.responsibleUnit(), locale),
                whole.originalDueAt(),
                letter.dueAt(),
                dossier.readyAt() == null ? letter.days() : null,
                open ? newDate(letter, dossier, whole) : letter.proposedDueAt(),
                dossier.readyAt(),
                letter.moves(),
                letter.reason(),
                letter.draftedAt(),
                name(letter.approvedBy()),
                letter.approvedAt(),
                name(letter.signedBy()),
                letter.signedAt(),
                letter.symbol(),
                letter.document() == null ? null : letter.document().toString(),
                letter.sentAt(),
                letter.sentHow() == null ? null : letter.sentHow().toLowerCase(Locale.ROOT),
                letter.state() == ApologyRow.State.DRAFT ? letter.closedBecause() : null,
                actions(letter));
    }

    private List<String> actions(ApologyRow letter) {
        var officer = caller.get();
        var actions = new ArrayList<String>();
        switch (letter.state()) {
            case DRAFT -> {
                if (post(officer, MAY_APPROVE, letter.unit()).isPresent()) {
                    actions.add("approve");
                    if (letter.extension() == null && !clock.instant().isAfter(letter.dueAt())) {
                        actions.add("drop");
                    }
                }
            }
            case APPROVED -> {
                if (post(officer, MAY_SIGN, letter.unit()).isPresent()) {
                    if (!officer.username().equals(letter.approvedBy())) {
                        actions.add("sign");
                    }
                    actions.add("return");
                }
            }
            case SIGNED -> {
                if (post(officer, MAY_HAND_OVER, letter.unit()).isPresent()) {
                    actions.add("sent");
                }
            }
            case SENT, DROPPED -> {}
        }
        return actions;
    }

    private String stateName(ApologyRow letter, Locale locale) {
        return telling.word("deadline.letter.state." + letter.state(), locale);
    }

    private String unitName(String unit, Locale locale) {
        return organisation.find(unit).map(known -> known.name(locale)).orElse(unit);
    }

    private @Nullable String name(@Nullable String username) {
        return username == null
                ? null
                : organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    private static DossierNumber number(ApologyRow letter) {
        return new DossierNumber(letter.dossier());
    }

    private static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a letter is about a dossier, and a document once it is signed");
        }
        return value;
    }
}
