package vn.lienthong.design;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.workflow.ProcessRef;

/**
 * How long the verifier takes: the lead procedure, and a diagram of 500 nodes that nobody would draw. Start it as a main
 * class with the test class path; no part of the build.
 */
final class VerifierBenchmark {

    private static final int ROUNDS = 50;
    private static final int STEPS = 165;

    private VerifierBenchmark() {}

    public static void main(String[] args) {
        var catalogue = Catalogue.read(VerifierBenchmark.class.getClassLoader(), null);
        var lead = catalogue.procedure(new ProcessRef("death-registration", "2025-07-01"));
        measure("lead procedure", catalogue, lead.folder(), lead);
        var small = catalogue.procedure(new ProcessRef("residence-deregistration", "2025-07-01"));
        Map<String, byte[]> files = new TreeMap<>(small.folder().files());
        files.put(small.folder().diagram(), large().getBytes(StandardCharsets.UTF_8));
        measure(
                "500 nodes",
                catalogue,
                new ProcedureFolder(
                        small.folder().ref(),
                        files,
                        small.folder().forms(),
                        small.folder().sharedForms()),
                small);
    }

    private static void measure(String what, Catalogue catalogue, ProcedureFolder folder, Procedure procedure) {
        long[] times = new long[ROUNDS];
        int findings = 0;
        long first = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            long start = System.nanoTime();
            findings = Verifier.verify(
                            folder,
                            new PublishedSurroundings(
                                    catalogue, procedure.edition().effectiveOn(), role -> true, Set.of()))
                    .size();
            long taken = (System.nanoTime() - start) / 1_000;
            first = i == 0 ? taken : first;
            times[i % ROUNDS] = taken;
        }
        Arrays.sort(times);
        System.out.printf(
                "%s: first %.1f ms; then p50 %.1f ms, longest %.1f ms of %d; %d findings%n",
                what, first / 1e3, times[ROUNDS / 2] / 1e3, times[ROUNDS - 1] / 1e3, ROUNDS, findings);
    }

    /** A step, a question behind it, and a way back, many times over. */
    private static String large() {
        var bpmn = new StringBuilder(
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\">"
                        + "<process id=\"residence-deregistration\" isExecutable=\"true\"><startEvent id=\"StartEvent_A\" name=\"a\"/>"
                        + "<sequenceFlow id=\"Flow_Start\" sourceRef=\"StartEvent_A\" targetRef=\"UserTask_Step1\"/>");
        for (int i = 1; i <= STEPS; i++) {
            String next = i < STEPS ? "UserTask_Step" + (i + 1) : "EndEvent_Z";
            bpmn.append("""
                    <userTask id="UserTask_Step%1$d" name="Bước %1$d" camunda:formRef="examine"><extensionElements><camunda:properties>
                    <camunda:property name="agency" value="police"/><camunda:property name="duty" value="case-officer"/>
                    <camunda:property name="budget" value="1 WORKING_HOUR"/></camunda:properties></extensionElements></userTask>
                    <sequenceFlow id="Flow_Asked%1$d" sourceRef="UserTask_Step%1$d" targetRef="Gateway_Asked%1$d"/>
                    <exclusiveGateway id="Gateway_Asked%1$d" name="Được?" default="Flow_Go%1$d"/>
                    <serviceTask id="ServiceTask_Note%1$d" name="Ghi" camunda:delegateExpression="${file.markReturned}"/>
                    <sequenceFlow id="Flow_Go%1$d" sourceRef="Gateway_Asked%1$d" targetRef="ServiceTask_Note%1$d"/>
                    <sequenceFlow id="Flow_Next%1$d" sourceRef="ServiceTask_Note%1$d" targetRef="%2$s"/>
                    <sequenceFlow id="Flow_Back%1$d" sourceRef="Gateway_Asked%1$d" targetRef="UserTask_Step%3$d"><conditionExpression>${outcome == 'back'}</conditionExpression></sequenceFlow>
                    """.formatted(i, next, Math.max(1, i / 2)));
        }
        return bpmn.append("<endEvent id=\"EndEvent_Z\" name=\"z\"/></process></definitions>")
                .toString();
    }
}
