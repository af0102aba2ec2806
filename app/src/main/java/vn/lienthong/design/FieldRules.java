package vn.lienthong.design;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.workflow.ProcessModel.Flow;

/** Whether every part of the dossier that somebody reads is asked for by a form or worked out by a script. */
final class FieldRules implements Rule {

    /** What every dossier has, whatever its forms ask. */
    private static final Set<String> ALWAYS = Set.of("number", "channel", "area", "linked", "applicant", "delivery");

    /** Bytes; the reader refuses longer ones, this only keeps the search short. */
    private static final int LONGEST_SCRIPT = 50_000;

    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> declared = declared(subject);
        Set<String> computed = computed(subject);
        for (Map.Entry<String, String> use : uses(subject).entrySet()) {
            String path = use.getKey();
            String root = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
            boolean known = declared.contains(path) || ALWAYS.contains(root) || computed.contains(root);
            if (!known) {
                findings.error("undeclared-field", use.getValue(), path);
            }
        }
    }

    /** Paths of all fields and of the objects around them. */
    private static Set<String> declared(Subject subject) {
        var declared = new HashSet<String>();
        Stream.concat(subject.read().forms().values().stream(), subject.applicationForms().stream())
                .map(FormSchema::paths)
                .flatMap(Set::stream)
                .map(path -> path.replace("[]", ""))
                .forEach(path -> {
                    for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
                        declared.add(path.substring(0, dot));
                    }
                    declared.add(path);
                });
        return declared;
    }

    private static Set<String> computed(Subject subject) {
        var computed = new HashSet<String>();
        scripts(subject).values().forEach(script -> computed.addAll(Expressions.keysWritten(script)));
        return computed;
    }

    private static Map<String, String> scripts(Subject subject) {
        var scripts = new LinkedHashMap<String, String>();
        subject.folder().files().forEach((name, bytes) -> {
            if (name.endsWith(".groovy")) {
                scripts.put(name, new String(bytes, 0, Math.min(bytes.length, LONGEST_SCRIPT), StandardCharsets.UTF_8));
            }
        });
        return scripts;
    }

    /** Every path somebody reads, with the first place that does. */
    private static Map<String, String> uses(Subject subject) {
        var uses = new LinkedHashMap<String, String>();
        var edition = subject.edition();
        if (edition.area() != null) {
            uses.putIfAbsent(edition.area(), "procedure.yml:area");
        }
        for (int i = 0; i < edition.papers().size(); i++) {
            String at = "procedure.yml:papers[" + i + "]";
            String describes = edition.papers().get(i).describes();
            if (describes != null) {
                uses.putIfAbsent(describes, at + ".describes");
            }
            String when = edition.papers().get(i).when();
            if (when != null) {
                Expressions.feel(when).forEach(name -> uses.putIfAbsent(name, at + ".when"));
            }
        }
        for (int i = 0; i < edition.legs().size(); i++) {
            String at = "procedure.yml:legs[" + i + "].data";
            edition.legs().get(i).data().forEach(path -> uses.putIfAbsent(path, at));
            edition.legs()
                    .get(i)
                    .otherBudgets()
                    .forEach(other -> Expressions.feel(other.when())
                            .forEach(name -> uses.putIfAbsent(name, at.replace(".data", ".otherBudgets"))));
        }
        edition.decisionInputs()
                .forEach((input, feel) -> Expressions.feel(feel)
                        .forEach(name -> uses.putIfAbsent(name, "procedure.yml:decisionInputs." + input)));
        for (Flow flow : subject.graph().model().flows()) {
            if (flow.condition() != null) {
                Expressions.juel(flow.condition()).names().stream()
                        .filter(name -> name.startsWith("dossier."))
                        .forEach(name -> uses.putIfAbsent(name.substring("dossier.".length()), flow.id()));
            }
        }
        scripts(subject)
                .forEach((name, script) -> Expressions.pathsRead(script).forEach(path -> uses.putIfAbsent(path, name)));
        subject.read()
                .forms()
                .values()
                .forEach(form -> form.expressions()
                        .forEach((place, feel) -> Expressions.feel(feel)
                                .forEach(name -> uses.putIfAbsent(name, form.key() + ".form:" + place))));
        return uses;
    }
}
