package vn.lienthong.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/** A diagram with quick ways through it. Broken flows (without a source or a target) are left out. */
final class Graph {

    private final ProcessModel model;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, List<Flow>> out = new HashMap<>();
    private final Map<String, List<Flow>> in = new HashMap<>();
    private final Map<String, List<Node>> boundary = new HashMap<>();
    private final Map<String, List<Node>> children = new HashMap<>();

    Graph(ProcessModel model) {
        this.model = model;
        model.nodes().forEach(node -> nodes.putIfAbsent(node.id(), node));
        for (Flow flow : model.flows()) {
            if (nodes.containsKey(flow.source()) && nodes.containsKey(flow.target())) {
                out.computeIfAbsent(flow.source(), id -> new ArrayList<>()).add(flow);
                in.computeIfAbsent(flow.target(), id -> new ArrayList<>()).add(flow);
            }
        }
        for (Node node : nodes.values()) {
            if (node.attachedTo() != null) {
                boundary.computeIfAbsent(node.attachedTo(), id -> new ArrayList<>())
                        .add(node);
            }
            if (node.parent() != null) {
                children.computeIfAbsent(node.parent(), id -> new ArrayList<>()).add(node);
            }
        }
    }

    ProcessModel model() {
        return model;
    }

    Iterable<Node> nodes() {
        return nodes.values();
    }

    Optional<Node> node(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : nodes.get(id));
    }

    Node get(String id) {
        return node(id).orElseThrow();
    }

    List<Node> ofType(String type) {
        return nodes.values().stream().filter(node -> node.type().equals(type)).toList();
    }

    List<Flow> from(Node node) {
        return out.getOrDefault(node.id(), List.of());
    }

    List<Flow> into(Node node) {
        return in.getOrDefault(node.id(), List.of());
    }

    List<Node> boundary(Node node) {
        return boundary.getOrDefault(node.id(), List.of());
    }

    List<Node> children(Node node) {
        return children.getOrDefault(node.id(), List.of());
    }

    static boolean isEventSubProcess(Node node) {
        return "true".equals(node.attributes().get("triggeredByEvent"));
    }

    static boolean isGateway(Node node) {
        return node.type().endsWith("Gateway");
    }

    /** Whether the node asks which way to go. */
    boolean isQuestion(Node node) {
        return (node.type().equals("exclusiveGateway") || node.type().equals("inclusiveGateway"))
                && from(node).size() > 1;
    }

    /** The sub-processes around a node, innermost first. */
    List<Node> around(Node node) {
        var around = new ArrayList<Node>();
        Set<String> seen = new HashSet<>();
        String parent = node.parent();
        while (parent != null && nodes.containsKey(parent) && seen.add(parent)) {
            around.add(nodes.get(parent));
            parent = nodes.get(parent).parent();
        }
        return around;
    }

    /** Nodes that a process which starts can get to. */
    Set<String> reachable() {
        var reached = new HashSet<String>();
        Deque<Node> ahead = new ArrayDeque<>();
        nodes.values().stream()
                .filter(node -> node.parent() == null)
                .filter(node -> node.type().equals("startEvent") || isEventSubProcess(node))
                .forEach(ahead::add);
        while (!ahead.isEmpty()) {
            Node node = ahead.poll();
            if (!reached.add(node.id())) {
                continue;
            }
            from(node).forEach(flow -> ahead.add(get(flow.target())));
            ahead.addAll(boundary(node));
            children(node).stream()
                    .filter(child -> child.type().equals("startEvent") || isEventSubProcess(child))
                    .forEach(ahead::add);
        }
        return reached;
    }
}
