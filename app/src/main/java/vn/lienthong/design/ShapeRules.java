package vn.lienthong.design;

import java.util.Set;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether a dossier can get from the start to an end, and every question has an answer. */
final class ShapeRules implements Rule {

    private static final Set<String> SUPPORTED = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "serviceTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "eventBasedGateway",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent");

    @Override
    public void check(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        process(subject, findings);
        Set<String> reachable = graph.reachable();
        for (Node node : graph.nodes()) {
            if (!SUPPORTED.contains(node.type())) {
                findings.error("unsupported-element", node.id(), node.type());
            } else if (!reachable.contains(node.id())) {
                findings.error("unreachable-element", node.id());
            } else if (isDeadEnd(graph, node)) {
                findings.error("dead-end", node.id());
            }
            if (graph.isQuestion(node)) {
                question(graph, node, findings);
            }
        }
        for (Flow flow : graph.model().flows()) {
            if (graph.node(flow.source()).isEmpty() || graph.node(flow.target()).isEmpty()) {
                findings.error("broken-flow", flow.id());
            }
        }
        if (graph.ofType("endEvent").isEmpty()) {
            findings.error("no-end", graph.model().id());
        }
    }

    private static void process(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        String key = subject.folder().ref().procedure();
        if (!graph.model().id().equals(key)) {
            findings.error("process-id", graph.model().id(), key);
        }
        if (!graph.model().executable()) {
            findings.error("not-executable", graph.model().id());
        }
        if (subject.scan().processes() > 1) {
            findings.error("several-processes", graph.model().id());
        }
        subject.scan().twice().forEach(id -> findings.error("id-twice", id));
        long starts = graph.ofType("startEvent").stream()
                .filter(node -> node.parent() == null)
                .count();
        if (starts != 1) {
            findings.error("one-start", graph.model().id(), starts);
        }
    }

    private static boolean isDeadEnd(Graph graph, Node node) {
        return graph.from(node).isEmpty() && !node.type().equals("endEvent") && !Graph.isEventSubProcess(node);
    }

    private static void question(Graph graph, Node gateway, Findings findings) {
        if (graph.from(gateway).stream().noneMatch(flow -> flow.id().equals(gateway.defaultFlow()))) {
            findings.error("gateway-without-default", gateway.id());
        }
        for (Flow flow : graph.from(gateway)) {
            boolean isDefault = flow.id().equals(gateway.defaultFlow());
            boolean hasCondition = flow.condition() != null && !flow.condition().isBlank();
            if (!isDefault && !hasCondition) {
                findings.error("flow-without-condition", flow.id());
            }
            if (isDefault && hasCondition) {
                findings.error("default-with-condition", flow.id());
            }
        }
    }
}
