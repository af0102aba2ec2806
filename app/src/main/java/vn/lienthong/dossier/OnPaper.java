package vn.lienthong.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.document.print.Contact;
import vn.lienthong.document.print.Letterhead;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.PaperFormat;
import vn.lienthong.document.print.PaperLine;
import vn.lienthong.document.print.Person;
import vn.lienthong.document.print.Tracking;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.EngineClock;

/** What the papers of the one-stop desk have in common: who is named how, what the law gives, where one may ask. */
@Component
@EnableConfigurationProperties(DossierSettings.class)
class OnPaper {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final PaperFormat format = new PaperFormat();
    private final DossierMapper mapper;
    private final Planning planning;
    private final Organisation organisation;
    private final Letterheads letterheads;
    private final MessageSource messages;
    private final DossierSettings settings;

    OnPaper(
            DossierMapper mapper,
            Planning planning,
            Organisation organisation,
            Letterheads letterheads,
            MessageSource messages,
            DossierSettings settings) {
        this.mapper = mapper;
        this.planning = planning;
        this.organisation = organisation;
        this.letterheads = letterheads;
        this.messages = messages;
        this.settings = settings;
    }

    Letterhead letterhead(String unit, Instant at) {
        return letterheads.ofUnit(unit, at.atZone(EngineClock.ZONE).toLocalDate());
    }

    Person applicant(Dossiers.Summary dossier) {
        return person(dossier.applicant(), map(dossier.content().get("applicant")));
    }

    static Person person(Applicant applicant, Map<String, Object> all) {
        return new Person(
                applicant.fullName(),
                applicant.identityNumber(),
                all.get("address") == null ? null : all.get("address").toString(),
                applicant.phone(),
                applicant.email());
    }

    /** How it was handed in, by whose help or in which parcel. */
    String channel(Dossiers.Summary dossier) {
        String channel = word("dossier.channel." + dossier.channel().name());
        Intake intake = Intake.of(dossier.content());
        Intake.Filer helper = intake.helper();
        if (helper != null) {
            return word("dossier.print.helped", channel, helper.words());
        }
        LocalDate arrived = intake.arrivedOn();
        return intake.waybill() == null || arrived == null
                ? channel
                : word("dossier.print.by-parcel", channel, intake.waybill(), format.date(arrived));
    }

    List<PaperLine> papers(Dossiers.Summary dossier, Edition edition) {
        return mapper.papers(dossier.number().value()).stream()
                .map(p -> new PaperLine(
                        edition.paper(p.code()).map(x -> x.names().vi()).orElse(p.code()),
                        p.form().equals("ORIGINAL") ? p.copies() : 0,
                        p.form().equals("CERTIFIED") ? p.copies() : 0,
                        p.form().equals("COPY") ? p.copies() : 0,
                        p.form().equals("ELECTRONIC") ? p.copies() : 0))
                .toList();
    }

    String unit(String code) {
        return organisation.unit(code).nameVi();
    }

    String officer(String username) {
        return organisation.officer(username).map(Officer::fullName).orElse(username);
    }

    Contact contact(String unit) {
        return new Contact(null, organisation.unit(unit).phone(), settings.publicAddress() + "/public/track");
    }

    Tracking tracking(Dossiers.Summary dossier) {
        return new Tracking(
                settings.publicAddress() + "/public/t/" + dossier.number().value() + "/" + dossier.secret(),
                settings.publicAddress() + "/public/track",
                dossier.secret());
    }

    static @Nullable String basis(Edition edition) {
        return edition.legalBasis().stream()
                .findFirst()
                .map(Edition.LegalBasis::document)
                .orElse(null);
    }

    /** What the chosen parts may take, in words; what the procedure may take at most where that cannot be said. */
    String limit(Dossiers.Summary dossier, Edition edition) {
        List<PlannedTime.Part> parts = dossier.legs().stream()
                .flatMap(leg -> edition.leg(leg.leg()).stream()
                        .map(known -> new PlannedTime.Part(
                                leg.leg(), leg.after(), planning.budget(known, dossier.content(), leg.unit()))))
                .toList();
        return words(
                edition.promisedLimit() != null
                        ? edition.limit()
                        : PlannedTime.of(parts).orElse(edition.limit()));
    }

    String words(Budget budget) {
        return word(
                "dossier.budget." + budget.unit().name(),
                budget.amount(),
                budget.cutOff() == null ? "" : budget.cutOff().toString());
    }

    /** The message, or its key where there is none. */
    String word(String key, Object... arguments) {
        return Objects.requireNonNullElse(messages.getMessage(key, arguments, key, VIETNAMESE), key);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
