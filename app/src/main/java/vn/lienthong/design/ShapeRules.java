package vn.lienthong.design;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    /** Where a process stands still until somebody acts or time passes. */
    private static final Set<String> WAITS = Set.of(
            "userTask",
            "callActivity",
            "subProcess",
            "eventBasedGateway",
            "intermediateCatchEvent",
            "receiveTask",
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
            } else {
                noQuestion(graph, node, findings);
            }
            String byDefault = node.defaultFlow();
            if (byDefault != null
                    && graph.from(node).stream().noneMatch(flow -> flow.id().equals(byDefault))) {
                findings.error("default-not-there", node.id(), byDefault);
            }
        }
        for (Flow flow : graph.model().flows()) {
            if (graph.node(flow.source()).isEmpty() || graph.node(flow.target()).isEmpty()) {
                findings.error("broken-flow", flow.id());
            }
        }
        roundabouts(graph, findings);
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
        subject.scan().nameless().stream()
                .distinct()
                .forEach(type -> findings.error("id-missing", graph.model().id(), type));
        long starts = graph.ofType("startEvent").stream()
                .filter(node -> node.parent() == null)
                .count();
        if (starts != 1) {
            findings.error("one-start", graph.model().id(), starts);
        }
    }

    /** Where nobody and nothing is waited for on the way round, the engine goes round for ever. */
    private static void roundabouts(Graph graph, Findings findings) {
        var ahead = new HashMap<String, Integer>();
        Deque<Node> ends = new ArrayDeque<>();
        for (Node node : graph.nodes()) {
            if (!WAITS.contains(node.type())) {
                int ways = (int) graph.from(node).stream()
                        .filter(flow -> !WAITS.contains(graph.get(flow.target()).type()))
                        .count();
                ahead.put(node.id(), ways);
                if (ways == 0) {
                    ends.add(node);
                }
            }
        }
        // What leads only to what ends is taken away until nothing but circles and the ways into them are left.
        while (!ends.isEmpty()) {
            Node end = ends.poll();
            ahead.remove(end.id());
            for (Flow flow : graph.into(end)) {
                Integer left = ahead.computeIfPresent(flow.source(), (id, ways) -> ways - 1);
                if (left != null && left == 0) {
                    ends.add(graph.get(flow.source()));
                }
            }
        }
        ahead.keySet().stream()
                .filter(id ->
                        graph.from(graph.get(id)).stream().anyMatch(flow -> leadsBack(graph, flow, ahead.keySet())))
                .findFirst()
                .ifPresent(id -> findings.error("loop-without-wait", id));
    }

    private static boolean leadsBack(Graph graph, Flow flow, Set<String> within) {
        Deque<String> trail = new ArrayDeque<>(List.of(flow.target()));
        Set<String> seen = new HashSet<>();
        while (!trail.isEmpty()) {
            String id = trail.poll();
            if (id.equals(flow.source())) {
                return true;
            }
            if (within.contains(id) && seen.add(id)) {
                graph.from(graph.get(id)).forEach(next -> trail.add(next.target()));
            }
        }
        return false;
    }

    private static boolean isDeadEnd(Graph graph, Node node) {
        return graph.from(node).isEmpty() && !node.type().equals("endEvent") && !Graph.isEventSubProcess(node);
    }

    /** The engine refuses a condition where there is nothing to choose from. */
    private static void noQuestion(Graph graph, Node node, Findings findings) {
        graph.from(node).stream()
                .filter(flow -> flow.condition() != null && !flow.condition().isBlank())
                .forEach(flow -> findings.error("condition-without-choice", flow.id()));
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
