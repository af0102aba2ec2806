package vn.lienthong.design;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What lies in a BPMN file beside the process itself: what was written for the engine, what is drawn, ids that are there
 * twice. Reads from front to back, follows nothing, knows no document type.
 *
 * @param processes how many processes the file holds
 * @param drawn ids of elements that have a shape
 * @param twice ids that more than one element has
 * @param foreign what the engine would obey and this product does not offer: extension elements and attributes
 * @param unknown parts of BPMN that the rules do not look at, by the element they were found on
 * @param loose expressions where none belongs: the engine evaluates names and descriptions of tasks too
 * @param nameless elements without an id
 * @param elsewhere elements that name a schema by its address, which the engine would fetch
 */
record DiagramScan(
        int processes,
        Set<String> drawn,
        Set<String> twice,
        List<Extension> foreign,
        List<Extension> unknown,
        List<Extension> loose,
        List<String> nameless,
        List<String> elsewhere) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** The engine obeys these as if they were its own. */
    private static final String ACTIVITI = "http://activiti.org/bpmn";

    /** Extension elements that this product reads; everything else would make the engine do something. */
    private static final Set<String> KNOWN = Set.of("properties", "property");

    private static final Set<String> KNOWN_ATTRIBUTES = Set.of(
            "delegateExpression",
            "formRef",
            "formRefBinding",
            "resource",
            "type",
            "topic",
            "historyTimeToLive",
            "versionTag",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon");

    /** What belongs to an element beside itself, and what only explains; flow nodes are looked at by other rules. */
    private static final Set<String> KNOWN_PARTS = Set.of(
            "definitions",
            "collaboration",
            "participant",
            "messageFlow",
            "process",
            "documentation",
            "extensionElements",
            "laneSet",
            "childLaneSet",
            "lane",
            "flowNodeRef",
            "incoming",
            "outgoing",
            "sequenceFlow",
            "conditionExpression",
            "messageEventDefinition",
            "timerEventDefinition",
            "errorEventDefinition",
            "terminateEventDefinition",
            "timeDate",
            "timeDuration",
            "message",
            "error",
            "script",
            "textAnnotation",
            "text",
            "association",
            "group",
            "category",
            "categoryValue",
            "dataObject",
            "dataObjectReference",
            "dataStoreReference");

    /** Attributes that only one kind of element may have. */
    private static final Map<String, String> OWNERS = Map.of(
            "delegateExpression", "serviceTask",
            "type", "serviceTask",
            "topic", "serviceTask",
            "resource", "scriptTask");

    private static final Pattern DEFINES = Pattern.compile(".*(?:EventDefinition|LoopCharacteristics)");

    private static final Set<String> MAY_ASK = Set.of("conditionExpression", "timeDate", "timeDuration");

    /** An extension element, attribute or expression and the flow node or flow it was found on. */
    record Extension(String element, String name) {}

    static DiagramScan of(byte[] bpmn) {
        var scan = new DiagramScan(
                0,
                new HashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        var ids = new HashSet<String>();
        Deque<String> around = new ArrayDeque<>();
        int processes = 0;
        String current = "";
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, true);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT) {
                    around.poll();
                } else if (event == XMLStreamConstants.CHARACTERS && !MAY_ASK.contains(around.peek())) {
                    scan.loose(current, xml.getText());
                }
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String namespace = String.valueOf(xml.getNamespaceURI());
                String name = xml.getLocalName();
                around.push(name);
                String id = xml.getAttributeValue(null, "id");
                if (namespace.equals(BPMN)) {
                    processes += name.equals("process") ? 1 : 0;
                    if (id != null) {
                        current = id;
                        if (!ids.add(id)) {
                            scan.twice.add(id);
                        }
                    }
                    scan.part(current, name, id != null);
                } else if (namespace.equals(CAMUNDA) && !KNOWN.contains(name)) {
                    scan.foreign.add(new Extension(current, "camunda:" + name));
                } else if (namespace.equals(ACTIVITI)) {
                    scan.foreign.add(new Extension(current, "activiti:" + name));
                }
                scan.attributes(xml, current);
                remember(xml, scan.drawn);
            }
        } catch (XMLStreamException e) {
            // The reader of the process says what is wrong with the file.
            return scan.with(processes);
        }
        return scan.with(processes);
    }

    private DiagramScan with(int count) {
        return new DiagramScan(count, drawn, twice, foreign, unknown, loose, nameless, elsewhere);
    }

    private void part(String element, String name, boolean hasId) {
        boolean node = name.endsWith("Task")
                || name.endsWith("Event")
                || name.endsWith("Gateway")
                || name.endsWith("rocess")
                || name.endsWith("Activity");
        if (!hasId && (node || name.equals("task") || name.equals("sequenceFlow")) && !name.equals("process")) {
            nameless.add(name);
        }
        if (!hasId && !node && !name.equals("task") && !KNOWN_PARTS.contains(name)) {
            unknown.add(new Extension(element, name));
        } else if (hasId && !KNOWN_PARTS.contains(name) && DEFINES.matcher(name).matches()) {
            unknown.add(new Extension(element, name));
        }
    }

    private void attributes(XMLStreamReader xml, String element) {
        boolean ofProcess = BPMN.equals(xml.getNamespaceURI());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String namespace = String.valueOf(xml.getAttributeNamespace(i));
            String name = xml.getAttributeLocalName(i);
            if (namespace.equals(XSI) && name.toLowerCase(Locale.ROOT).endsWith("schemalocation")) {
                elsewhere.add(element);
            } else if (namespace.equals(ACTIVITI)) {
                foreign.add(new Extension(element, "activiti:" + name));
            } else if (namespace.equals(CAMUNDA) && !KNOWN_ATTRIBUTES.contains(name)) {
                foreign.add(new Extension(element, "camunda:" + name));
            } else if (namespace.equals(CAMUNDA) && OWNERS.containsKey(name)) {
                if (!xml.getLocalName().equals(OWNERS.get(name))) {
                    foreign.add(new Extension(element, "camunda:" + name));
                }
            } else if (ofProcess && name.equals("language")) {
                foreign.add(new Extension(element, name));
            } else if (ofProcess) {
                loose(element, xml.getAttributeValue(i));
            }
        }
    }

    private void loose(String element, String text) {
        if (text.contains("${") || text.contains("#{")) {
            loose.add(new Extension(element, text.strip()));
        }
    }

    private static void remember(XMLStreamReader xml, Set<String> drawn) {
        if (xml.getLocalName().equals("BPMNShape") || xml.getLocalName().equals("BPMNEdge")) {
            @Nullable String element = xml.getAttributeValue(null, "bpmnElement");
            if (element != null) {
                drawn.add(element);
            }
        }
    }
}
