package vn.lienthong.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.command.NotFound;

/** The catalogue over HTTP. Nothing here is anybody's secret; it is what the state has published. */
@RestController
@RequestMapping("/api/v1/procedures")
class ProcedureController {

    private final Catalogue catalogue;
    private final Forms forms;
    private final Clock clock;

    ProcedureController(Catalogue catalogue, Forms forms, Clock clock) {
        this.catalogue = catalogue;
        this.forms = forms;
        this.clock = clock;
    }

    record Limit(int amount, String unit, @Nullable String cutOff) {

        static @Nullable Limit of(@Nullable Budget budget) {
            if (budget == null) {
                return null;
            }
            LocalTime cutOff = budget.cutOff();
            return new Limit(budget.amount(), budget.unit().name(), cutOff == null ? null : cutOff.toString());
        }
    }

    record Line(
            String key,
            String edition,
            String code,
            String name,
            String sector,
            @Nullable Limit legalLimit,
            @Nullable Limit promisedLimit,
            List<String> channels) {}

    record Lines(List<Line> items, @Nullable String next) {}

    record BasisView(
            String document,
            @Nullable String article,
            @Nullable String note) {}

    record AgencyView(String role, String name) {}

    record LegView(
            String leg,
            String name,
            AgencyView agency,
            boolean founding,
            @Nullable String procedure,
            @Nullable String after,
            @Nullable Limit budget,
            List<String> results) {}

    record PaperView(
            String code,
            String name,
            boolean required,
            @Nullable String when,
            List<String> forms,
            @Nullable String describes) {}

    record ResultView(String code, @Nullable String nationalCode, String name) {}

    record FeeView(
            @Nullable String name,
            @Nullable Long amount,
            boolean computed,
            @Nullable String note,
            @Nullable String legalBasis) {}

    record SupplementView(
            String policy,
            int rounds,
            @Nullable Limit applicantLimit,
            @Nullable String legalBasis) {}

    record EditionView(
            String key,
            String edition,
            List<LocalDate> editions,
            String code,
            String name,
            Names names,
            String sector,
            List<BasisView> legalBasis,
            @Nullable Limit legalLimit,
            @Nullable Limit promisedLimit,
            List<AgencyView> agencies,
            List<String> channels,
            List<String> results,
            List<LegView> legs,
            List<PaperView> papers,
            List<ResultView> resultDocuments,
            @Nullable FeeView fee,
            @Nullable SupplementView supplement,
            List<String> application,
            List<String> forms) {}

    @GetMapping
    Lines all(@RequestParam Optional<LocalDate> on, Locale locale) {
        return new Lines(
                catalogue.inForce(day(on)).stream()
                        .map(edition -> new Line(
                                edition.key(),
                                edition.ref().edition(),
                                edition.code(),
                                edition.names().in(locale),
                                edition.sector().in(locale),
                                Limit.of(edition.legalLimit()),
                                Limit.of(edition.promisedLimit()),
                                edition.channels()))
                        .toList(),
                null);
    }

    @GetMapping("/{key}")
    EditionView one(@PathVariable String key, @RequestParam Optional<LocalDate> on, Locale locale) {
        Edition edition = catalogue.edition(key, day(on));
        Procedure procedure = catalogue.procedure(edition.ref());
        return new EditionView(
                edition.key(),
                edition.ref().edition(),
                catalogue.editions(key),
                edition.code(),
                edition.names().in(locale),
                edition.names(),
                edition.sector().in(locale),
                edition.legalBasis().stream()
                        .map(basis -> new BasisView(basis.document(), basis.article(), in(basis.note(), locale)))
                        .toList(),
                Limit.of(edition.legalLimit()),
                Limit.of(edition.promisedLimit()),
                edition.agencies().keySet().stream()
                        .map(role -> agency(edition, role, locale))
                        .toList(),
                edition.channels(),
                edition.results(),
                edition.legs().stream()
                        .map(leg -> new LegView(
                                leg.id(),
                                procedure.nameOfLeg(leg.id(), locale),
                                agency(edition, leg.agency(), locale),
                                leg.founding(),
                                leg.procedure(),
                                leg.after(),
                                Limit.of(leg.budget()),
                                leg.results()))
                        .toList(),
                edition.papers().stream()
                        .map(paper -> new PaperView(
                                paper.code(),
                                paper.names().in(locale),
                                paper.required(),
                                paper.when(),
                                paper.forms(),
                                paper.describes()))
                        .toList(),
                edition.resultDocuments().stream()
                        .map(result -> new ResultView(
                                result.code(),
                                result.nationalCode(),
                                result.names().in(locale)))
                        .toList(),
                fee(edition, locale),
                supplement(edition),
                edition.application(),
                Stream.concat(
                                edition.application().stream(),
                                procedure.forms().stream().map(FormSchema::key).sorted())
                        .distinct()
                        .toList());
    }

    /** A form of the edition in force, for the viewer. */
    @GetMapping("/{key}/forms/{form}")
    Map<String, Object> form(
            @PathVariable String key, @PathVariable String form, @RequestParam Optional<LocalDate> on, Locale locale) {
        return forms.form(catalogue.edition(key, day(on)).ref(), form).localised(locale);
    }

    /** The BPMN file of the edition in force, for the viewer. */
    @GetMapping(path = "/{key}/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    byte[] diagram(@PathVariable String key, @RequestParam Optional<LocalDate> on) {
        ProcedureFolder folder =
                catalogue.procedure(catalogue.edition(key, day(on)).ref()).folder();
        return folder.file(folder.diagram()).orElseThrow(() -> new NotFound("procedure"));
    }

    private LocalDate day(Optional<LocalDate> on) {
        return on.orElseGet(() -> LocalDate.ofInstant(clock.instant(), Forms.ZONE));
    }

    private static AgencyView agency(Edition edition, String role, Locale locale) {
        return new AgencyView(
                role,
                Objects.requireNonNullElse(edition.agencies().get(role), new Names(role, role))
                        .in(locale));
    }

    private static @Nullable FeeView fee(Edition edition, Locale locale) {
        Edition.Fee fee = edition.fee();
        return fee == null
                ? null
                : new FeeView(
                        in(fee.names(), locale),
                        fee.amount(),
                        fee.script() != null,
                        in(fee.note(), locale),
                        fee.legalBasis());
    }

    private static @Nullable SupplementView supplement(Edition edition) {
        Edition.SupplementPolicy policy = edition.supplement();
        return policy == null
                ? null
                : new SupplementView(
                        policy.policy().name(),
                        policy.rounds(),
                        Limit.of(policy.applicantLimit()),
                        policy.legalBasis());
    }

    private static @Nullable String in(@Nullable Names names, Locale locale) {
        return names == null ? null : names.in(locale);
    }
}
