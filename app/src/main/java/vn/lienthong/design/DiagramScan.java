package vn.lienthong.design;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
 * @param foreign extension elements and listeners, as {@code element:camunda:name}
 */
record DiagramScan(int processes, Set<String> drawn, Set<String> twice, List<Extension> foreign) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /** Extension elements that this product reads; everything else would make the engine do something. */
    private static final Set<String> KNOWN = Set.of("properties", "property");

    /** An extension element and the flow node or flow it was found on. */
    record Extension(String element, String name) {}

    static DiagramScan of(byte[] bpmn) {
        var drawn = new HashSet<String>();
        var ids = new HashSet<String>();
        var twice = new LinkedHashSet<String>();
        var foreign = new ArrayList<Extension>();
        int processes = 0;
        String current = "";
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bpmn));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String namespace = String.valueOf(xml.getNamespaceURI());
                String id = xml.getAttributeValue(null, "id");
                if (namespace.equals(BPMN)) {
                    processes += xml.getLocalName().equals("process") ? 1 : 0;
                    if (id != null) {
                        current = id;
                        if (!ids.add(id)) {
                            twice.add(id);
                        }
                    }
                } else if (namespace.equals(CAMUNDA) && !KNOWN.contains(xml.getLocalName())) {
                    foreign.add(new Extension(current, "camunda:" + xml.getLocalName()));
                }
                remember(xml, drawn);
            }
        } catch (XMLStreamException e) {
            // The reader of the process says what is wrong with the file.
            return new DiagramScan(processes, drawn, twice, foreign);
        }
        return new DiagramScan(processes, drawn, twice, foreign);
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
