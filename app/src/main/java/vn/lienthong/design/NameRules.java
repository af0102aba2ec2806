package vn.lienthong.design;

import java.util.Map;
import java.util.regex.Pattern;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Lane;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether everything is called what the house calls it, so that a finding, a log line and a test can be read. */
final class NameRules implements Rule {

    /** Type of an element and what its id begins with. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("startEvent", "StartEvent"),
            Map.entry("endEvent", "EndEvent"),
            Map.entry("userTask", "UserTask"),
            Map.entry("serviceTask", "ServiceTask"),
            Map.entry("scriptTask", "ScriptTask"),
            Map.entry("callActivity", "CallActivity"),
            Map.entry("subProcess", "SubProcess"),
            Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("inclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"),
            Map.entry("eventBasedGateway", "Gateway"),
            Map.entry("intermediateCatchEvent", "IntermediateCatchEvent"),
            Map.entry("intermediateThrowEvent", "IntermediateThrowEvent"),
            Map.entry("boundaryEvent", "BoundaryEvent"));

    private static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern FLOW = Pattern.compile("Flow_[A-Z][A-Za-z0-9]*");
    private static final Pattern DOTTED = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z0-9]+(-[a-z0-9]+)*");

    @Override
    public void check(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        for (Node node : graph.nodes()) {
            String prefix = PREFIXES.get(node.type());
            if (prefix != null && !isNamed(node.id(), prefix)) {
                findings.error("element-id", node.id(), prefix + "_RegisterDeath");
            }
            label(graph, node, findings);
            if (node.event() != null) {
                event(node, findings);
            }
            if (!subject.scan().drawn().isEmpty() && !subject.scan().drawn().contains(node.id())) {
                findings.error("not-drawn", node.id());
            }
        }
        if (subject.scan().drawn().isEmpty()) {
            findings.warning("no-drawing", graph.model().id());
        }
        for (Flow flow : graph.model().flows()) {
            if (!FLOW.matcher(flow.id()).matches()) {
                findings.error("flow-id", flow.id());
            }
            boolean answers =
                    graph.node(flow.source()).filter(graph::isQuestion).isPresent();
            if (answers && flow.name().isBlank()) {
                findings.error("label-missing", flow.id());
            }
        }
        for (Lane lane : graph.model().lanes()) {
            if (lane.name().isBlank()) {
                findings.error("label-missing", lane.id());
            }
        }
    }

    private static boolean isNamed(String id, String prefix) {
        return id.startsWith(prefix + "_")
                && PASCAL.matcher(id.substring(prefix.length() + 1)).matches();
    }

    private static void label(Graph graph, Node node, Findings findings) {
        boolean silent = Graph.isGateway(node) && graph.from(node).size() < 2;
        boolean split = node.type().equals("parallelGateway");
        if (silent || split) {
            return;
        }
        if (node.name().isBlank()) {
            findings.error("label-missing", node.id());
        } else if (graph.isQuestion(node) && !node.name().strip().endsWith("?")) {
            findings.warning("gateway-not-a-question", node.id(), node.name());
        }
    }

    private static void event(Node node, Findings findings) {
        String kind = node.event() == null ? "" : node.event().kind();
        String value = node.event() == null ? "" : node.event().value();
        if (kind.equals("message") && !value.isBlank() && !DOTTED.matcher(value).matches()) {
            findings.error("message-name", node.id(), value);
        }
        if (kind.equals("error") && !value.isBlank() && !DOTTED.matcher(value).matches()) {
            findings.error("error-code", node.id(), value);
        }
    }
}
