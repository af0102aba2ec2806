package vn.lienthong.design;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Edition.Leg;

/** Whether the table that chooses the legs speaks of the legs and inputs that procedure.yml has. */
final class DecisionRules implements Rule {

    /** What a table says, as far as the rules ask. */
    private record Table(Set<String> decisions, Set<String> inputs, Set<String> outputs, boolean readable) {}

    @Override
    public void check(Subject subject, Findings findings) {
        Edition edition = subject.edition();
        subject.folder().files().forEach((name, bytes) -> {
            if (name.endsWith(".dmn") && !read(bytes).readable()) {
                findings.error("unreadable-decision", name);
            }
        });
        if (edition.legsDecision() == null) {
            return;
        }
        String file = edition.legsDecision() + ".dmn";
        byte[] dmn = subject.folder().files().get(file);
        if (dmn == null) {
            return;
        }
        Table table = read(dmn);
        if (!table.readable()) {
            return;
        }
        if (!table.decisions().contains(edition.legsDecision())) {
            findings.error("decision-id", file, edition.legsDecision());
        }
        table.outputs().stream()
                .filter(leg -> edition.leg(leg).isEmpty())
                .forEach(leg -> findings.error("decision-unknown-leg", file, leg));
        table.inputs().stream()
                .filter(input -> !edition.decisionInputs().containsKey(input))
                .forEach(input -> findings.error("decision-unknown-input", file, input));
        edition.legs().stream()
                .filter(leg -> !leg.founding())
                .map(Leg::id)
                .filter(leg -> !table.outputs().contains(leg))
                .forEach(leg -> findings.error("leg-never-chosen", file, leg));
    }

    private static Table read(byte[] dmn) {
        var decisions = new LinkedHashSet<String>();
        var inputs = new LinkedHashSet<String>();
        var outputs = new LinkedHashSet<String>();
        String inside = "";
        try {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(dmn));
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "decision" -> decisions.add(String.valueOf(xml.getAttributeValue(null, "id")));
                        case "inputExpression", "outputEntry" -> inside = xml.getLocalName();
                        case "text" -> {
                            String text = xml.getElementText().strip();
                            if (inside.equals("inputExpression")) {
                                inputs.add(text);
                            } else if (inside.equals("outputEntry")) {
                                outputs.add(text.replace("\"", ""));
                            }
                        }
                        default -> {
                            // Nothing the rules ask about.
                        }
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals(inside)) {
                    inside = "";
                }
            }
            return new Table(decisions, inputs, outputs, true);
        } catch (XMLStreamException e) {
            return new Table(decisions, inputs, outputs, false);
        }
    }
}
