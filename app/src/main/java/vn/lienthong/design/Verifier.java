package vn.lienthong.design;

import java.util.Comparator;
import java.util.List;
import vn.lienthong.procedure.Fault;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.procedure.ProcedureReader;

/** Looks through a procedure's folder. Runs nothing of it, opens nothing it points to, takes its time from its size. */
public final class Verifier {

    private static final List<Rule> RULES = List.of(
            new ShapeRules(),
            new JoinRules(),
            new StepRules(),
            new OutcomeRules(),
            new LegRules(),
            new WaitRules(),
            new TimeRules(),
            new NameRules(),
            new CodeRules(),
            new FieldRules(),
            new TextRules(),
            new DecisionRules());

    /** Nobody can read a diagram of this size; the largest of ours has eighty. */
    private static final int MOST_ELEMENTS = 2_000;

    private Verifier() {}

    /** What there is to say about a folder, errors first. */
    public static List<Finding> verify(ProcedureFolder folder, Surroundings around) {
        var findings = new Findings();
        ProcedureReader.Result read = ProcedureReader.read(folder);
        for (Fault fault : read.faults()) {
            findings.add(Finding.of(rule(fault), fault));
        }
        var model = read.model();
        var edition = read.edition();
        if (model != null && model.nodes().size() + model.flows().size() > MOST_ELEMENTS) {
            findings.error("diagram-too-large", folder.diagram(), MOST_ELEMENTS);
        } else if (model != null && edition != null) {
            byte[] bpmn = folder.file(folder.diagram()).orElse(new byte[0]);
            var subject = new Subject(folder, read, edition, new Graph(model), DiagramScan.of(bpmn), around);
            RULES.forEach(rule -> rule.check(subject, findings));
        }
        return findings.all().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }

    /** Under which rule a fault of reading is told. */
    private static String rule(Fault fault) {
        if (fault.code().equals("missing-budget") && fault.place().startsWith("legs[")) {
            return "leg-without-budget";
        }
        if (fault.code().equals("unknown-role")) {
            return "unknown-agency-role";
        }
        if (fault.code().equals("file-missing")) {
            return fault.place().startsWith("application") ? "unknown-form" : "script-missing";
        }
        if (fault.code().equals("too-many-variables")) {
            return "too-many-variables";
        }
        if (fault.code().startsWith("script-")) {
            return "script-outside-language";
        }
        if (fault.code().startsWith("form-")) {
            return "form";
        }
        if (fault.code().equals("not-bpmn") || fault.code().equals("no-diagram")) {
            return "unreadable-diagram";
        }
        return fault.file().endsWith(".properties") ? "messages" : "procedure-yml";
    }
}
