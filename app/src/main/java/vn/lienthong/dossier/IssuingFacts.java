package vn.lienthong.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.IssuingFile;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessRef;

/** What a result says about the dossier it answers: who issues it, what was asked for, on which laws. */
@Component
class IssuingFacts implements IssuingFile {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final OpenFiles files;
    private final Catalogue catalogue;
    private final Organisation organisation;
    private final MessageSource messages;
    private final Clock clock;

    IssuingFacts(OpenFiles files, Catalogue catalogue, Organisation organisation, MessageSource messages, Clock clock) {
        this.files = files;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Issuing issuing(String dossierNumber, ProcessRef process, String result) {
        Dossier dossier = files.open(new DossierNumber(dossierNumber));
        Edition edition = catalogue.edition(process);
        String unit = dossier.legs().stream()
                .filter(Leg::founding)
                .findFirst()
                .map(Leg::unit)
                .orElse(dossier.unit());
        String subject = edition.names().vi();
        String named = edition.resultDocuments().stream()
                .filter(document -> document.code().equals(result))
                .findFirst()
                .map(document -> document.names().vi())
                .orElse(subject);
        String title = messages.getMessage("dossier.result." + result, null, named, VIETNAMESE);
        return new Issuing(
                unit,
                head(unit),
                Objects.requireNonNullElse(title, named),
                subject,
                dossier.area(),
                edition.legalBasis().stream().map(IssuingFacts::cite).toList());
    }

    private @Nullable String head(String unit) {
        return organisation.officersOf(organisation.agencyOf(unit), Duty.AGENCY_HEAD, LocalDate.now(clock)).stream()
                .findFirst()
                .flatMap(organisation::officer)
                .map(Officer::fullName)
                .orElse(null);
    }

    private static String cite(Edition.LegalBasis basis) {
        return basis.article() == null ? basis.document() : basis.article() + ", " + basis.document();
    }
}
