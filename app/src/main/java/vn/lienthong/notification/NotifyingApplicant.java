package vn.lienthong.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/**
 * Writes to the applicant that something happened: {@code ${notification.notifyApplicant}} with the property
 * {@code notice}. The row commits with what it tells of; {@link Sending} does the rest.
 */
@Component
class NotifyingApplicant implements Action {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy", VIETNAMESE);

    private final MessageMapper messages;
    private final Dossiers dossiers;
    private final Catalogue catalogue;
    private final MessageSource words;
    private final Clock clock;

    NotifyingApplicant(
            MessageMapper messages, Dossiers dossiers, Catalogue catalogue, MessageSource words, Clock clock) {
        this.messages = messages;
        this.dossiers = dossiers;
        this.catalogue = catalogue;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification.notifyApplicant";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        String notice = Objects.requireNonNull(properties.get("notice"), element + " names no notice");
        Dossiers.Summary dossier = dossiers.current(new DossierNumber(businessKey));
        String email = dossier.applicant().email();
        Object[] args = {
            dossier.applicant().fullName(),
            dossier.root().value(),
            catalogue.edition(dossier.process()).names().vi(),
            when(dossier.promisedAt()),
            dossier.secret()
        };
        messages.insert(
                businessKey,
                notice,
                email == null ? "" : email,
                text("notification." + notice + ".subject", args),
                text("notification." + notice + ".body", args),
                email == null ? "UNADDRESSED" : "NEW",
                clock.instant());
    }

    private String text(String key, Object[] args) {
        return Objects.requireNonNullElse(words.getMessage(key, args, key, VIETNAMESE), key);
    }

    private static String when(@Nullable Instant at) {
        return at == null ? "" : WHEN.format(at.atZone(EngineClock.ZONE));
    }
}
