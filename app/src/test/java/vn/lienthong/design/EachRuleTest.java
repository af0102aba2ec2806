package vn.lienthong.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a probe it must catch; the good probe, and a near miss where there is one, it must leave alone. */
class EachRuleTest {

    private static final String BPMN = "probe.bpmn";
    private static final String YML = "procedure.yml";

    @Test
    void the_good_probe_has_nothing_to_find() {
        assertThat(Probe.good().findings())
                .extracting(f -> f.rule() + " at " + f.element())
                .isEmpty();
    }

    /** What is spoilt: rule, element, file, what is replaced, by what. */
    static Stream<Arguments> spoilt() {
        return Stream.of(
                a(
                        "unreachable-element",
                        "UserTask_Check",
                        BPMN,
                        "sourceRef=\"StartEvent_Own\" targetRef=\"UserTask_Check\"",
                        "sourceRef=\"StartEvent_Own\" targetRef=\"ScriptTask_Compute\""),
                a(
                        "dead-end",
                        "ScriptTask_Compute",
                        BPMN,
                        "<sequenceFlow id=\"Flow_ComputeToOwnDone\" sourceRef=\"ScriptTask_Compute\" targetRef=\"EndEvent_OwnDone\"/>",
                        ""),
                a("broken-flow", "Flow_IssueToReady", BPMN, "sourceRef=\"ServiceTask_Issue\"", "sourceRef=\"Nowhere\""),
                a("process-id", "other", BPMN, "<process id=\"probe\"", "<process id=\"other\""),
                a("not-executable", "probe", BPMN, " isExecutable=\"true\"", ""),
                a("several-processes", "probe", BPMN, "</definitions>", "<process id=\"second\"/></definitions>"),
                a("id-twice", "EndEvent_Withdrawn", BPMN, "id=\"EndEvent_OwnDone\"", "id=\"EndEvent_Withdrawn\""),
                a(
                        "one-start",
                        "probe",
                        BPMN,
                        "<startEvent id=\"StartEvent_Filed\" name=\"Hồ sơ đã nộp\"/>",
                        "<startEvent id=\"StartEvent_Filed\" name=\"a\"/><startEvent id=\"StartEvent_Second\" name=\"b\"/>"),
                a(
                        "unsupported-element",
                        "Task_Nothing",
                        BPMN,
                        "</process>",
                        "<task id=\"Task_Nothing\" name=\"x\"/></process>"),
                a("gateway-without-default", "Gateway_Police", BPMN, " default=\"Flow_NoPolice\"", ""),
                a(
                        "flow-without-condition",
                        "Flow_Police",
                        BPMN,
                        "<conditionExpression>${legs.planned('police') and express != true and dossier.person.urgent != true}</conditionExpression>",
                        ""),
                a(
                        "default-with-condition",
                        "Flow_NoPolice",
                        BPMN,
                        "targetRef=\"Gateway_Settled\"/>\n    <sequenceFlow id=\"Flow_Police\"",
                        "targetRef=\"Gateway_Settled\"><conditionExpression>${express}</conditionExpression></sequenceFlow>\n    <sequenceFlow id=\"Flow_Police\""),
                a(
                        "join-waits-forever",
                        "Gateway_Settled",
                        BPMN,
                        "<exclusiveGateway id=\"Gateway_Settled\"/>",
                        "<parallelGateway id=\"Gateway_Settled\"/>"),
                a(
                        "runs-twice",
                        "Gateway_Settled",
                        BPMN,
                        "<exclusiveGateway id=\"Gateway_Police\" name=\"Cần công an?\" default=\"Flow_NoPolice\"/>",
                        "<parallelGateway id=\"Gateway_Police\"/>"),
                a(
                        "step-without-agency",
                        "UserTask_Check",
                        BPMN,
                        "<camunda:property name=\"agency\" value=\"reception\"/>",
                        ""),
                a("unknown-agency-role", "UserTask_Check", BPMN, "value=\"reception\"", "value=\"desk\""),
                a(
                        "step-without-duty",
                        "UserTask_Check",
                        BPMN,
                        "<camunda:property name=\"duty\" value=\"reception-officer\"/>",
                        ""),
                a("unknown-duty", "UserTask_Check", BPMN, "value=\"reception-officer\"", "value=\"officer\""),
                a(
                        "step-without-budget",
                        "UserTask_Check",
                        BPMN,
                        "<camunda:property name=\"budget\" value=\"2 WORKING_HOUR\"/>",
                        ""),
                a("unreadable-budget", "UserTask_Check", BPMN, "2 WORKING_HOUR", "two hours"),
                a("step-without-form", "UserTask_Check", BPMN, " camunda:formRef=\"check\"", ""),
                a("unknown-form", "UserTask_Check", BPMN, "formRef=\"check\"", "formRef=\"chek\""),
                a(
                        "missing-translation",
                        "messages_en.properties:notification.received.sms",
                        "messages_vi.properties",
                        "problem.note-too-short=",
                        "notification.received.sms=Đã nhận hồ sơ {1}\nproblem.note-too-short="),
                a(
                        "unreadable-notice",
                        "messages_vi.properties:notification.received.sms",
                        "messages_vi.properties",
                        "problem.note-too-short=",
                        "notification.received.sms=Đã nhận hồ sơ {số}\nproblem.note-too-short="),
                a(
                        "signs-what-nothing-issues",
                        "UserTask_Check",
                        BPMN,
                        "<camunda:property name=\"budget\" value=\"2 WORKING_HOUR\"/>",
                        "<camunda:property name=\"budget\" value=\"2 WORKING_HOUR\"/>"
                                + "<camunda:property name=\"signsResult\" value=\"certifikate\"/>"),
                a(
                        "step-needs-answer",
                        "UserTask_Check",
                        "check.form",
                        "\"conditional\":{\"hide\":\"=person.urgent = true\"},",
                        "\"validate\":{\"required\":true},"),
                a(
                        "unknown-leg",
                        "UserTask_Check",
                        BPMN,
                        "<camunda:property name=\"agency\" value=\"reception\"/>",
                        "<camunda:property name=\"agency\" value=\"reception\"/><camunda:property name=\"leg\" value=\"tax\"/>"),
                a("unknown-leg", "Flow_Police", BPMN, "legs.planned('police')", "legs.planned('tax')"),
                a(
                        "unused-agency-role",
                        "procedure.yml:agencies.clerk",
                        YML,
                        "agencies:\n",
                        "agencies:\n  clerk: {vi: \"Văn thư\", en: \"Clerk\"}\n"),
                a(
                        "nobody-holds-role",
                        "procedure.yml:agencies.nobodys",
                        YML,
                        "agencies:\n",
                        "agencies:\n  nobodys: {vi: \"Không ai\", en: \"Nobody\"}\n"),
                a(
                        "outcome-lost",
                        "Flow_Police",
                        BPMN,
                        "${legs.planned('police') and express",
                        "${outcome == 'x' and express"),
                a(
                        "outcome-with-other-condition",
                        "Flow_Refuse",
                        BPMN,
                        "${outcome == 'refuse'}",
                        "${outcome == 'refuse' and express}"),
                a("outcome-twice", "UserTask_Check", BPMN, "${outcome == 'refuse'}", "${outcome == 'supplement'}"),
                a("leg-result-lost", "Flow_Police", BPMN, "${legs.planned('police') and", "${legResult == 'done' and"),
                a(
                        "activity-without-leg",
                        "CallActivity_Police",
                        BPMN,
                        "<camunda:property name=\"leg\" value=\"police\"/>",
                        ""),
                a("leg-not-drawn", "police", BPMN, "<camunda:property name=\"leg\" value=\"police\"/>", ""),
                a(
                        "leg-calls-another",
                        "CallActivity_Police",
                        BPMN,
                        "calledElement=\"probe-leg\"",
                        "calledElement=\"probe-tax\""),
                a("unknown-procedure", "CallActivity_Police", YML, "procedure: probe-leg", "procedure: probe-tax"),
                a("calls-itself", "probe", BPMN, "calledElement=\"probe-leg\"", "calledElement=\"probe\""),
                a("leg-without-refusal", "probe", BPMN, "EndEvent_Refused", "EndEvent_Sorry"),
                a(
                        "leg-without-escalation",
                        "procedure.yml:ladder",
                        YML,
                        "variables:",
                        "ladder:\n  - {at: \"80%\", of: STEP, to: assignee, does: ADVISE}\nvariables:"),
                a(
                        "leg-without-budget",
                        "procedure.yml:legs[1].budget",
                        YML,
                        "after: own, budget: {amount: 2, unit: WORKING_DAY}, ",
                        "after: own, "),
                a(
                        "founding-leg-without-step",
                        "own",
                        BPMN,
                        "<camunda:property name=\"agency\" value=\"reception\"/>",
                        "<camunda:property name=\"agency\" value=\"reception\"/><camunda:property name=\"leg\" value=\"police\"/>"),
                a(
                        "wait-without-clock",
                        "Gateway_Awaited",
                        BPMN,
                        "<sequenceFlow id=\"Flow_AwaitedToExpired\" sourceRef=\"Gateway_Awaited\" targetRef=\"IntermediateCatchEvent_Expired\"/>",
                        ""),
                a("timer-without-time", "IntermediateCatchEvent_Expired", BPMN, "${clock.applicantLimit()}", ""),
                a(
                        "message-without-name",
                        "IntermediateCatchEvent_Supplemented",
                        BPMN,
                        "<message id=\"Message_Supplemented\" name=\"dossier.supplemented\"/>",
                        "<message id=\"Message_Supplemented\"/>"),
                a(
                        "message-name",
                        "IntermediateCatchEvent_Supplemented",
                        BPMN,
                        "name=\"dossier.supplemented\"",
                        "name=\"Msg1\""),
                a(
                        "supplement-message",
                        "IntermediateCatchEvent_Supplemented",
                        BPMN,
                        "name=\"dossier.supplemented\"",
                        "name=\"dossier.completed\""),
                a(
                        "supplement-without-policy",
                        "IntermediateCatchEvent_Supplemented",
                        YML,
                        "supplement: {policy: RESTART, rounds: 1, applicantLimit: {amount: 7, unit: WORKING_DAY}}\n",
                        ""),
                a(
                        "supplement-not-drawn",
                        "procedure.yml:supplement",
                        BPMN,
                        "<camunda:property name=\"wait\" value=\"supplement\"/>",
                        ""),
                a(
                        "withdrawal-not-drawn",
                        "SubProcess_Elsewhere",
                        YML,
                        "whole: SubProcess_Own",
                        "whole: SubProcess_Elsewhere"),
                a("exceeds-leg-budget", "own", BPMN, "2 WORKING_HOUR", "9 WORKING_HOUR"),
                a("exceeds-legal-limit", "probe", YML, "legalLimit: {amount: 4,", "legalLimit: {amount: 2,"),
                a(
                        "exceeds-promised-limit",
                        "probe",
                        YML,
                        "legs:\n",
                        "promisedLimit: {amount: 2, unit: WORKING_DAY}\nlegs:\n"),
                a(
                        "promise-beyond-law",
                        "probe",
                        YML,
                        "legs:\n",
                        "promisedLimit: {amount: 5, unit: WORKING_DAY}\nlegs:\n"),
                a(
                        "exceeds-linked-limit",
                        "probe",
                        YML,
                        "legs:\n",
                        "linkedLimit: {amount: 1, unit: WORKING_DAY}\nlegs:\n"),
                a(
                        "leg-shorter-than-procedure",
                        "police",
                        YML,
                        "data: [person]}",
                        "data: [person], otherBudgets: "
                                + "[{when: '=person.urgent = true', budget: {amount: 1, unit: WORKING_DAY}}]}"),
                a("leg-shorter-than-procedure", "police", YML, "budget: {amount: 2, unit", "budget: {amount: 1, unit"),
                a("element-id", "Activity_1k2j3", BPMN, "UserTask_Check", "Activity_1k2j3"),
                a("flow-id", "SequenceFlow_1", BPMN, "Flow_ReadyToReturned", "SequenceFlow_1"),
                a("label-missing", "ServiceTask_Issue", BPMN, " name=\"Cấp giấy xác nhận\"", ""),
                a("gateway-not-a-question", "Gateway_Police", BPMN, "Cần công an?", "Công an"),
                a("error-code", "EndEvent_NotAccepted", BPMN, "errorCode=\"dossier.refused\"", "errorCode=\"ERR_500\""),
                a("no-drawing", "probe", BPMN, "</definitions>", "<!-- not drawn --></definitions>"),
                a(
                        "foreign-code",
                        "ServiceTask_Issue",
                        BPMN,
                        "camunda:delegateExpression=\"${document.issueResult}\"",
                        "camunda:class=\"java.lang.Runtime\""),
                a(
                        "foreign-code",
                        "UserTask_Check",
                        BPMN,
                        "</camunda:properties></extensionElements>\n      </userTask>",
                        "</camunda:properties><camunda:taskListener event=\"create\" class=\"Evil\"/></extensionElements>\n      </userTask>"),
                // The engine obeys the names of its ancestor as well.
                a(
                        "foreign-code",
                        "ServiceTask_Issue",
                        BPMN,
                        "<serviceTask id=\"ServiceTask_Issue\"",
                        "<serviceTask xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Runtime\" id=\"ServiceTask_Issue\""),
                a(
                        "foreign-code",
                        "UserTask_Check",
                        BPMN,
                        " camunda:formRef=",
                        " camunda:dueDate=\"x\" camunda:formRef="),
                a(
                        "foreign-code",
                        "Flow_Refuse",
                        BPMN,
                        "<conditionExpression>${outcome == 'refuse'}",
                        "<conditionExpression language=\"groovy\">${outcome == 'refuse'}"),
                a(
                        "foreign-code",
                        "EndEvent_Withdrawn",
                        BPMN,
                        "<endEvent id=\"EndEvent_Withdrawn\"",
                        "<endEvent camunda:delegateExpression=\"${file.markReady}\" id=\"EndEvent_Withdrawn\""),
                a(
                        "unsupported-element",
                        "ServiceTask_Issue",
                        BPMN,
                        "</extensionElements>\n    </serviceTask>",
                        "</extensionElements><multiInstanceLoopCharacteristics/></serviceTask>"),
                a("expression-not-allowed", "UserTask_Check", BPMN, "name=\"Kiểm tra hồ sơ\"", "name=\"${dossier.x}\""),
                a(
                        "expression-not-allowed",
                        "UserTask_Check",
                        BPMN,
                        "camunda:formRef=\"check\">",
                        "camunda:formRef=\"check\"><documentation>#{clock.in('x')}</documentation>"),
                a("expression-not-allowed", "Flow_Refuse", BPMN, "${outcome == 'refuse'}", "#{outcome == 'refuse'}"),
                a("expression-not-allowed", "Flow_Refuse", BPMN, "${outcome == 'refuse'}", "outcome"),
                a("expression-not-allowed", "Flow_Refuse", BPMN, "${outcome == 'refuse'}", "${(outcome == 'refuse'}"),
                a("expression-not-allowed", "Flow_Police", BPMN, "express != true and", "express != and"),
                a(
                        "action-without-property",
                        "ServiceTask_Issue",
                        BPMN,
                        "<camunda:property name=\"result\" value=\"certificate\"/>",
                        ""),
                a(
                        "loop-without-wait",
                        "Gateway_Police",
                        BPMN,
                        "sourceRef=\"Gateway_Police\" targetRef=\"Gateway_Settled\"",
                        "sourceRef=\"Gateway_Police\" targetRef=\"Gateway_Police\""),
                a(
                        "default-not-there",
                        "Gateway_Police",
                        BPMN,
                        " default=\"Flow_NoPolice\"",
                        " default=\"Flow_Accept\""),
                a(
                        "condition-without-choice",
                        "Flow_Police",
                        BPMN,
                        "<sequenceFlow id=\"Flow_NoPolice\" name=\"Không\" sourceRef=\"Gateway_Police\" targetRef=\"Gateway_Settled\"/>",
                        ""),
                a(
                        "points-elsewhere",
                        "probe.bpmn",
                        BPMN,
                        "targetNamespace=\"probe\"",
                        "targetNamespace=\"probe\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x http://127.0.0.1/x.xsd\""),
                a(
                        "points-elsewhere",
                        "probe-legs.dmn",
                        "probe-legs.dmn",
                        "<definitions ",
                        "<definitions xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"x http://127.0.0.1/x.xsd\" "),
                a("id-missing", "probe", BPMN, "</process>", "<exclusiveGateway/></process>"),
                a(
                        "service-without-action",
                        "ServiceTask_Ready",
                        BPMN,
                        " camunda:delegateExpression=\"${file.markReady}\"",
                        ""),
                a("unknown-action", "ServiceTask_Ready", BPMN, "${file.markReady}", "${file.markDone}"),
                a(
                        "external-topic",
                        "ServiceTask_Ready",
                        BPMN,
                        "camunda:delegateExpression=\"${file.markReady}\"",
                        "camunda:type=\"external\" camunda:topic=\"everything\""),
                a("inline-script", "ScriptTask_Compute", BPMN, " camunda:resource=\"deployment://fee.groovy\"", ""),
                a("script-missing", "ScriptTask_Compute", BPMN, "deployment://fee.groovy", "deployment://tax.groovy"),
                a(
                        "script-format",
                        "ScriptTask_Compute",
                        BPMN,
                        "scriptFormat=\"groovy\"",
                        "scriptFormat=\"javascript\""),
                a("script-outside-language", "fee.groovy:1", "fee.groovy", "def fee", "System.exit(0); def fee"),
                a("expression-not-allowed", "Flow_Police", BPMN, "express != true", "dossier.getClass() != null"),
                a("undeclared-variable", "Flow_Police", BPMN, "express != true", "hurried != true"),
                a("unused-variable", "procedure.yml:variables", BPMN, "express != true and ", ""),
                a("unknown-result", "ServiceTask_Issue", BPMN, "value=\"certificate\"", "value=\"diploma\""),
                a("undeclared-field", "Flow_Police", BPMN, "dossier.person.urgent", "dossier.person.hurry"),
                a("undeclared-field", "procedure.yml:area", YML, "area: person.commune", "area: person.ward"),
                a(
                        "missing-translation",
                        "ServiceTask_Issue",
                        "messages_en.properties",
                        "ServiceTask_Issue=English for ServiceTask_Issue\n",
                        ""),
                a(
                        "stale-text",
                        "messages_en.properties:UserTask_Gone",
                        "messages_en.properties",
                        "problem.note-too-short",
                        "UserTask_Gone=Gone\nproblem.note-too-short"),
                a("form-text-missing", "person.form:components[0].label", "person.form", "\"label_en\":\"Name\",", ""),
                a("form", "person.form:components[0]", "person.form", "\"type\":\"textfield\"", "\"type\":\"html\""),
                a(
                        "decision-id",
                        "probe-legs.dmn",
                        "probe-legs.dmn",
                        "decision id=\"probe-legs\"",
                        "decision id=\"legs\""),
                a("decision-unknown-leg", "probe-legs.dmn", "probe-legs.dmn", "\"police\"", "\"tax\""),
                a("leg-never-chosen", "probe-legs.dmn", "probe-legs.dmn", "\"police\"", "\"own\""),
                a(
                        "decision-unknown-input",
                        "probe-legs.dmn",
                        "probe-legs.dmn",
                        "<text>urgent</text>",
                        "<text>hurry</text>"),
                a("unreadable-decision", "probe-legs.dmn", "probe-legs.dmn", "</definitions>", ""),
                a("unreadable-diagram", "probe.bpmn", BPMN, "</definitions>", ""),
                a("procedure-yml", "procedure.yml:code", YML, "\"1.000001\"", "\"one\""),
                a(
                        "boundary-on-nothing",
                        "BoundaryEvent_Withdrawn",
                        BPMN,
                        "name=\"Hồ sơ được rút\" attachedToRef=\"SubProcess_Own\"",
                        "name=\"Hồ sơ được rút\" attachedToRef=\"SubProcess_Gone\""),
                a(
                        "event-without-kind",
                        "BoundaryEvent_Withdrawn",
                        BPMN,
                        "<messageEventDefinition messageRef=\"Message_Withdrawn\"/>",
                        ""),
                a(
                        "event-without-kind",
                        "IntermediateCatchEvent_Supplemented",
                        BPMN,
                        "<messageEventDefinition messageRef=\"Message_Supplemented\"/>",
                        ""),
                a(
                        "event-gateway-target",
                        "UserTask_Check",
                        BPMN,
                        "sourceRef=\"Gateway_Awaited\" targetRef=\"IntermediateCatchEvent_Supplemented\"",
                        "sourceRef=\"Gateway_Awaited\" targetRef=\"UserTask_Check\""),
                a(
                        "expression-too-long",
                        "procedure.yml:decisionInputs.urgent",
                        YML,
                        "=person.urgent = true",
                        "=person.urgent = true" + " or person.urgent = true".repeat(500)),
                a(
                        "founding-leg-called",
                        "CallActivity_Police",
                        BPMN,
                        "<camunda:property name=\"leg\" value=\"police\"/>",
                        "<camunda:property name=\"leg\" value=\"own\"/>"),
                a(
                        "leg-drawn-twice",
                        "police",
                        BPMN,
                        "<exclusiveGateway id=\"Gateway_Settled\"/>",
                        "<exclusiveGateway id=\"Gateway_Settled\"/><callActivity id=\"CallActivity_Again\" name=\"x\" calledElement=\"probe-leg\"><extensionElements><camunda:properties><camunda:property name=\"leg\" value=\"police\"/></camunda:properties></extensionElements></callActivity>"),
                a(
                        "loops-exceed-limit",
                        "probe",
                        YML,
                        "{policy: RESTART, rounds: 1",
                        "{policy: PAUSE_AND_EXTEND, rounds: 9"),
                a("no-end", "probe", BPMN, "endEvent", "intermediateThrowEvent"),
                a(
                        "not-drawn",
                        "ServiceTask_Issue",
                        BPMN,
                        // Shapes are drawn for what has its id in front.
                        "<serviceTask id=\"ServiceTask_Issue\" name=\"Cấp giấy xác nhận\"",
                        "<serviceTask name=\"Cấp giấy xác nhận\" id=\"ServiceTask_Issue\""),
                a(
                        "outcome-gateway-shared",
                        "Gateway_Decided",
                        BPMN,
                        "sourceRef=\"IntermediateCatchEvent_Supplemented\" targetRef=\"UserTask_Check\"",
                        "sourceRef=\"IntermediateCatchEvent_Supplemented\" targetRef=\"Gateway_Decided\""),
                a(
                        "several-ways-from-step",
                        "UserTask_Check",
                        BPMN,
                        "<sequenceFlow id=\"Flow_Accept\" name=\"Có\" sourceRef=\"Gateway_Decided\"",
                        "<sequenceFlow id=\"Flow_Accept\" name=\"Có\" sourceRef=\"UserTask_Check\""),
                a("step-of-no-leg", "UserTask_Check", YML, "founding: true", "procedure: probe-leg"),
                a(
                        "step-without-lane",
                        "UserTask_Check",
                        BPMN,
                        "<startEvent id=\"StartEvent_Filed\"",
                        "<laneSet id=\"LaneSet_Probe\"><lane id=\"Lane_Desk\" name=\"x\"><flowNodeRef>ServiceTask_Issue</flowNodeRef></lane></laneSet><startEvent id=\"StartEvent_Filed\""),
                a(
                        "diagram-too-large",
                        "probe.bpmn",
                        BPMN,
                        "<exclusiveGateway id=\"Gateway_Settled\"/>",
                        "<exclusiveGateway id=\"Gateway_Settled\"/>"
                                + IntStream.range(0, 2_001)
                                        .mapToObj("<task id=\"Task_%d\"/>"::formatted)
                                        .collect(Collectors.joining())),
                a(
                        "messages",
                        "messages_en.properties:ServiceTask_Issue",
                        "messages_en.properties",
                        "ServiceTask_Issue=English for ServiceTask_Issue\n",
                        "ServiceTask_Issue=English for ServiceTask_Issue\nServiceTask_Issue=Again\n"),
                a(
                        "too-many-variables",
                        "procedure.yml:variables",
                        YML,
                        "variables:\n",
                        "variables:\n"
                                + IntStream.range(0, 10)
                                        .mapToObj(i ->
                                                "  - {name: more%d, type: boolean, meaning: {vi: \"Thêm\", en: \"More\"}}\n"
                                                        .formatted(i))
                                        .collect(Collectors.joining())));
    }

    /** Rules under which faults of reading are told; their sentences are the procedure module's. */
    private static final Set<String> OF_READING = Set.of(
            "form",
            "messages",
            "procedure-yml",
            "too-many-variables",
            "script-outside-language",
            "unreadable-diagram",
            "leg-without-budget");

    @Test
    void no_rule_is_without_its_probe() {
        Set<String> rules = new TreeSet<>(OF_READING);
        ResourceBundle.getBundle("messages/design", Locale.forLanguageTag("vi")).keySet().stream()
                .filter(key -> key.startsWith("design.rule."))
                .map(key -> key.substring("design.rule.".length()))
                .forEach(rules::add);

        Set<String> probed = new TreeSet<>();
        spoilt().forEach(probe -> probed.add(String.valueOf(probe.get()[0])));
        assertThat(probed).containsExactlyElementsOf(rules);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("spoilt")
    void catches_its_probe(String rule, String element, String file, String what, String by) {
        List<Finding> findings = Probe.good().with(file, what, by).findings();

        assertThat(findings)
                .extracting(finding -> finding.rule() + " at " + finding.element())
                .contains(rule + " at " + element);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.message(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.message(Locale.forLanguageTag("vi"))).isNotBlank();
        });
    }

