package vn.lienthong.design;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether nothing waits for ever. */
final class WaitRules implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        for (Node node : graph.nodes()) {
            switch (node.type()) {
                case "eventBasedGateway" -> events(graph, node, findings);
                case "intermediateCatchEvent" -> catches(graph, node, findings);
                case "boundaryEvent" -> boundary(graph, node, findings);
                default -> {
                    // Steps and legs have clocks of their own.
                }
            }
        }
        supplement(subject, findings);
        withdrawal(subject, findings);
    }

    private static void events(Graph graph, Node gateway, Findings findings) {
        List<Node> events = graph.from(gateway).stream()
                .map(flow -> graph.get(flow.target()))
                .toList();
        if (events.stream().noneMatch(WaitRules::isTimer) && !isTimed(graph, gateway)) {
            findings.error("wait-without-clock", gateway.id());
        }
        events.stream()
                .filter(event -> !event.type().equals("intermediateCatchEvent"))
                .forEach(event -> findings.error("event-gateway-target", event.id()));
    }

    private static void catches(Graph graph, Node event, Findings findings) {
        boolean chosen = graph.into(event).stream()
                .allMatch(flow -> graph.get(flow.source()).type().equals("eventBasedGateway"));
        if (isTimer(event)) {
            timer(event, findings);
        } else if (!chosen && !isTimed(graph, event)) {
            findings.error("wait-without-clock", event.id());
        }
        if (event.event() == null) {
            findings.error("event-without-kind", event.id());
        } else if (event.event().kind().equals("message")
                && event.event().value().isBlank()) {
            findings.error("message-without-name", event.id());
        }
    }

    private static void boundary(Graph graph, Node event, Findings findings) {
        if (event.event() == null) {
            findings.error("event-without-kind", event.id());
        } else if (isTimer(event)) {
            timer(event, findings);
        }
        if (graph.node(event.attachedTo()).isEmpty()) {
            findings.error("boundary-on-nothing", event.id());
        }
    }

    private static void timer(Node event, Findings findings) {
        if (event.event() != null && event.event().value().isBlank()) {
            findings.error("timer-without-time", event.id());
        }
    }

    private static boolean isTimer(Node node) {
        return node.event() != null && node.event().kind().equals("timer");
    }

    /** A timer around it ends the wait. */
    private static boolean isTimed(Graph graph, Node node) {
        return Stream.concat(Stream.of(node), graph.around(node).stream())
                .flatMap(outer -> graph.boundary(outer).stream())
                .anyMatch(event -> isTimer(event) && event.interrupting());
    }

    private static void supplement(Subject subject, Findings findings) {
        List<Node> waits = Stream.of("intermediateCatchEvent", "boundaryEvent")
                .flatMap(type -> subject.graph().ofType(type).stream())
                .filter(node -> "supplement".equals(node.properties().get("wait")))
                .toList();
        if (!waits.isEmpty() && subject.edition().supplement() == null) {
            findings.error("supplement-without-policy", waits.get(0).id());
        }
        if (waits.isEmpty() && subject.edition().supplement() != null) {
            findings.warning("supplement-not-drawn", "procedure.yml:supplement");
        }
        for (Node wait : waits) {
            if (wait.event() == null || !wait.event().value().equals("dossier.supplemented")) {
                findings.error("supplement-message", wait.id());
            }
        }
    }

    private static void withdrawal(Subject subject, Findings findings) {
        var withdrawal = subject.edition().withdrawal();
        if (withdrawal == null) {
            return;
        }
        for (String place : Stream.of(withdrawal.whole(), withdrawal.remaining())
                .filter(Objects::nonNull)
                .toList()) {
            boolean drawn = subject.graph().node(place).stream()
                    .flatMap(node -> subject.graph().boundary(node).stream())
                    .anyMatch(event ->
                            event.event() != null && event.event().value().equals("dossier.withdrawn"));
            if (!drawn) {
                findings.error("withdrawal-not-drawn", place);
            }
        }
    }
}
