package vn.lienthong.design;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;
import vn.lienthong.workflow.ProcessModel.Outcome;

/** Whether what an officer answers, or an agency reports, is asked where it is still known: right behind. */
final class OutcomeRules implements Rule {

    private static final Pattern OUTCOME = Pattern.compile("\\boutcome\\b");
    private static final Pattern PLAIN = Pattern.compile("\\$\\{\\s*outcome\\s*==\\s*['\"][a-z0-9-]+['\"]\\s*}");
    private static final Pattern LEG_RESULT = Pattern.compile("\\blegResult\\b");

    @Override
    public void check(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        for (Flow flow : graph.model().flows()) {
            String condition = withoutTexts(flow.condition());
            if (OUTCOME.matcher(condition).find()) {
                if (!isBehind(graph, flow, "userTask")) {
                    findings.error("outcome-lost", flow.id());
                } else if (!PLAIN.matcher(String.valueOf(flow.condition())).matches()) {
                    findings.error("outcome-with-other-condition", flow.id());
                }
            }
            if (LEG_RESULT.matcher(condition).find() && !isBehind(graph, flow, "callActivity")) {
                findings.error("leg-result-lost", flow.id());
            }
        }
        for (Node step : graph.ofType("userTask")) {
            answers(graph, step, findings);
        }
    }

    private static void answers(Graph graph, Node step, Findings findings) {
        if (graph.from(step).size() > 1) {
            findings.error("several-ways-from-step", step.id());
            return;
        }
        Set<String> seen = new HashSet<>();
        if (graph.from(step).isEmpty()) {
            return;
        }
        for (Outcome outcome : graph.model().outcomes(step.id())) {
            if (!seen.add(outcome.id())) {
                findings.error("outcome-twice", step.id(), outcome.id());
            }
        }
        Node next = graph.get(graph.from(step).get(0).target());
        boolean asked = graph.from(next).stream()
                .anyMatch(
                        flow -> OUTCOME.matcher(withoutTexts(flow.condition())).find());
        boolean alone = graph.into(next).size() == 1;
        if (asked && !alone) {
            findings.error("outcome-gateway-shared", next.id(), step.id());
        }
        for (Flow flow : graph.from(next)) {
            boolean unanswered = asked
                    && !flow.id().equals(next.defaultFlow())
                    && !OUTCOME.matcher(withoutTexts(flow.condition())).find();
            if (unanswered) {
                findings.error("outcome-with-other-condition", flow.id());
            }
        }
    }

    private static boolean isBehind(Graph graph, Flow flow, String type) {
        return graph.node(flow.source())
                .filter(gateway -> gateway.type().equals("exclusiveGateway"))
                .filter(gateway -> !graph.into(gateway).isEmpty())
                .filter(gateway -> graph.into(gateway).stream()
                        .allMatch(before -> graph.get(before.source()).type().equals(type)))
                .isPresent();
    }

    private static String withoutTexts(@Nullable String condition) {
        return condition == null ? "" : condition.replaceAll("'[^']*'|\"[^\"]*\"", "''");
    }
}
