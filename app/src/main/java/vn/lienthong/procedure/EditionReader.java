package vn.lienthong.procedure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.procedure.Edition.Fee;
import vn.lienthong.procedure.Edition.Leg;
import vn.lienthong.procedure.Edition.LegalBasis;
import vn.lienthong.procedure.Edition.LocalBudget;
import vn.lienthong.procedure.Edition.OtherBudget;
import vn.lienthong.procedure.Edition.Paper;
import vn.lienthong.procedure.Edition.Pilot;
import vn.lienthong.procedure.Edition.ResultDocument;
import vn.lienthong.procedure.Edition.Retention;
import vn.lienthong.procedure.Edition.Rung;
import vn.lienthong.procedure.Edition.SupplementClock;
import vn.lienthong.procedure.Edition.SupplementPolicy;
import vn.lienthong.procedure.Edition.Variable;
import vn.lienthong.procedure.Edition.Withdrawal;
import vn.lienthong.workflow.ProcessRef;

/** Reads {@code procedure.yml}, strictly: what it says must be complete, known and consistent in itself. */
public final class EditionReader {

    static final Set<String> CHANNELS = ordered("COUNTER", "ONLINE", "POST");
    static final Set<String> DELIVERIES = ordered("COUNTER", "ELECTRONIC", "POST");
    static final Set<String> PAPER_FORMS = ordered("ORIGINAL", "CERTIFIED", "COPY", "ELECTRONIC");

    /** Whom a rung can call. */
    static final Set<String> CALLED = ordered("assignee", "unit-head", "agency-head", "supervisor", "centre-director");

    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PATH = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(\\.[a-zA-Z][a-zA-Z0-9]*)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
    private static final Pattern CODE = Pattern.compile("\\d+\\.\\d{6}");
    private static final Pattern SCRIPT = Pattern.compile("[a-z0-9-]+\\.groovy");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern RUNG =
            Pattern.compile("due|\\d{1,3}%|[+-]?\\d{1,3} (WORKING_HOUR|WORKING_DAY|CALENDAR_DAY|HOUR)");

    private static final Pattern FEEL = Pattern.compile("=[\\s\\S]+");
    private static final String EXAMPLE = "=child.kind = \"FOUNDLING\"";

    private static final int MOST_VARIABLES = 10;
    private static final int LARGEST_FILE = 500_000;

    /**
     * What came out of a file.
     *
     * @param edition null when there are faults
     */
    public record Result(@Nullable Edition edition, List<Fault> faults) {}

    private final ProcessRef ref;
    private final List<Fault> faults = new ArrayList<>();

    private EditionReader(ProcessRef ref) {
        this.ref = ref;
    }

    public static Result read(ProcedureFolder folder) {
        var reader = new EditionReader(folder.ref());
        Edition edition = reader.read(folder.file(ProcedureFolder.DESCRIPTION).orElse(null));
        return reader.faults.isEmpty() ? new Result(edition, List.of()) : new Result(null, List.copyOf(reader.faults));
    }

    private @Nullable Edition read(byte @Nullable [] yaml) {
        folderName();
        if (yaml == null) {
            faults.add(Fault.of(ProcedureFolder.DESCRIPTION, "", "no-description"));
            return null;
        }
        JsonNode tree = tree(yaml);
        return tree == null ? null : edition(new Section(ProcedureFolder.DESCRIPTION, "", tree, faults));
    }

    /** Which earlier edition's files a folder keeps; empty when it stands alone or does not say so properly. */
    static Optional<String> basedOn(ProcedureFolder folder) {
        byte[] yaml = folder.file(ProcedureFolder.DESCRIPTION).orElse(null);
        JsonNode tree = yaml == null ? null : new EditionReader(folder.ref()).tree(yaml);
        return Optional.ofNullable(tree)
                .map(description -> description.get("basedOn"))
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(day ->
                        DAY.matcher(day).matches() && day.compareTo(folder.ref().edition()) < 0);
    }

    private void folderName() {
        if (!KEBAB.matcher(ref.procedure()).matches()) {
            faults.add(Fault.of(ref.procedure(), "", "not-written-so", ref.procedure(), "death-registration"));
        }
        try {
            LocalDate.parse(ref.edition());
        } catch (DateTimeException e) {
            faults.add(Fault.of(ref.edition(), "", "not-written-so", ref.edition(), "2025-07-01"));
        }
    }

    private @Nullable JsonNode tree(byte[] yaml) {
        if (yaml.length > LARGEST_FILE) {
            faults.add(Fault.of(ProcedureFolder.DESCRIPTION, "", "file-too-large", LARGEST_FILE));
            return null;
        }
        try {
            JsonNode tree = YAMLMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(yaml);
            if (tree != null && tree.isObject()) {
                return tree;
            }
            faults.add(Fault.of(ProcedureFolder.DESCRIPTION, "", "not-a-mapping"));
        } catch (JacksonException e) {
            var location = e.getLocation();
            faults.add(Fault.of(
                    ProcedureFolder.DESCRIPTION,
                    location == null ? "" : String.valueOf(location.getLineNr()),
                    "not-yaml",
                    e.getOriginalMessage()));
        } catch (StackOverflowError e) {
            faults.add(Fault.of(ProcedureFolder.DESCRIPTION, "", "too-deep"));
        }
        return null;
    }

