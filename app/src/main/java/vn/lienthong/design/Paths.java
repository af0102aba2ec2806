package vn.lienthong.design;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/**
 * All ways through a diagram without going in circles: sub-processes are opened up, boundary events leave at the very end
 * of what they sit on, and the flows that lead back are set aside. Among parallel branches the slowest counts, among
 * exclusive ones each, so the longest way answers for both. Takes time in proportion to the diagram's size.
 */
final class Paths {

    /** Behind the id of a sub-process: the point where it is done. */
    private static final String DONE = "/done";

    private final Graph graph;
    private final Predicate<Node> beginsAnew;
    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    private final Set<List<String>> back = new LinkedHashSet<>();
    private final List<String> order = new ArrayList<>();

    /** @param goesOn whether a way leads on behind a node */
    Paths(Graph graph, Predicate<Node> goesOn) {
        this(graph, goesOn, node -> false);
    }

    /**
     * @param goesOn whether a way leads on behind a node
     * @param beginsAnew whether a way is counted from this node on, whatever led to it
     */
    Paths(Graph graph, Predicate<Node> goesOn, Predicate<Node> beginsAnew) {
        this.graph = graph;
        this.beginsAnew = beginsAnew;
        for (Node node : graph.nodes()) {
            edges(node, goesOn);
        }
        sort();
    }

    /** A way and how long it takes. */
    record Way(long length, List<String> nodes) {}

    /** A flow that leads back to where a way has been. */
    record Loop(String from, String to) {}

    /** Ids of what can be reached, every one behind all that come before it. */
    List<String> order() {
        return order;
    }

    boolean isBack(String from, String to) {
        return back.contains(List.of(exit(from), to));
    }

    List<Loop> loops() {
        return back.stream()
                .map(edge -> new Loop(edge.get(0).replace(DONE, ""), edge.get(1)))
                .toList();
    }

    /** The longest way from the start. */
    Way longest(ToLongFunction<Node> cost) {
        return longest(cost, null, null);
    }

    /** The longest way between two nodes, both counted. */
    Way between(ToLongFunction<Node> cost, String from, String to) {
        return longest(cost, from, exit(to));
    }

    private Way longest(ToLongFunction<Node> cost, @Nullable String from, @Nullable String to) {
        var length = new HashMap<String, Long>();
        var before = new HashMap<String, String>();
        String best = null;
        for (String id : order) {
            boolean begins = from == null ? !length.containsKey(id) : id.equals(from);
            if (begins) {
                length.put(id, cost(cost, id));
            }
            Long here = length.get(id);
            if (here == null) {
                continue;
            }
            boolean candidate = to == null || id.equals(to);
            if (candidate && (best == null || here > Objects.requireNonNull(length.get(best)))) {
                best = id;
            }
            for (String following : forward(id)) {
                boolean anew = graph.node(following).filter(beginsAnew).isPresent();
                long there = (anew ? 0 : here) + cost(cost, following);
                Long known = length.get(following);
                if (known == null || there > known) {
                    length.put(following, there);
                    if (!anew) {
                        before.put(following, id);
                    }
                }
            }
        }
        if (best == null) {
            return new Way(0, List.of());
        }
        var nodes = new ArrayList<String>();
        for (String id = best; id != null; id = before.get(id)) {
            if (!id.endsWith(DONE)) {
                nodes.add(id);
            }
        }
        Collections.reverse(nodes);
        return new Way(Objects.requireNonNull(length.get(best)), List.copyOf(nodes));
    }

    /** For each node which nodes, as positions in the order, lie on a way to it; itself included. */
    Map<String, BitSet> ancestors() {
        var ancestors = new HashMap<String, BitSet>();
        for (int i = 0; i < order.size(); i++) {
            BitSet mine = ancestors.computeIfAbsent(order.get(i), id -> new BitSet());
            mine.set(i);
            for (String following : forward(order.get(i))) {
                ancestors.computeIfAbsent(following, id -> new BitSet()).or(mine);
            }
        }
        return ancestors;
    }

    private long cost(ToLongFunction<Node> cost, String id) {
        return id.endsWith(DONE) ? 0 : graph.node(id).map(cost::applyAsLong).orElse(0L);
    }

