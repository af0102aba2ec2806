package vn.lienthong.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether the diagram does only what the product lets diagrams do: no foreign code, no free expressions. */
final class CodeRules implements Rule {

    private static final Pattern ACTION = Pattern.compile("\\$\\{\\s*([a-z][A-Za-z]*\\.[a-z][A-Za-z]*)\\s*}");
    /** The one topic: whoever has a part of the dossier asks for what is meant for it, and for nothing else. */
    private static final String TOPIC = "${dossier.handover.agency}";

    private static final Pattern SCRIPT = Pattern.compile("deployment://([a-z0-9-]+\\.groovy)");

    /** What an action must be told on the element that calls it. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "notification.notifyApplicant", List.of("notice"),
            "document.issueResult", List.of("result"),
            "document.takeNumber", List.of("into", "numbering"));

    @Override
    public void check(Subject subject, Findings findings) {
        Graph graph = subject.graph();
        subject.folder().files().forEach((name, content) -> {
            boolean drawn =
                    name.endsWith(".dmn") || name.equals(subject.folder().diagram());
            if (drawn && !DiagramScan.of(content).elsewhere().isEmpty()) {
                findings.error("points-elsewhere", name);
            }
        });
        subject.scan()
                .foreign()
                .forEach(extension -> findings.error("foreign-code", extension.element(), extension.name()));
        subject.scan().unknown().forEach(part -> findings.error("unsupported-element", part.element(), part.name()));
        subject.scan()
                .loose()
                .forEach(loose -> findings.error("expression-not-allowed", loose.element(), loose.name()));
        for (Node node : graph.nodes()) {
            if (node.type().equals("serviceTask")) {
                action(subject, node, findings);
            }
            if (node.type().equals("scriptTask")) {
                script(subject, node, findings);
            }
            if (node.event() != null && node.event().kind().equals("timer")) {
                String when = node.event().value();
                if (when.contains("{")) {
                    expression(subject, node.id(), when, findings);
                }
            }
        }
        for (Flow flow : graph.model().flows()) {
            if (flow.condition() != null) {
                expression(subject, flow.id(), flow.condition(), findings);
            }
        }
        variables(subject, findings);
        results(subject, findings);
        longOnes(subject, findings);
    }

    private static void longOnes(Subject subject, Findings findings) {
        subject.read()
                .forms()
                .values()
                .forEach(form -> form.expressions().forEach((place, feel) -> {
                    if (feel.length() > Expressions.LONGEST) {
                        findings.error("expression-too-long", form.key() + ".form:" + place, Expressions.LONGEST);
                    }
                }));
        subject.edition().decisionInputs().forEach((input, feel) -> {
            if (feel.length() > Expressions.LONGEST) {
                findings.error("expression-too-long", "procedure.yml:decisionInputs." + input, Expressions.LONGEST);
            }
        });
    }

    private static void action(Subject subject, Node task, Findings findings) {
        if (task.attributes().containsKey("type") || task.attributes().containsKey("topic")) {
            if (!"external".equals(task.attributes().get("type"))
                    || !TOPIC.equals(task.attributes().get("topic"))
                    || task.attributes().containsKey("delegateExpression")) {
                findings.error("external-topic", task.id(), TOPIC);
            }
            return;
        }
        Matcher action = ACTION.matcher(task.attributes().getOrDefault("delegateExpression", ""));
        if (!action.matches()) {
            findings.error("service-without-action", task.id());
        } else if (!subject.around().actions().isEmpty()
                && !subject.around().actions().contains(action.group(1))) {
            findings.error("unknown-action", task.id(), action.group(1));
        } else {
            NEEDED.getOrDefault(action.group(1), List.of()).stream()
                    .filter(property ->
                            task.properties().getOrDefault(property, "").isBlank())
                    .forEach(property ->
                            findings.error("action-without-property", task.id(), action.group(1), property));
        }
    }

    private static void script(Subject subject, Node task, Findings findings) {
        Matcher file = SCRIPT.matcher(task.attributes().getOrDefault("resource", ""));
        if (task.attributes().containsKey("script") || !file.matches()) {
            findings.error("inline-script", task.id());
        } else if (!subject.folder().files().containsKey(file.group(1))) {
            findings.error("script-missing", task.id(), file.group(1));
        }
        if (!"groovy".equals(task.attributes().get("scriptFormat"))) {
            findings.error("script-format", task.id());
        }
    }

    private static void expression(Subject subject, String element, String text, Findings findings) {
        Expressions.Juel expression = Expressions.juel(text);
        if (!expression.plain()) {
            findings.error("expression-not-allowed", element, text);
            return;
        }
        Set<String> known = new HashSet<>(Set.of("dossier", "legs", "clock", "outcome", "legResult"));
        subject.edition().variables().forEach(variable -> known.add(variable.name()));
        for (String name : expression.names()) {
            String root = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
            if (!known.contains(root)) {
                findings.error("undeclared-variable", element, root);
            }
        }
    }

    private static void variables(Subject subject, Findings findings) {
        List<String> texts = new ArrayList<>();
        subject.graph().model().flows().forEach(flow -> texts.add(String.valueOf(flow.condition())));
        for (Edition.Variable variable : subject.edition().variables()) {
            boolean used = texts.stream()
                    .anyMatch(text -> Pattern.compile("\\b" + Pattern.quote(variable.name()) + "\\b")
                            .matcher(text)
                            .find());
            if (!used) {
                findings.warning("unused-variable", "procedure.yml:variables", variable.name());
            }
        }
    }

    private static void results(Subject subject, Findings findings) {
        for (Node task : subject.graph().ofType("serviceTask")) {
            Map<String, String> properties = task.properties();
            String result = properties.get("result");
            boolean known = result == null
                    || subject.edition().resultDocuments().stream()
                            .anyMatch(document -> document.code().equals(result));
            if (!known) {
                findings.error("unknown-result", task.id(), result);
            }
        }
    }
}
