package vn.lienthong.design.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The diagram of a draft: the steps of the text in a row, each in the lane of who does it, with reception, supplement,
 * refusal and return around them. Drawn well enough to go on with in the Modeler.
 */
final class Skeleton {

    private static final int COLUMN = 170;
    private static final int ROW = 120;
    private static final int LEFT = 220;
    private static final int TOP = 100;
    private static final int FRAME = 30;

    /** Rows of the desk's lane: the ordinary way, the supplement, its expiry, the refusal. */
    private static final int DESK_ROWS = 4;

    private static final String DESK = "reception";

    /** An element with its place. Names of texts come in both languages. */
    private record Node(
            String id,
            String type,
            String vi,
            String en,
            String lane,
            int column,
            int row,
            Map<String, String> attributes,
            Map<String, String> properties,
            String inner) {

        int width() {
            return type.endsWith("Gateway") ? 50 : type.endsWith("Event") ? 36 : 120;
        }

        int height() {
            return type.endsWith("Gateway") ? 50 : type.endsWith("Event") ? 36 : 80;
        }
    }

    private record Flow(
            String id,
            String vi,
            String en,
            String source,
            String target,
            @Nullable String condition,
            boolean reason) {}

    private final Plan plan;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private int column = 1;

    private Skeleton(Plan plan) {
        this.plan = plan;
    }

    /**
     * A diagram and what its elements are called.
     *
     * @param vi names by id
     */
    record Drawn(String bpmn, Map<String, String> vi, Map<String, String> en) {}

    static Drawn of(Plan plan) {
        var skeleton = new Skeleton(plan);
        skeleton.build();
        Map<String, String> vi = new LinkedHashMap<>();
        Map<String, String> en = new LinkedHashMap<>();
        skeleton.lanes().forEach((role, name) -> {
            vi.put(lane(role), name);
            en.put(lane(role), name);
        });
        skeleton.nodes.values().forEach(node -> {
            vi.put(node.id(), node.vi());
            en.put(node.id(), node.en());
        });
        skeleton.flows.stream().filter(flow -> !flow.vi().isEmpty()).forEach(flow -> {
            vi.put(flow.id(), flow.vi());
            en.put(flow.id(), flow.en());
        });
        return new Drawn(skeleton.xml(), vi, en);
    }

    private void build() {
        desk("StartEvent_DossierReceived", "startEvent", "Hồ sơ đã đến", "Dossier arrived", 0);
        Plan.Step reception = plan.steps().get(0);
        step(reception);
        join("StartEvent_DossierReceived", reception.id());
        int asked = column;
        gateway("Gateway_ReceptionDecided", "exclusiveGateway", "Tiếp nhận?", "Received?", DESK, column++, 0);
        join(reception.id(), "Gateway_ReceptionDecided");
        notice(
                "ServiceTask_NotifyReceived",
                "Báo đã tiếp nhận hồ sơ",
                "Tell that it is received",
                "received",
                column++,
                0);
        answer("Flow_Accept", "Tiếp nhận", "Accept", "Gateway_ReceptionDecided", "ServiceTask_NotifyReceived", null);
        supplement(reception, asked);
        refusal(asked);
        String last = "ServiceTask_NotifyReceived";
        boolean examined = false;
        for (Plan.Step step : plan.steps().subList(1, plan.steps().size())) {
            step(step);
            continueTo(last, step.id());
            last = step.id();
            if (step.kind() == Plan.Kind.EXAMINATION && !examined) {
                examined = true;
                gateway(
                        "Gateway_Examined",
                        "exclusiveGateway",
                        "Đủ điều kiện?",
                        "Are the conditions met?",
                        step.role(),
                        column++,
                        0);
                join(step.id(), "Gateway_Examined");
                answer("Flow_Refuse2", "Từ chối", "Refuse", "Gateway_Examined", "ServiceTask_Refuse", "refuse");
                last = "Gateway_Examined";
            }
        }
        returning(last);
    }

