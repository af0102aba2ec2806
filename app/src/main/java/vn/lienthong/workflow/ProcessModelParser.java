package vn.lienthong.workflow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads BPMN into a {@link ProcessModel}; takes any well-formed file and follows no reference out of it. */
final class ProcessModelParser {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> NO_NODES = Set.of(
            "sequenceFlow",
            "laneSet",
            "textAnnotation",
            "association",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference",
            "documentation",
            "extensionElements",
            "group",
            "ioSpecification",
            "property",
            "incoming",
            "outgoing");

    private final Map<String, String> messages = new HashMap<>();
    private final Map<String, String> errors = new HashMap<>();
    private final Map<String, String> laneOf = new HashMap<>();
    private final List<ProcessModel.Node> nodes = new ArrayList<>();
    private final List<ProcessModel.Flow> flows = new ArrayList<>();
    private final List<ProcessModel.Lane> lanes = new ArrayList<>();

    private ProcessModelParser() {}

    /** @throws UnreadableModel when it is not XML, has a document type, or holds no process */
    static ProcessModel parse(byte[] xml) {
        return new ProcessModelParser().read(document(xml));
    }

    private static Document document(byte[] xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new UnreadableModel(String.valueOf(e.getMessage()));
        }
    }

    private ProcessModel read(Document document) {
        Element root = document.getDocumentElement();
        children(root, "message").forEach(m -> messages.put(m.getAttribute("id"), m.getAttribute("name")));
        children(root, "error").forEach(e -> errors.put(e.getAttribute("id"), e.getAttribute("errorCode")));
        Element process = children(root, "process").stream()
                .findFirst()
                .orElseThrow(() -> new UnreadableModel("the file holds no BPMN process"));
        children(process, "laneSet").forEach(this::lanes);
        nodes(process, null);
        return new ProcessModel(
                process.getAttribute("id"),
                process.getAttribute("name"),
                "true".equals(process.getAttribute("isExecutable")),
                camundaAttributes(process),
                List.copyOf(nodes),
                List.copyOf(flows),
                List.copyOf(lanes));
    }

    private void lanes(Element laneSet) {
        for (Element lane : children(laneSet, "lane")) {
            List<String> members = children(lane, "flowNodeRef").stream()
                    .map(r -> r.getTextContent().strip())
                    .toList();
            members.forEach(node -> laneOf.put(node, lane.getAttribute("id")));
            lanes.add(new ProcessModel.Lane(lane.getAttribute("id"), lane.getAttribute("name"), members));
            children(lane, "childLaneSet").forEach(this::lanes);
        }
    }

    private void nodes(Element scope, @Nullable String parent) {
        for (Element element : children(scope, null)) {
            String type = element.getLocalName();
            if (type.equals("sequenceFlow")) {
                flows.add(flow(element));
            } else if (type.equals("laneSet")) {
                if (parent != null) {
                    lanes(element);
                }
            } else if (!NO_NODES.contains(type) && element.hasAttribute("id")) {
                nodes.add(node(element, parent));
                if (type.equals("subProcess") || type.equals("transaction")) {
                    nodes(element, element.getAttribute("id"));
                }
            }
        }
    }

    private ProcessModel.Node node(Element element, @Nullable String parent) {
        String id = element.getAttribute("id");
        Map<String, String> attributes = new LinkedHashMap<>(camundaAttributes(element));
        for (String plain : List.of("calledElement", "scriptFormat", "triggeredByEvent", "isForCompensation")) {
            if (element.hasAttribute(plain)) {
                attributes.put(plain, element.getAttribute(plain));
            }
        }
        if (!children(element, "script").isEmpty()) {
            attributes.put("script", children(element, "script").get(0).getTextContent());
        }
        return new ProcessModel.Node(
                id,
                element.getLocalName(),
                element.getAttribute("name"),
                laneOf.get(id),
                parent,
                properties(element),
                Map.copyOf(attributes),
                event(element),
                attribute(element, "attachedToRef"),
                !"false".equals(element.getAttribute("cancelActivity")),
                attribute(element, "default"));
    }

    private ProcessModel.@Nullable Event event(Element element) {
        for (Element child : children(element, null)) {
            switch (child.getLocalName()) {
                case "messageEventDefinition" -> {
                    String ref = child.getAttribute("messageRef");
                    return new ProcessModel.Event("message", messages.getOrDefault(ref, ref));
                }
                case "timerEventDefinition" -> {
                    String when = children(child, null).stream()
                            .map(t -> t.getTextContent().strip())
                            .findFirst()
                            .orElse("");
                    return new ProcessModel.Event("timer", when);
                }
                case "errorEventDefinition" -> {
                    String ref = child.getAttribute("errorRef");
                    return new ProcessModel.Event("error", errors.getOrDefault(ref, ref));
                }
                default -> {
                    if (child.getLocalName().endsWith("EventDefinition")) {
                        String name = child.getLocalName();
                        return new ProcessModel.Event(
                                name.substring(0, name.length() - "EventDefinition".length()), "");
                    }
                }
            }
        }
        return null;
    }

    private static ProcessModel.Flow flow(Element element) {
        List<Element> condition = children(element, "conditionExpression");
        return new ProcessModel.Flow(
                element.getAttribute("id"),
                element.getAttribute("name"),
                element.getAttribute("sourceRef"),
                element.getAttribute("targetRef"),
                condition.isEmpty() ? null : condition.get(0).getTextContent().strip(),
                properties(element));
    }

    private static Map<String, String> properties(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        for (Element extension : children(element, "extensionElements")) {
            for (Element holder : childrenIn(extension, CAMUNDA, "properties")) {
                childrenIn(holder, CAMUNDA, "property")
                        .forEach(p -> found.put(p.getAttribute("name"), p.getAttribute("value")));
            }
        }
        return Map.copyOf(found);
    }

    private static Map<String, String> camundaAttributes(Element element) {
        Map<String, String> found = new LinkedHashMap<>();
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (CAMUNDA.equals(attribute.getNamespaceURI())) {
                found.put(attribute.getLocalName(), attribute.getNodeValue());
            }
        }
        return Map.copyOf(found);
    }

    private static @Nullable String attribute(Element element, String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    private static List<Element> children(Element parent, @Nullable String localName) {
        return childrenIn(parent, BPMN, localName);
    }

    private static List<Element> childrenIn(Element parent, String namespace, @Nullable String localName) {
        var all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(e -> namespace.equals(e.getNamespaceURI()))
                .filter(e -> localName == null || localName.equals(e.getLocalName()))
                .toList();
    }
}