    /** What looks alike and is right. */
    static Stream<Arguments> nearMisses() {
        return Stream.of(
                a("exceeds-leg-budget", "", BPMN, "2 WORKING_HOUR", "8 WORKING_HOUR"),
                a("exceeds-legal-limit", "", YML, "legalLimit: {amount: 4,", "legalLimit: {amount: 3,"),
                a(
                        "leg-without-escalation",
                        "",
                        YML,
                        "variables:",
                        "ladder:\n  - {at: \"+1 WORKING_DAY\", of: LEG, to: unit-head, does: ADVISE}\nvariables:"),
                a(
                        "step-needs-answer",
                        "",
                        "check.form",
                        "\"conditional\":{\"hide\":\"=person.urgent = true\"},",
                        "\"validate\":{\"required\":true},\"defaultValue\":\"Đủ\","),
                a("undeclared-field", "", BPMN, "dossier.person.urgent", "dossier.fee.amount"),
                a("undeclared-field", "", BPMN, "dossier.person.urgent != true", "dossier.channel != 'COUNTER'"),
                a(
                        "outcome-lost",
                        "",
                        BPMN,
                        "${legs.planned('police') and express",
                        "${legs.planned('police') and dossier.channel != 'outcome' and express"),
                a("expression-not-allowed", "", BPMN, "express != true", "not (express == true)"),
                a(
                        "expression-not-allowed",
                        "",
                        BPMN,
                        "express != true",
                        "(empty dossier.person.urgent ? 1 : 2) > -1.5"),
                a(
                        "loop-without-wait",
                        "",
                        BPMN,
                        "sourceRef=\"Gateway_Police\" targetRef=\"Gateway_Settled\"",
                        "sourceRef=\"Gateway_Police\" targetRef=\"SubProcess_Own\""),
                a("wait-without-clock", "", BPMN, "${clock.applicantLimit()}", "P7D"),
                a(
                        "exceeds-promised-limit",
                        "",
                        YML,
                        "legs:\n",
                        "promisedLimit: {amount: 3, unit: WORKING_DAY}\nlegs:\n"),
                a("exceeds-linked-limit", "", YML, "legs:\n", "linkedLimit: {amount: 3, unit: WORKING_DAY}\nlegs:\n"),
                a("loops-exceed-limit", "", YML, "{policy: RESTART, rounds: 1", "{policy: PAUSE_AND_EXTEND, rounds: 2"),
                a("leg-shorter-than-procedure", "", YML, "budget: {amount: 2, unit", "budget: {amount: 3, unit"),
                a("unknown-agency-role", "", BPMN, "value=\"reception\"", "value=\"police\""),
                a("unknown-duty", "", BPMN, "value=\"reception-officer\"", "value=\"case-officer\""),
                a("unreadable-budget", "", BPMN, "2 WORKING_HOUR", "1 SAME_DAY"),
                a("script-outside-language", "", "fee.groovy", "def fee", "def days = 3\ndef fee"),
                a("undeclared-variable", "", BPMN, "express != true", "express == false"),
                a("flow-id", "", BPMN, "Flow_ReadyToReturned", "Flow_Ready2"),
                a("gateway-not-a-question", "", BPMN, "Cần công an?", "Có cần công an không ?"),
                a("missing-translation", "", "messages_en.properties", "English for ServiceTask_Issue", "Issue it"),
                a(
                        "step-without-lane",
                        "",
                        BPMN,
                        "<startEvent id=\"StartEvent_Filed\"",
                        "<laneSet id=\"LaneSet_Probe\"><lane id=\"Lane_Desk\" name=\"x\"><flowNodeRef>UserTask_Check</flowNodeRef></lane></laneSet><startEvent id=\"StartEvent_Filed\""));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @MethodSource("nearMisses")
    void leaves_a_near_miss_alone(String rule, String element, String file, String what, String by) {
        assertThat(Probe.good().with(file, what, by).findings())
                .extracting(Finding::rule)
                .doesNotContain(rule);
    }

    private static Arguments a(String rule, String element, String file, String what, String by) {
        return Arguments.of(rule, element, file, what, by);
    }
}