    /** Behind a question goes its default answer. */
    private void continueTo(String from, String to) {
        if (from.equals("Gateway_Examined")) {
            answer("Flow_Propose", "Đủ điều kiện", "Go on", from, to, null);
        } else {
            join(from, to);
        }
    }

    private void step(Plan.Step step) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("agency", step.role());
        properties.put("duty", step.kind().duty());
        properties.put("budget", TimeReading.written(step.budget()));
        if (step.kind() == Plan.Kind.SIGNATURE && !plan.results().isEmpty()) {
            properties.put("signsResult", plan.results().get(0).code());
        }
        add(new Node(
                step.id(),
                "userTask",
                step.label(),
                step.label(),
                step.role(),
                column++,
                0,
                Map.of("camunda:formRef", step.kind().form(), "camunda:formRefBinding", "deployment"),
                properties,
                ""));
    }

    private void supplement(Plan.Step reception, int at) {
        notice(
                "ServiceTask_RequestSupplement",
                "Gửi yêu cầu bổ sung hồ sơ",
                "Ask for the supplement",
                "supplement-requested",
                at + 1,
                1);
        answer(
                "Flow_Supplement",
                "Yêu cầu bổ sung",
                "Ask for a supplement",
                "Gateway_ReceptionDecided",
                "ServiceTask_RequestSupplement",
                "supplement");
        gateway(
                "Gateway_SupplementAwaited",
                "eventBasedGateway",
                "Bổ sung kịp hạn?",
                "Supplemented in time?",
                DESK,
                at + 2,
                1);
        join("ServiceTask_RequestSupplement", "Gateway_SupplementAwaited");
        add(
                new Node(
                        "IntermediateCatchEvent_Supplemented",
                        "intermediateCatchEvent",
                        "Hồ sơ đã bổ sung",
                        "Dossier supplemented",
                        DESK,
                        at + 3,
                        1,
                        Map.of(),
                        Map.of("wait", "supplement"),
                        "<bpmn:messageEventDefinition id=\"MessageEventDefinition_Supplemented\" messageRef=\"Message_DossierSupplemented\" />"));
        join("Gateway_SupplementAwaited", "IntermediateCatchEvent_Supplemented");
        join("IntermediateCatchEvent_Supplemented", reception.id());
        add(
                new Node(
                        "IntermediateCatchEvent_SupplementExpired",
                        "intermediateCatchEvent",
                        "Hạn bổ sung đã hết",
                        "Time for the supplement expired",
                        DESK,
                        at + 3,
                        2,
                        Map.of(),
                        Map.of(),
                        "<bpmn:timerEventDefinition id=\"TimerEventDefinition_SupplementExpired\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.applicantLimit()}</bpmn:timeDate></bpmn:timerEventDefinition>"));
        join("Gateway_SupplementAwaited", "IntermediateCatchEvent_SupplementExpired");
        service("ServiceTask_Stop", "Dừng giải quyết hồ sơ", "Stop the dossier", "file.stop", Map.of(), at + 4, 2);
        join("IntermediateCatchEvent_SupplementExpired", "ServiceTask_Stop");
        notice(
                "ServiceTask_NotifyStopped",
                "Thông báo dừng giải quyết",
                "Tell that it is stopped",
                "stopped",
                at + 4,
                2);
        join("ServiceTask_Stop", "ServiceTask_NotifyStopped");
        end("EndEvent_Stopped", "Hồ sơ đã dừng giải quyết", "Dossier stopped", at + 6, 2);
        join("ServiceTask_NotifyStopped", "EndEvent_Stopped");
    }

    private void refusal(int at) {
        service(
                "ServiceTask_Refuse",
                "Từ chối giải quyết hồ sơ",
                "Refuse the dossier",
                "file.refuse",
                Map.of(),
                at + 3,
                3);
        answer("Flow_Refuse", "Từ chối", "Refuse", "Gateway_ReceptionDecided", "ServiceTask_Refuse", "refuse");
        notice("ServiceTask_NotifyRefused", "Báo từ chối giải quyết", "Tell of the refusal", "refused", at + 4, 3);
        join("ServiceTask_Refuse", "ServiceTask_NotifyRefused");
        end("EndEvent_Refused", "Hồ sơ bị từ chối", "Dossier refused", at + 5, 3);
        join("ServiceTask_NotifyRefused", "EndEvent_Refused");
    }

    private void returning(String after) {
        String last = after;
        int number = 0;
        for (Plan.Result result : plan.results()) {
            String id = "ServiceTask_IssueResult" + (number++ == 0 ? "" : number);
            service(
                    id,
                    "Cấp: " + Wording.label(result.name()),
                    "Issue the result",
                    "document.issueResult",
                    Map.of("result", result.code()),
                    column++,
                    0);
            continueTo(last, id);
            last = id;
        }
        service(
                "ServiceTask_MarkReady",
                "Ghi nhận đã có kết quả",
                "Record that the result is ready",
                "file.markReady",
                Map.of(),
                column++,
                0);
        join(last, "ServiceTask_MarkReady");
        notice(
                "ServiceTask_NotifyResultReady",
                "Báo đã có kết quả",
                "Tell that the result is ready",
                "result-ready",
                column++,
                0);
        join("ServiceTask_MarkReady", "ServiceTask_NotifyResultReady");
        add(new Node(
                "UserTask_ReturnResults",
                "userTask",
                "Trả kết quả",
                "Return the result",
                DESK,
                column++,
                0,
                Map.of("camunda:formRef", "return-results", "camunda:formRefBinding", "deployment"),
                Map.of("agency", "returns", "duty", "returns-officer", "budget", "60 CALENDAR_DAY"),
                ""));
        join("ServiceTask_NotifyResultReady", "UserTask_ReturnResults");
        service(
                "ServiceTask_MarkReturned",
                "Ghi nhận đã trả kết quả",
                "Record that it is returned",
                "file.markReturned",
                Map.of(),
                column++,
                0);
        join("UserTask_ReturnResults", "ServiceTask_MarkReturned");
        end("EndEvent_ResultReturned", "Kết quả đã trả", "Result returned", column++, 0);
        join("ServiceTask_MarkReturned", "EndEvent_ResultReturned");
    }

    private void desk(String id, String type, String vi, String en, int at) {
        add(new Node(id, type, vi, en, DESK, at, 0, Map.of(), Map.of(), ""));
    }

    private void end(String id, String vi, String en, int at, int row) {
        add(new Node(id, "endEvent", vi, en, DESK, at, row, Map.of(), Map.of(), ""));
    }

    private void gateway(String id, String type, String vi, String en, String lane, int at, int row) {
        add(new Node(id, type, vi, en, lane, at, row, Map.of(), Map.of(), ""));
    }

    private void notice(String id, String vi, String en, String notice, int at, int row) {
        service(id, vi, en, "notification.notifyApplicant", Map.of("notice", notice), at, row);
    }

    private void service(
            String id, String vi, String en, String action, Map<String, String> properties, int at, int row) {
        add(new Node(
                id,
                "serviceTask",
                vi,
                en,
                DESK,
                at,
                row,
                Map.of("camunda:delegateExpression", "${" + action + "}"),
                properties,
                ""));
    }

    private void add(Node node) {
        nodes.put(node.id(), node);
    }

    private void join(String from, String to) {
        flows.add(new Flow("Flow_" + plain(from) + "To" + plain(to), "", "", from, to, null, false));
    }

    private void answer(String id, String vi, String en, String from, String to, @Nullable String outcome) {
        flows.add(new Flow(
                id, vi, en, from, to, outcome == null ? null : "${outcome == '" + outcome + "'}", outcome != null));
        if (outcome == null) {
            defaults.put(from, id);
        }
    }

    private static String plain(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private Map<String, String> lanes() {
        Map<String, String> lanes = new LinkedHashMap<>();
        lanes.put(DESK, Objects.requireNonNull(plan.agencies().get(DESK)));
        plan.agencies().forEach((role, name) -> {
            if (nodes.values().stream().anyMatch(node -> node.lane().equals(role))) {
                lanes.put(role, name);
            }
        });
        return lanes;
    }

    private static String lane(String role) {
        return "Lane_" + Wording.pascal(role);
    }

    private String xml() {
        String ids = Wording.pascal(plan.key());
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_%1$s" targetNamespace="http://lienthong.vn/processes" modeler:executionPlatform="Camunda Platform" modeler:executionPlatformVersion="7.24.0">
                  <bpmn:collaboration id="Collaboration_%1$s">
                    <bpmn:participant id="Participant_%1$s" name="%2$s" processRef="%3$s" />
                  </bpmn:collaboration>
                  <bpmn:process id="%3$s" name="%2$s" isExecutable="true" camunda:versionTag="%4$s" camunda:historyTimeToLive="P30D">
                    <bpmn:laneSet id="LaneSet_%1$s">
                """.formatted(ids, escaped(plan.name()), plan.key(), plan.edition()));
        lanes().forEach((role, name) -> {
            xml.append("      <bpmn:lane id=\"%s\" name=\"%s\">\n".formatted(lane(role), escaped(name)));
            nodes.values().stream()
                    .filter(node -> node.lane().equals(role))
                    .forEach(node ->
                            xml.append("        <bpmn:flowNodeRef>%s</bpmn:flowNodeRef>\n".formatted(node.id())));
            xml.append("      </bpmn:lane>\n");
        });
        xml.append("    </bpmn:laneSet>\n");
        nodes.values().forEach(node -> xml.append(element(node)));
        flows.forEach(flow -> xml.append(element(flow)));
        xml.append("""
                  </bpmn:process>
                  <bpmn:message id="Message_DossierSupplemented" name="dossier.supplemented" />
                  <bpmndi:BPMNDiagram id="BPMNDiagram_%1$s">
                    <bpmndi:BPMNPlane id="BPMNPlane_%1$s" bpmnElement="Collaboration_%1$s">
                """.formatted(ids));
        frames(xml, ids);
        nodes.values().forEach(node -> xml.append(shape(node.id(), x(node), y(node), node.width(), node.height(), "")));
        flows.forEach(flow -> xml.append(edge(flow)));
        return xml.append("    </bpmndi:BPMNPlane>\n  </bpmndi:BPMNDiagram>\n</bpmn:definitions>\n")
                .toString();
    }

    private String element(Node node) {
        String attributes = node.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> " %s=\"%s\"".formatted(attribute.getKey(), escaped(attribute.getValue())))
                .collect(Collectors.joining());
        String byDefault = defaults.containsKey(node.id()) ? " default=\"" + defaults.get(node.id()) + "\"" : "";
        String incoming = flows.stream()
                .filter(flow -> flow.target().equals(node.id()))
                .map(flow -> "      <bpmn:incoming>%s</bpmn:incoming>\n".formatted(flow.id()))
                .collect(Collectors.joining());
        String outgoing = flows.stream()
                .filter(flow -> flow.source().equals(node.id()))
                .map(flow -> "      <bpmn:outgoing>%s</bpmn:outgoing>\n".formatted(flow.id()))
                .collect(Collectors.joining());
        return "    <bpmn:%1$s id=\"%2$s\" name=\"%3$s\"%4$s%5$s>\n%6$s%7$s%8$s%9$s    </bpmn:%1$s>\n"
                .formatted(
                        node.type(),
                        node.id(),
                        escaped(node.vi()),
                        attributes,
                        byDefault,
                        properties(node.properties()),
                        incoming,
                        outgoing,
                        node.inner().isEmpty() ? "" : "      " + node.inner() + "\n");
    }

    private static String properties(Map<String, String> properties) {
        return properties.isEmpty()
                ? ""
                : "      <bpmn:extensionElements><camunda:properties>\n"
                        + properties.entrySet().stream()
                                .map(property -> "        <camunda:property name=\"%s\" value=\"%s\" />\n"
                                        .formatted(property.getKey(), escaped(property.getValue())))
                                .collect(Collectors.joining())
                        + "      </camunda:properties></bpmn:extensionElements>\n";
    }

    private static String element(Flow flow) {
        String name = flow.vi().isEmpty() ? "" : " name=\"%s\"".formatted(escaped(flow.vi()));
        String inner = properties(flow.reason() ? Map.of("reason", "required") : Map.of())
                + (flow.condition() == null
                        ? ""
                        : "      <bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">%s</bpmn:conditionExpression>\n"
                                .formatted(escaped(flow.condition())));
        return "    <bpmn:sequenceFlow id=\"%s\"%s sourceRef=\"%s\" targetRef=\"%s\"%s"
                .formatted(
                        flow.id(),
                        name,
                        flow.source(),
                        flow.target(),
                        inner.isEmpty() ? " />\n" : ">\n" + inner + "    </bpmn:sequenceFlow>\n");
    }

    private void frames(StringBuilder xml, String ids) {
        int width = column * COLUMN + COLUMN;
        int height = lanes().keySet().stream().mapToInt(Skeleton::rows).sum() * ROW + lanes().size() * FRAME;
        int x = LEFT - 60 - FRAME;
        xml.append(shape("Participant_" + ids, x - FRAME, TOP, width + FRAME, height, " isHorizontal=\"true\""));
        int y = TOP;
        for (String role : lanes().keySet()) {
            int tall = rows(role) * ROW + FRAME;
            xml.append(shape(lane(role), x, y, width, tall, " isHorizontal=\"true\""));
            y += tall;
        }
    }

    private static int rows(String role) {
        return role.equals(DESK) ? DESK_ROWS : 1;
    }

    private int x(Node node) {
        return LEFT + node.column() * COLUMN + (120 - node.width()) / 2;
    }

    private int y(Node node) {
        int y = TOP + FRAME / 2;
        for (String role : lanes().keySet()) {
            if (role.equals(node.lane())) {
                break;
            }
            y += rows(role) * ROW + FRAME;
        }
        return y + node.row() * ROW + (ROW - node.height()) / 2;
    }

    private static String shape(String id, int x, int y, int width, int height, String more) {
        return """
                      <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"%6$s>
                        <dc:Bounds x="%2$d" y="%3$d" width="%4$d" height="%5$d" />
                      </bpmndi:BPMNShape>
                """.formatted(id, x, y, width, height, more);
    }

    /** Straight ahead where there is nothing between, otherwise up or down first; back over the top. */
    private String edge(Flow flow) {
        Node from = Objects.requireNonNull(nodes.get(flow.source()));
        Node to = Objects.requireNonNull(nodes.get(flow.target()));
        int fromX = x(from) + from.width() / 2;
        int fromY = y(from) + from.height() / 2;
        int toY = y(to) + to.height() / 2;
        Set<List<Integer>> points = new LinkedHashSet<>();
        if (to.column() < from.column()) {
            int over = fromY - ROW / 2 + 6;
            points.add(List.of(fromX, y(from)));
            points.add(List.of(fromX, over));
            points.add(List.of(x(to) + to.width() / 2, over));
            points.add(List.of(x(to) + to.width() / 2, toY > over ? y(to) : y(to) + to.height()));
        } else if (fromY == toY) {
            points.add(List.of(x(from) + from.width(), fromY));
            points.add(List.of(x(to), toY));
        } else if (to.column() == from.column()) {
            points.add(List.of(fromX, toY > fromY ? y(from) + from.height() : y(from)));
            points.add(List.of(fromX, toY > fromY ? y(to) : y(to) + to.height()));
        } else if (from.type().endsWith("Gateway")) {
            points.add(List.of(fromX, toY > fromY ? y(from) + from.height() : y(from)));
            points.add(List.of(fromX, toY));
            points.add(List.of(x(to), toY));
        } else {
            int between = x(to) - 24;
            points.add(List.of(x(from) + from.width(), fromY));
            points.add(List.of(between, fromY));
            points.add(List.of(between, toY));
            points.add(List.of(x(to), toY));
        }
        String way = points.stream()
                .map(point -> "        <di:waypoint x=\"%d\" y=\"%d\" />\n".formatted(point.get(0), point.get(1)))
                .collect(Collectors.joining());
        return "      <bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\">\n%2$s      </bpmndi:BPMNEdge>\n"
                .formatted(flow.id(), way);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