    private Edition edition(Section file) {
        var edition = new Edition(
                ref,
                file.matching("code", CODE, "\"2.002913\""),
                file.names("names"),
                file.names("sector"),
                file.list("legalBasis", EditionReader::legalBasis),
                file.has("area")
                        ? file.matching("area", PATH, "deceased.residence.commune")
                        : file.optionalText("area"),
                file.map("agencies", role -> new Names(role.text("vi"), role.text("en"))),
                file.someOf("channels", CHANNELS),
                file.someOf("results", DELIVERIES),
                file.texts("application"),
                file.budget("legalLimit"),
                file.optionalBudget("promisedLimit"),
                file.optionalBudget("linkedLimit"),
                file.list("legs", EditionReader::leg),
                file.has("legsDecision")
                        ? file.matching("legsDecision", KEBAB, ref.procedure() + "-legs")
                        : file.optionalText("legsDecision"),
                file.textMap("decisionInputs"),
                file.list("papers", EditionReader::paper),
                file.list("resultDocuments", EditionReader::resultDocument),
                file.optional("fee", EditionReader::fee),
                file.optional("supplement", EditionReader::supplement),
                file.optional("withdrawal", EditionReader::withdrawal),
                file.list("variables", EditionReader::variable),
                file.list("ladder", EditionReader::rung),
                file.textMap("prints"),
                file.optional("pilot", EditionReader::pilot),
                file.has("basedOn") ? file.matching("basedOn", DAY, "\"2025-07-01\"") : file.optionalText("basedOn"),
                file.optional("retention", EditionReader::retention),
                file.yes("legOnly"));
        file.end();
        consistent(edition, file);
        return edition;
    }

    private static LegalBasis legalBasis(Section basis) {
        return new LegalBasis(basis.text("document"), basis.optionalText("article"), basis.optionalNames("note"));
    }

    private static Leg leg(Section leg) {
        boolean founding = leg.yes("founding");
        String procedure = leg.has("procedure")
                ? leg.matching("procedure", KEBAB, "residence-deregistration")
                : leg.optionalText("procedure");
        if (!founding && procedure == null) {
            leg.fault("procedure", "missing");
        }
        if (founding && procedure != null) {
            leg.fault("procedure", "founding-leg-with-procedure");
        }
        return new Leg(
                leg.matching("id", KEBAB, "civil-status"),
                leg.text("agency"),
                founding,
                procedure,
                leg.optionalText("after"),
                leg.budget("budget"),
                leg.texts("papers"),
                leg.texts("data"),
                leg.texts("results"),
                leg.texts("returns"),
                leg.list(
                        "otherBudgets",
                        other -> new OtherBudget(other.matching("when", FEEL, EXAMPLE), other.budget("budget"))),
                leg.optionalNames("names"),
                leg.list("local", EditionReader::local));
    }

    private static LocalBudget local(Section local) {
        return new LocalBudget(local.matching("at", KEBAB, "an-hoa"), local.budget("budget"), local.text("decision"));
    }

    private static Pilot pilot(Section pilot) {
        List<String> at = pilot.texts("at");
        if (at.isEmpty()) {
            pilot.fault("at", "missing");
        }
        return new Pilot(at, pilot.text("decision"));
    }

    private static Paper paper(Section paper) {
        String describes = paper.has("describes")
                ? paper.matching("describes", PATH, "deathNotice")
                : paper.optionalText("describes");
        return new Paper(
                paper.matching("code", KEBAB, "giay-bao-tu"),
                paper.names("names"),
                paper.yes("required"),
                paper.optionalText("when"),
                paper.someOf("forms", PAPER_FORMS),
                describes);
    }

    private static ResultDocument resultDocument(Section document) {
        return new ResultDocument(
                document.matching("code", KEBAB, "death-extract"),
                document.optionalText("nationalCode"),
                document.names("names"));
    }

    private static Fee fee(Section fee) {
        String script = fee.has("script")
                ? fee.matching("script", SCRIPT, "late-registration-fee.groovy")
                : fee.optionalText("script");
        Long amount = fee.optionalNumber("amount", 0, 1_000_000_000);
        if ((script == null) == (amount == null)) {
            fee.fault("script", "fee-script-or-amount");
        }
        return new Fee(
                script, amount, fee.optionalNames("names"), fee.optionalNames("note"), fee.optionalText("legalBasis"));
    }

