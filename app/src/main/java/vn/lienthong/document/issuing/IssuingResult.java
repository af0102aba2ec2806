package vn.lienthong.document.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Caller;
import vn.lienthong.agency.CurrentCaller;
import vn.lienthong.agency.Duty;
import vn.lienthong.agency.Officer;
import vn.lienthong.agency.Organisation;
import vn.lienthong.document.DocumentId;
import vn.lienthong.document.Documents;
import vn.lienthong.document.IssuingFile;
import vn.lienthong.document.IssuingFile.Issuing;
import vn.lienthong.document.NewDocument;
import vn.lienthong.document.Numbering;
import vn.lienthong.document.print.Facts;
import vn.lienthong.document.print.Letterhead;
import vn.lienthong.document.print.Letterheads;
import vn.lienthong.document.print.Printing;
import vn.lienthong.document.print.ResultPrint;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.CaseFile;
import vn.lienthong.workflow.EngineClock;
import vn.lienthong.workflow.ProcessRef;

/**
 * {@code ${document.issueResult}}: numbers, prints and files the result that the property {@code result} names. A number
 * that the clerk wrote into the form ({@code issuing.<kind>.number}) is kept, otherwise the agency's next is taken. The
 * content learns of it under {@code issued.<result>}. The property {@code numberOf} names a group of fields whose number is
 * the paper's own, such as {@code registration}; {@code signs="unit"} lets the unit head and sign it instead of its agency.
 */
@Component
class IssuingResult implements Action {

    private static final Logger log = LoggerFactory.getLogger(IssuingResult.class);

    private static final Set<String> DEPUTIES = Set.of("VICE_CHAIR", "DEPUTY");

    /** Who gets a copy of every result. */
    private static final List<String> COPIES = List.of("Người nộp hồ sơ", "Lưu: VT, HS");

    /** Value of the property {@code signs}: the head of the unit signs, not that of its agency. */
    private static final String UNIT = "unit";

    /** Results of steps that the engine completes by itself. */
    private static final String SYSTEM = "system";

    private final ObjectProvider<CaseFile> files;
    private final ObjectProvider<IssuingFile> dossiers;
    private final Organisation organisation;
    private final Letterheads letterheads;
    private final Numbering numbering;
    private final Printing printing;
    private final Documents documents;
    private final CurrentCaller caller;
    private final Clock clock;

    IssuingResult(
            ObjectProvider<CaseFile> files,
            ObjectProvider<IssuingFile> dossiers,
            Organisation organisation,
            Letterheads letterheads,
            Numbering numbering,
            Printing printing,
            Documents documents,
            CurrentCaller caller,
            Clock clock) {
        this.files = files;
        this.dossiers = dossiers;
        this.organisation = organisation;
        this.letterheads = letterheads;
        this.numbering = numbering;
        this.printing = printing;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "document.issueResult";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        String code = properties.get("result");
        if (code == null) {
            throw new IllegalStateException(process + ": " + element + " does not say which result to issue");
        }
        var result = new ResultCode(code);
        CaseFile file = files.getObject();
        Map<String, Object> content = file.content(businessKey);
        var facts = new Facts(content);
        Issuing issuing = dossiers.getObject().issuing(businessKey, process, code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), EngineClock.ZONE);

        String number = number(result, facts, issuing, properties);
        boolean byUnit = UNIT.equals(properties.get("signs"));
        Letterhead head = (byUnit
                        ? letterheads.ofUnit(issuing.unit(), today)
                        : letterheads.ofAgency(issuing.unit(), today))
                .withSymbol(number);
        boolean deputy = signedByDeputy(result, facts);
        byte[] pdf = printing.print(new ResultPrint(
                head,
                businessKey,
                code,
                issuing.title(),
                issuing.subject(),
                letterheads.authority(issuing.unit()),
                issuing.area() == null ? null : letterheads.locality(issuing.area()),
                facts,
                issuing.legalBases(),
                COPIES,
                byUnit
                        ? letterheads.ofUnitHead(issuing.unit(), deputy, unitHead(issuing.unit(), today))
                        : letterheads.ofHead(issuing.unit(), deputy, issuing.signedBy())));
        String by = caller.find().map(Caller::username).orElse(SYSTEM);
        DocumentId document = documents.store(NewDocument.result(code, number, pdf, businessKey, by));
        file.merge(businessKey, Map.of("issued", withThis(content, code, number, today, document)));
        log.info("issued {} of dossier {}", code, businessKey);
    }

    private String number(ResultCode result, Facts facts, Issuing issuing, Map<String, String> properties) {
        String numbered = properties.getOrDefault("numberOf", result.field("issuing"));
        for (String group : List.of(numbered, result.field("issuing"), ResultCode.anyField("issuing"))) {
            if (facts.has(group + ".number")) {
                return facts.text(group + ".number").strip();
            }
        }
        return numbering.next(
                properties.getOrDefault("numbering", result.numbering()), organisation.agencyOf(issuing.unit()));
    }

    private @Nullable String unitHead(String unit, LocalDate on) {
        return organisation.officersOf(unit, Duty.UNIT_HEAD, on).stream()
                .findFirst()
                .flatMap(organisation::officer)
                .map(Officer::fullName)
                .orElse(null);
    }

    private static boolean signedByDeputy(ResultCode result, Facts facts) {
        String field = result.field("signing");
        return DEPUTIES.contains(facts.text(facts.has(field) ? field : ResultCode.anyField("signing")));
    }

    private static Map<String, Object> withThis(
            Map<String, Object> content, String code, String number, LocalDate on, DocumentId document) {
        Map<String, Object> issued = new HashMap<>();
        if (content.get("issued") instanceof Map<?, ?> before) {
            before.forEach((key, value) -> issued.put(String.valueOf(key), value));
        }
        issued.put(code, Map.of("number", number, "on", on.toString(), "document", document.toString()));
        return issued;
    }
}