    private List<String> forward(String id) {
        return next.getOrDefault(id, Set.of()).stream()
                .filter(following -> !back.contains(List.of(id, following)))
                .toList();
    }

    private String exit(String id) {
        return graph.node(id)
                .filter(node -> node.type().equals("subProcess"))
                .map(node -> id + DONE)
                .orElse(id);
    }

    private void edges(Node node, Predicate<Node> goesOn) {
        String id = node.id();
        boolean opened =
                node.type().equals("subProcess") && !graph.children(node).isEmpty();
        String exit = exit(id);
        if (opened) {
            graph.children(node).stream()
                    .filter(child -> child.type().equals("startEvent") || Graph.isEventSubProcess(child))
                    .forEach(child -> edge(id, child.id()));
            // An empty way through keeps what follows reachable even when nothing inside ends.
            edge(id, exit);
        } else if (!exit.equals(id)) {
            edge(id, exit);
        }
        if (goesOn.test(node)) {
            graph.from(node).forEach(flow -> edge(exit, flow.target()));
        }
        for (Node event : graph.boundary(node)) {
            if (!isError(event) || !opened) {
                edge(exit, event.id());
            }
        }
        if (graph.from(node).isEmpty() && node.parent() != null && node.attachedTo() == null) {
            leave(node);
        }
    }

    /** A way ends inside a sub-process: at its end, or, when an error is thrown, where it is caught. */
    private void leave(Node node) {
        List<Node> around = graph.around(node);
        if (isError(node)) {
            for (Node outer : around) {
                for (Node event : graph.boundary(outer)) {
                    if (isError(event) && catches(event, node)) {
                        edge(node.id(), event.id());
                        return;
                    }
                }
            }
        }
        if (!around.isEmpty()) {
            edge(node.id(), around.get(0).id() + DONE);
        }
    }

    private static boolean catches(Node event, Node thrower) {
        String caught = event.event() == null ? "" : event.event().value();
        String thrown = thrower.event() == null ? "" : thrower.event().value();
        return caught.isEmpty() || caught.equals(thrown);
    }

    private static boolean isError(Node node) {
        return node.event() != null && node.event().kind().equals("error");
    }

    private void edge(String from, String to) {
        next.computeIfAbsent(from, id -> new LinkedHashSet<>()).add(to);
    }

    /** Depth first without recursion: what is finished last comes first; a step to what is still open leads back. */
    private void sort() {
        Set<String> open = new HashSet<>();
        Set<String> finished = new HashSet<>();
        List<String> roots = new ArrayList<>();
        for (Node node : graph.nodes()) {
            boolean begins =
                    node.parent() == null && (node.type().equals("startEvent") || Graph.isEventSubProcess(node));
            if (begins) {
                roots.add(node.id());
            }
        }
        for (String root : roots) {
            visit(root, open, finished);
        }
        Collections.reverse(order);
    }

    private void visit(String root, Set<String> open, Set<String> finished) {
        if (finished.contains(root)) {
            return;
        }
        Deque<String> trail = new ArrayDeque<>();
        Deque<Iterator<String>> ahead = new ArrayDeque<>();
        trail.push(root);
        ahead.push(next.getOrDefault(root, Set.of()).iterator());
        open.add(root);
        while (!trail.isEmpty()) {
            Iterator<String> steps = ahead.element();
            if (!steps.hasNext()) {
                ahead.pop();
                String done = trail.pop();
                open.remove(done);
                finished.add(done);
                order.add(done);
                continue;
            }
            String step = steps.next();
            if (open.contains(step)) {
                back.add(List.of(trail.element(), step));
            } else if (!finished.contains(step)) {
                open.add(step);
                trail.push(step);
                ahead.push(next.getOrDefault(step, Set.of()).iterator());
            }
        }
    }

    static List<Flow> flows(Graph graph, Loop loop) {
        return graph.node(loop.from()).stream()
                .flatMap(node -> graph.from(node).stream())
                .filter(flow -> flow.target().equals(loop.to()))
                .toList();
    }
}
