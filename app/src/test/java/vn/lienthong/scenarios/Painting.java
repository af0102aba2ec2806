package vn.lienthong.scenarios;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.lienthong.workflow.ProcessModel;

/** A diagram as it was drawn, each element in the colour of how many stories passed through it. */
final class Painting {

    private static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String WAYPOINTS = "http://www.omg.org/spec/DD/20100524/DI";
    private static final double LETTER = 6.0;
    private static final int LINE = 14;
    private static final int MARGIN = 24;

    private record Box(double x, double y, double width, double height) {

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    private final ProcessModel model;
    private final ToIntFunction<String> passed;
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    private Painting(ProcessModel model, ToIntFunction<String> passed) {
        this.model = model;
        this.passed = passed;
    }

    /** @param passed how many stories passed through a flow node */
    static String svg(byte[] bpmn, ProcessModel model, ToIntFunction<String> passed) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Element root = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(bpmn))
                    .getDocumentElement();
            return new Painting(model, passed).paint(root);
        } catch (Exception e) {
            throw new IllegalStateException("the diagram of " + model.id() + " cannot be painted", e);
        }
    }

    private String paint(Element root) {
        NodeList all = root.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttribute("id") && element.hasAttribute("name")) {
                names.put(element.getAttribute("id"), element.getAttribute("name"));
            }
        }
        List<Element> shapes = elements(root, "BPMNShape");
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Element shape : shapes) {
            Box box = box(shape);
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        double width = right - left + 2 * MARGIN;
        double height = bottom - top + 2 * MARGIN;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%.0f" height="%.0f" viewBox="%.0f %.0f %.0f %.0f">
                <defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>
                """.formatted(escaped(model.name()), width, height, left - MARGIN, top - MARGIN, width, height));
        shapes.stream().filter(shape -> isFrame(of(shape))).forEach(this::frame);
        shapes.stream().filter(shape -> isOpened(of(shape))).forEach(shape -> activity(shape, true));
        elements(root, "BPMNEdge").forEach(this::edge);
        shapes.stream()
                .filter(shape -> !isFrame(of(shape))
                        && !isOpened(of(shape))
                        && !type(of(shape)).equals("boundaryEvent"))
                .forEach(this::node);
        shapes.stream().filter(shape -> type(of(shape)).equals("boundaryEvent")).forEach(this::node);
        return svg.append("</svg>").toString();
    }

    private boolean isFrame(String id) {
        return model.node(id).isEmpty();
    }

    private boolean isOpened(String id) {
        return type(id).equals("subProcess") && model.nodes().stream().anyMatch(inner -> id.equals(inner.parent()));
    }

    private String type(String id) {
        return model.node(id).map(ProcessModel.Node::type).orElse("");
    }

    /** Pools and lanes, with their name along the left side. */
    private void frame(Element shape) {
        Box box = box(shape);
        String name = names.getOrDefault(of(shape), "");
        svg.append("<rect class=\"frame\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>"
                .formatted(box.x(), box.y(), box.width(), box.height()));
        List<String> lines = wrapped(name, box.height() - 10);
        for (int i = 0; i < lines.size(); i++) {
            svg.append(
                    "<text class=\"label\" text-anchor=\"middle\" transform=\"translate(%.0f %.0f) rotate(-90)\">%s</text>\n"
                            .formatted(
                                    box.x() + 19 - (lines.size() - 1) * 5 + i * LINE,
                                    box.middleY(),
                                    escaped(lines.get(i))));
        }
    }

    private void edge(Element edge) {
        var points = new StringBuilder();
        NodeList waypoints = edge.getElementsByTagNameNS(WAYPOINTS, "waypoint");
        for (int i = 0; i < waypoints.getLength(); i++) {
            Element point = (Element) waypoints.item(i);
            points.append(point.getAttribute("x"))
                    .append(',')
                    .append(point.getAttribute("y"))
                    .append(' ');
        }
        svg.append("<polyline class=\"flow\" marker-end=\"url(#tip)\" points=\"")
                .append(points)
                .append("\"/>\n");
        Box label = label(edge);
        String name = names.getOrDefault(of(edge), "");
        if (label != null && !name.isBlank()) {
            text(name, label.middleX(), label.middleY(), label.width() + 12);
        }
    }

    private void node(Element shape) {
        String id = of(shape);
        String type = type(id);
        if (type.endsWith("Gateway")) {
            gateway(shape, type);
        } else if (type.endsWith("Event")) {
            event(shape, type);
        } else {
            activity(shape, false);
        }
    }

    private void activity(Element shape, boolean opened) {
        Box box = box(shape);
        String id = of(shape);
        open(id);
        svg.append("<rect class=\"shape%s\" rx=\"10\" x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\"/>"
                .formatted(
                        opened ? " opened" : type(id).equals("callActivity") ? " thick" : "",
                        box.x(),
                        box.y(),
                        box.width(),
                        box.height()));
        if (opened) {
            svg.append("<text class=\"label\" x=\"%.0f\" y=\"%.0f\">%s</text>"
                    .formatted(box.x() + 14, box.y() + 20, escaped(names.getOrDefault(id, ""))));
        } else {
            mark(type(id), box.x() + 6, box.y() + 6);
            text(names.getOrDefault(id, id), box.middleX(), box.middleY() + 4, box.width() - 10);
        }
        close(id, box.right() - 4, box.y() + 2);
    }

    /** What kind of work it is: a person, a cog, a sheet. */
    private void mark(String type, double x, double y) {
        String drawn = switch (type) {
            case "userTask" -> "<circle cx=\"7\" cy=\"4\" r=\"3.2\"/><path d=\"M1 14c0-8 12-8 12 0z\"/>";
            case "serviceTask" ->
                "<circle cx=\"7\" cy=\"7\" r=\"4.5\" stroke-width=\"2.6\" stroke-dasharray=\"2.2 1.4\"/><circle cx=\"7\" cy=\"7\" r=\"2\"/>";
            case "scriptTask" -> "<path d=\"M2 1h10v12h-10z M4 4h6 M4 7h6 M4 10h6\"/>";
            default -> "";
        };
        if (!drawn.isEmpty()) {
            svg.append("<g class=\"mark\" transform=\"translate(%.0f %.0f)\">%s</g>".formatted(x, y, drawn));
        }
    }

    private void gateway(Element shape, String type) {
        Box box = box(shape);
        String id = of(shape);
        open(id);
        svg.append("<path class=\"shape\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fz\"/>"
                .formatted(
                        box.middleX(),
                        box.y(),
                        box.right(),
                        box.middleY(),
                        box.middleX(),
                        box.bottom(),
                        box.x(),
                        box.middleY()));
        String sign = switch (type) {
            case "parallelGateway" -> "<path d=\"M-9 0h18M0-9v18\"/>";
            case "inclusiveGateway" -> "<circle r=\"9\"/>";
            case "eventBasedGateway" ->
                "<circle r=\"11\" stroke-width=\"1\"/><path stroke-width=\"1\" d=\"M0-7l7 5-3 8h-8l-3-8z\"/>";
            default -> "<path d=\"M-6-6l12 12M6-6l-12 12\"/>";
        };
        svg.append("<g class=\"sign\" transform=\"translate(%.1f %.1f)\">%s</g>"
                .formatted(box.middleX(), box.middleY(), sign));
        beside(shape, box);
        close(id, box.right() - 6, box.y() + 6);
    }

    private void event(Element shape, String type) {
        Box box = box(shape);
        String id = of(shape);
        ProcessModel.Node node = model.require(id);
        double radius = box.width() / 2;
        open(id);
        svg.append("<circle class=\"shape%s%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>"
                .formatted(
                        type.equals("endEvent") ? " thick" : "",
                        node.interrupting() || !type.equals("boundaryEvent") ? "" : " dashed",
                        box.middleX(),
                        box.middleY(),
                        radius));
        if (type.equals("boundaryEvent") || type.startsWith("intermediate")) {
            svg.append("<circle class=\"inner\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>"
                    .formatted(box.middleX(), box.middleY(), radius - 3.5));
        }
        ProcessModel.Event caught = node.event();
        String sign = switch (caught == null ? "" : caught.kind()) {
            case "message" -> "<path stroke-width=\"1.2\" d=\"M-8-5h16v11h-16zl8 6 8-6\"/>";
            case "timer" -> "<circle r=\"8\" stroke-width=\"1.2\"/><path stroke-width=\"1.2\" d=\"M0-5v5l4 2\"/>";
            case "error" -> "<path stroke-width=\"1.2\" d=\"M-7 7l3-13 6 8 4-10-3 14-6-8z\"/>";
            case "terminate" -> "<circle r=\"8\" class=\"full\"/>";
            default -> "";
        };
        svg.append("<g class=\"sign\" transform=\"translate(%.1f %.1f)\">%s</g>"
                .formatted(box.middleX(), box.middleY(), sign));
        beside(shape, box);
        close(id, box.right() - 2, box.y() + 2);
    }

    /** The name of what is too small to hold it: where it was put, otherwise below. */
    private void beside(Element shape, Box box) {
        String name = names.getOrDefault(of(shape), "");
        Box label = label(shape);
        if (label == null) {
            text(name, box.middleX(), box.bottom() + 14, 100);
        } else {
            text(name, label.middleX(), label.middleY(), label.width() + 12);
        }
    }

    private void open(String id) {
        int stories = passed.applyAsInt(id);
        svg.append("<a href=\"#%s\" class=\"%s\"><title>%s · %s · %s</title>"
                .formatted(
                        escaped(id),
                        stories > 0 ? "seen" : "never",
                        escaped(names.getOrDefault(id, "")),
                        escaped(id),
                        stories > 0 ? stories + " kịch bản" : "chưa kịch bản nào đi qua"));
    }

    /** How many stories, in words of a number: not everybody tells green from red. */
    private void close(String id, double x, double y) {
        svg.append(
                "<g class=\"count\" transform=\"translate(%.0f %.0f)\"><circle r=\"9\"/><text text-anchor=\"middle\" y=\"4\">%d</text></g></a>\n"
                        .formatted(x, y, passed.applyAsInt(id)));
    }

    private void text(String words, double x, double y, double width) {
        List<String> lines = wrapped(words, width);
        double first = y - (lines.size() - 1) * LINE / 2.0 + 4;
        svg.append("<text class=\"label\" text-anchor=\"middle\">");
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<tspan x=\"%.0f\" y=\"%.0f\">%s</tspan>".formatted(x, first + i * LINE, escaped(lines.get(i))));
        }
        svg.append("</text>");
    }

    private static List<String> wrapped(String words, double width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : words.split("\\s+")) {
            if (!line.isEmpty() && (line.length() + 1 + word.length()) * LETTER > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS(DI, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String of(Element drawn) {
        return drawn.getAttribute("bpmnElement");
    }

    private static Box box(Element shape) {
        return bounds((Element) shape.getElementsByTagNameNS(DC, "Bounds").item(0));
    }

    private static @Nullable Box label(Element drawn) {
        NodeList labels = drawn.getElementsByTagNameNS(DI, "BPMNLabel");
        if (labels.getLength() == 0) {
            return null;
        }
        NodeList bounds = ((Element) labels.item(0)).getElementsByTagNameNS(DC, "Bounds");
        return bounds.getLength() == 0 ? null : bounds((Element) bounds.item(0));
    }

    private static Box bounds(Element bounds) {
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute).toLowerCase(Locale.ROOT));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
