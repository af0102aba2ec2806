package vn.lienthong.design;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether what was split side by side comes together again, and only that. */
final class JoinRules implements Rule {

    /** Comparing every pair is quadratic; nobody can read a diagram of this size anyway. */
    private static final int LARGEST = 500;

    @Override
    public void check(Subject subject, Findings findings) {
        var paths = new Paths(subject.graph(), node -> true);
        List<String> order = paths.order();
        if (order.size() > LARGEST) {
            return;
        }
        Map<String, BitSet> ancestors = paths.ancestors();
        for (Node node : subject.graph().nodes()) {
            List<String> before = subject.graph().into(node).stream()
                    .filter(flow -> !paths.isBack(flow.source(), flow.target()))
                    .map(flow -> flow.source())
                    .filter(ancestors::containsKey)
                    .toList();
            boolean joins = node.type().equals("parallelGateway");
            for (int i = 0; i < before.size(); i++) {
                for (int j = i + 1; j < before.size(); j++) {
                    Node split = lastCommon(subject.graph(), order, ancestors, before.get(i), before.get(j));
                    if (split == null) {
                        continue;
                    }
                    boolean either = split.type().equals("exclusiveGateway")
                            || split.type().equals("eventBasedGateway");
                    if (joins && either) {
                        findings.error("join-waits-forever", node.id(), split.id());
                    }
                    boolean both = split.type().equals("parallelGateway");
                    if (both
                            && !joins
                            && !node.type().equals("inclusiveGateway")
                            && !node.type().equals("endEvent")) {
                        findings.error("runs-twice", node.id(), split.id());
                    }
                }
            }
        }
    }

    private static @Nullable Node lastCommon(
            Graph graph, List<String> order, Map<String, BitSet> ancestors, String a, String b) {
        BitSet first = ancestors.get(a);
        BitSet second = ancestors.get(b);
        if (first == null || second == null || a.equals(b)) {
            return null;
        }
        BitSet common = (BitSet) first.clone();
        common.and(second);
        int last = common.length() - 1;
        // Where one branch is the other's ancestor, it is the split itself: one of its flows leads straight here.
        return last < 0 ? null : graph.node(order.get(last)).orElse(null);
    }
}
