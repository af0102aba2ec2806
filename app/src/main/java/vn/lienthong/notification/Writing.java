package vn.lienthong.notification;

import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.Unit;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Leg;
import vn.lienthong.notification.Message.Channel;
import vn.lienthong.notification.MessageMapper.NewMessage;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.EngineClock;

/** Puts a notice into words, in the applicant's language. */
@Component
class Writing {

    static final String REASON = "reason";
    static final String PROMISED_BEFORE = "promised-before";

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    /** What an agency does for its leg is its own business until it needs the citizen or refuses. */
    private static final Map<String, String> OF_A_LEG =
            Map.of("supplement-requested", "supplement-requested", "refused", "leg-refused", "stopped", "leg-refused");

    private static final Set<String> RESULT_WAITS = Set.of("result-ready", "uncollected");

    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final Sending sending;
    private final MessageSource words;
    private final Clock clock;
    private final String publicAddress;

    Writing(
            Dossiers dossiers,
            Catalogue catalogue,
            Organisation organisation,
            Sending sending,
            MessageSource words,
            Clock clock,
            @Value("${lienthong.public.public-address:http://127.0.0.1:8080}") String publicAddress) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.sending = sending;
        this.words = words;
        this.clock = clock;
        this.publicAddress = publicAddress;
    }

    /** Empty: the applicant is not told of this, or not by us. */
    Optional<NewMessage> message(DossierNumber number, String told, Map<String, String> details) {
        Dossiers.Summary source = dossiers.get(number);
        String notice = source.origin() == null ? told : OF_A_LEG.get(told);
        // The office that handed a foreign one over tells the applicant; two would confuse.
        if (notice == null || source.isForeign()) {
            return Optional.empty();
        }
        Dossiers.Summary dossier = source.origin() == null ? source : dossiers.get(source.root());
        Locale language = language(dossier);
        Object[] args = args(dossier, source, notice, details, language);
        String email = dossier.applicant().email();
        String phone = dossier.applicant().phone();
        Channel channel = email == null && phone != null ? Channel.SMS : Channel.EMAIL;
        String recipient = email != null ? email : phone;
        return Optional.of(new NewMessage(
                dossier.number().value(),
                dossier.unit(),
                notice,
                channel,
                recipient == null ? "" : recipient,
                language.getLanguage(),
                text(dossier, notice + ".subject", args, language),
                text(dossier, notice + (channel == Channel.SMS ? ".sms" : ".body"), args, language),
                state(recipient, channel),
                clock.instant()));
    }

    /** A procedure may say it in words of its own, in the same order of numbers. */
    private String text(Dossiers.Summary dossier, String part, Object[] args, Locale language) {
        String key = "notification." + part;
        return catalogue
                .procedure(dossier.process())
                .texts()
                .text(key, language)
                .map(own -> new MessageFormat(own, language).format(args))
                .orElseGet(() -> words.getMessage(key, args, language));
    }

    private Outbox.State state(@Nullable String recipient, Channel channel) {
        if (recipient == null) {
            return Outbox.State.UNADDRESSED;
        }
        return sending.can(channel) ? Outbox.State.NEW : Outbox.State.KEPT;
    }

    /** In the order of the numbers in the sentences. */
    private Object[] args(
            Dossiers.Summary dossier,
            Dossiers.Summary source,
            String notice,
            Map<String, String> details,
            Locale language) {
        String before = details.get(PROMISED_BEFORE);
        return new Object[] {
            dossier.applicant().fullName(),
            dossier.number().value(),
            catalogue.edition(dossier.process()).names().in(language),
            when(dossier.promisedAt()),
            before == null ? when(dossier.originalPromisedAt()) : when(Instant.parse(before)),
            parts(dossier, language),
            publicAddress + "/public/t/" + dossier.number().value() + "/" + dossier.secret(),
            details.getOrDefault(REASON, ""),
            RESULT_WAITS.contains(notice) ? placeOfReturn(dossier, language) : place(dossier.unit(), language),
            organisation.unit(source.unit()).name(language)
        };
    }

    /** One line an agency with its date, and the first one where it moved. */
    private String parts(Dossiers.Summary dossier, Locale language) {
        Procedure procedure = catalogue.procedure(dossier.process());
        return dossier.legs().stream()
                .map(leg -> part(leg, procedure, language))
                .collect(Collectors.joining("\n"));
    }

    private String part(Leg leg, Procedure procedure, Locale language) {
        boolean moved = leg.dueAt() != null && !leg.dueAt().equals(leg.originalDueAt());
        return words.getMessage(
                moved ? "notification.part.moved" : "notification.part",
                new Object[] {
                    procedure.nameOfLeg(leg.leg(), language),
                    organisation.unit(leg.unit()).name(language),
                    when(leg.dueAt()),
                    when(leg.originalDueAt())
                },
                language);
    }

    private String placeOfReturn(Dossiers.Summary dossier, Locale language) {
        try {
            LocalDate today = organisation.today();
            return place(
                    organisation.competent("returns", dossier.area(), today).code(), language);
        } catch (NoCompetentUnit e) {
            return place(dossier.unit(), language);
        }
    }

    private String place(String code, Locale language) {
        Unit unit = organisation.unit(code);
        return unit.address() == null ? unit.name(language) : unit.name(language) + ", " + unit.address();
    }

    private static Locale language(Dossiers.Summary dossier) {
        Object wish =
                dossier.content().get("applicant") instanceof Map<?, ?> applicant ? applicant.get("language") : null;
        return "en".equals(wish) ? Locale.ENGLISH : VIETNAMESE;
    }

    private static String when(@Nullable Instant at) {
        return at == null ? "" : WHEN.format(at.atZone(EngineClock.ZONE));
    }
}