    private static SupplementPolicy supplement(Section supplement) {
        String policy = supplement.oneOf("policy", ordered("PAUSE_AND_EXTEND", "RESTART"));
        return new SupplementPolicy(
                policy.equals("RESTART") ? SupplementClock.RESTART : SupplementClock.PAUSE_AND_EXTEND,
                supplement.number("rounds", 0, 20),
                supplement.budget("applicantLimit"),
                supplement.optionalText("legalBasis"));
    }

    private static Retention retention(Section retention) {
        Long years = retention.optionalNumber("years", 1, Retention.MOST_YEARS);
        if (retention.yes("permanent") == retention.has("years")) {
            retention.fault("years", "retention-years-or-permanent");
        }
        return new Retention(years == null ? null : years.intValue(), retention.text("source"));
    }

    private static Withdrawal withdrawal(Section withdrawal) {
        return new Withdrawal(
                withdrawal.optionalText("whole"),
                withdrawal.optionalText("remaining"),
                withdrawal.optionalNames("note"),
                withdrawal.optionalText("legalBasis"));
    }

    private static Variable variable(Section variable) {
        return new Variable(
                variable.matching("name", CAMEL, "reviewOutcome"),
                variable.oneOf("type", ordered("boolean", "string", "integer", "date")),
                variable.names("meaning"));
    }

    private static Rung rung(Section rung) {
        return new Rung(
                rung.matching("at", RUNG, "\"80%\", \"due\", \"+1 WORKING_DAY\""),
                rung.oneOf("of", ordered("STEP", "LEG", "DOSSIER")),
                rung.oneOf("to", CALLED),
                rung.oneOf("does", ordered("ADVISE", "ACT", "APOLOGISE", "LETTER")),
                rung.optionalText("agency"),
                rung.yes("atOnce"));
    }

    /** What one entry says about another. */
    private void consistent(Edition edition, Section file) {
        unique(file, "legs", "id", edition.legs().stream().map(Leg::id).toList());
        unique(
                file,
                "papers",
                "code",
                edition.papers().stream().map(Paper::code).toList());
        unique(
                file,
                "variables",
                "name",
                edition.variables().stream().map(Variable::name).toList());
        if (edition.legs().isEmpty()) {
            file.fault("legs", "missing");
        }
        if (edition.legs().stream().filter(Leg::founding).count() > 1) {
            file.fault("legs", "several-founding-legs");
        }
        for (int i = 0; i < edition.legs().size(); i++) {
            Leg leg = edition.legs().get(i);
            String at = "legs[" + i + "].";
            if (!leg.agency().isEmpty() && !edition.agencies().containsKey(leg.agency())) {
                file.fault(at + "agency", "unknown-role", leg.agency());
            }
            if (leg.after() != null && edition.leg(leg.after()).isEmpty()) {
                file.fault(at + "after", "unknown-leg", leg.after());
            }
            if (follows(edition, leg)) {
                file.fault(at + "after", "legs-wait-for-each-other", leg.id());
            }
            for (int j = 0; j < leg.local().size(); j++) {
                Budget own = leg.local().get(j).budget();
                if (own.unit() != leg.budget().unit()
                        || own.amount() >= leg.budget().amount()) {
                    file.fault(
                            at + "local[" + j + "].budget",
                            "local-budget-not-shorter",
                            leg.budget().toString());
                }
            }
            for (int j = 0; j < leg.papers().size(); j++) {
                if (edition.paper(leg.papers().get(j)).isEmpty()) {
                    file.fault(
                            at + "papers[" + j + "]",
                            "unknown-paper",
                            leg.papers().get(j));
                }
            }
        }
        for (int i = 0; i < edition.ladder().size(); i++) {
            String role = edition.ladder().get(i).agency();
            if (role != null && !edition.agencies().containsKey(role)) {
                file.fault("ladder[" + i + "].agency", "unknown-role", role);
            }
        }
        if (edition.variables().size() > MOST_VARIABLES) {
            file.fault("variables", "too-many-variables", edition.variables().size(), MOST_VARIABLES);
        }
        if (edition.basedOn() != null && edition.basedOn().compareTo(ref.edition()) >= 0) {
            file.fault("basedOn", "based-on-unknown", edition.basedOn());
        }
        if (edition.legsDecision() == null && !edition.decisionInputs().isEmpty()) {
            file.fault("decisionInputs", "inputs-without-decision");
        }
    }

    private static void unique(Section file, String list, String key, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty() && values.indexOf(values.get(i)) < i) {
                file.fault(list + "[" + i + "]." + key, "twice", values.get(i));
            }
        }
    }

    private static boolean follows(Edition edition, Leg leg) {
        Leg earlier = leg;
        for (int i = 0; i <= edition.legs().size(); i++) {
            String after = earlier.after();
            if (after == null) {
                return false;
            }
            if (after.equals(leg.id())) {
                return true;
            }
            Leg next = edition.leg(after).orElse(null);
            if (next == null) {
                return false;
            }
            earlier = next;
        }
        return false;
    }

    private static Set<String> ordered(String... values) {
        return new LinkedHashSet<>(List.of(values));
    }
}
