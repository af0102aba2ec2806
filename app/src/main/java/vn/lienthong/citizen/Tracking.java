package vn.lienthong.citizen;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.command.NotFound;
import vn.lienthong.deadline.Letters;
import vn.lienthong.deadline.PrintingDeadline;
import vn.lienthong.document.Documents;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.DossierState;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Reading;
import vn.lienthong.procedure.Catalogue;

/** Tells where a dossier stands to whoever has its number and the secret that is printed on its receipt. */
@Component
class Tracking {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    /** States in which a result is owed or was given; while the applicant completes the papers nobody is late. */
    private static final Set<DossierState> OWED =
            EnumSet.of(DossierState.RECEIVED, DossierState.PROCESSING, DossierState.READY, DossierState.RETURNED);

    /** Compared with when there is no such dossier, so that this takes as long as a wrong secret. */
    private static final String NOBODYS = "----------";

    private final Dossiers dossiers;
    private final Reading reading;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final RatingMapper ratings;
    private final DelayMapper delays;
    private final Letters letters;
    private final PrintingDeadline deadline;
    private final Documents documents;
    private final GuessLimit limit;
    private final MessageSource messages;
    private final Clock clock;
    private final TransactionTemplate reads;

    Tracking(
            Dossiers dossiers,
            Reading reading,
            Catalogue catalogue,
            Organisation organisation,
            RatingMapper ratings,
            DelayMapper delays,
            Letters letters,
            PrintingDeadline deadline,
            Documents documents,
            GuessLimit limit,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.reading = reading;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.ratings = ratings;
        this.delays = delays;
        this.letters = letters;
        this.deadline = deadline;
        this.documents = documents;
        this.limit = limit;
        this.messages = messages;
        this.clock = clock;
        this.reads = new TransactionTemplate(transactions);
        this.reads.setReadOnly(true);
    }

    /**
     * @param address where the question comes from
     * @throws NotFound when there is no such dossier or the secret is not its secret; which of the two is not told
     * @throws TooManyQuestions when the asker has to wait first
     */
    Tracked track(String number, String secret, String address, Locale locale) {
        Dossiers.Summary dossier = open(number, secret, address);
        return Objects.requireNonNull(reads.execute(tx -> tell(dossier, locale)));
    }

    /**
     * The letter of apology as PDF, with the same refusals.
     *
     * @throws NotFound also when nobody has signed one
     */
    byte[] letter(String number, String secret, String address) {
        return letters.issued(open(number, secret, address).number())
                .map(letter -> documents.content(letter.document()))
                .orElseThrow(() -> new NotFound("tracked-letter"));
    }

    /** Why the result is promised for when it is, as PDF, with the same refusals. */
    byte[] account(String number, String secret, String address, Locale locale) {
        return deadline.pdf(open(number, secret, address).number(), locale);
    }

    /** The dossier behind number and secret, with the same refusals. Never in a transaction, which would take back that somebody guessed. */
    Dossiers.Summary open(String number, String secret, String address) {
        String asked = number.strip();
        limit.ask(asked, address);
        // What was opened for a leg of another dossier is not the citizen's business; it has no receipt.
        var dossier = dossiers.find(new DossierNumber(asked)).filter(found -> found.origin() == null);
        String right = dossier.map(Dossiers.Summary::secret).orElse(NOBODYS);
        if (!same(typed(secret), right) || dossier.isEmpty()) {
            limit.wrong(asked, address);
            throw new NotFound("tracked-dossier");
        }
        return dossier.get();
    }

    /** People type what they read on paper: small letters, a space in the middle. */
    private static String typed(String secret) {
        return secret.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Tracked tell(Dossiers.Summary dossier, Locale locale) {
        DossierState state = dossier.state();
        Integer score = ratings.score(dossier.number().value());
        return new Tracked(
                dossier.number().value(),
                dossier.process().procedure(),
                catalogue.edition(dossier.process()).names().in(locale),
                new Tracked.State(state.code(), state.key(), word("dossier.state." + state.key(), locale)),
                dossier.receivedAt(),
                dossier.promisedAt(),
                dossier.originalPromisedAt(),
                dossier.readyAt(),
                dossier.finishedAt(),
                reading.legs(dossier, locale).stream().map(Tracking::part).toList(),
                next(dossier, locale),
                apology(dossier, locale),
                letters.issued(dossier.number())
                        .map(letter -> new Tracked.Letter(letter.signedAt(), letter.promisedAt()))
                        .orElse(null),
                new Tracked.Rated(score == null && Rating.isPossible(state), score));
    }

    private static Tracked.Part part(Reading.LegView leg) {
        return new Tracked.Part(
                leg.leg(),
                leg.name(),
                leg.agencyName(),
                leg.state(),
                leg.stateName(),
                leg.lateBy() != null,
                leg.dueAt(),
                leg.originalDueAt(),
                leg.finishedAt());
    }

    private String next(Dossiers.Summary dossier, Locale locale) {
        String key = "citizen.next." + dossier.state().key();
        if (dossier.state() == DossierState.READY) {
            return word(key + "." + delivery(dossier), locale, placeOfReturn(dossier, locale));
        }
        if (dossier.state() == DossierState.PROCESSING && dossier.promisedAt() != null) {
            return word(key, locale, moment(dossier.promisedAt()));
        }
        return word(key, locale, desk(dossier, locale));
    }

    /** Only what the administration answers for; a date that moved because papers were missing needs no apology. */
    private @Nullable String apology(Dossiers.Summary dossier, Locale locale) {
        Instant promised = dossier.promisedAt();
        if (promised == null || !OWED.contains(dossier.state())) {
            return null;
        }
        Instant ready = dossier.readyAt();
        if (ready != null) {
            return ready.isAfter(promised) ? word("citizen.apology.was-late", locale, moment(promised)) : null;
        }
        if (clock.instant().isAfter(promised)) {
            return word("citizen.apology.late", locale, moment(promised));
        }
        Instant before = delays.promisedBefore(dossier.number().value());
        return before == null ? null : word("citizen.apology.moved", locale, moment(before), moment(promised));
    }

    private static String delivery(Dossiers.Summary dossier) {
        Object method = dossier.content().get("delivery") instanceof Map<?, ?> delivery ? delivery.get("method") : null;
        return List.of("ELECTRONIC", "POST").contains(String.valueOf(method)) ? String.valueOf(method) : "COUNTER";
    }

    private String placeOfReturn(Dossiers.Summary dossier, Locale locale) {
        LocalDate today = organisation.today();
        try {
            return place(organisation.competent("returns", dossier.area(), today), locale);
        } catch (NoCompetentUnit e) {
            return desk(dossier, locale);
        }
    }

    private String desk(Dossiers.Summary dossier, Locale locale) {
        return place(organisation.unit(dossier.unit()), locale);
    }

    private static String place(Unit unit, Locale locale) {
        return unit.address() == null ? unit.name(locale) : unit.name(locale) + ", " + unit.address();
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(clock.getZone()));
    }

    private String word(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
