package vn.lienthong.design;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.lienthong.agency.Duty;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.FormSchema.Field;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether every step says who does it, in what time and with which form, and can be done the ordinary way. */
final class StepRules implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        Set<String> always = alwaysAnswered(subject);
        for (Node step : subject.graph().ofType("userTask")) {
            who(subject, step, findings);
            time(step, findings);
            form(subject, step, always, findings);
            signature(subject, step, findings);
        }
        roles(subject, findings);
    }

    private static void who(Subject subject, Node step, Findings findings) {
        String role = step.properties().get("agency");
        if (role == null) {
            findings.error("step-without-agency", step.id());
        } else if (!subject.edition().agencies().containsKey(role)) {
            findings.error("unknown-agency-role", step.id(), role);
        }
        String duty = step.properties().get("duty");
        if (duty == null) {
            findings.error("step-without-duty", step.id());
        } else if (Duty.ofKey(duty).isEmpty()) {
            findings.error("unknown-duty", step.id(), duty);
        }
        String leg = step.properties().get("leg");
        if (leg != null && subject.edition().leg(leg).isEmpty()) {
            findings.error("unknown-leg", step.id(), leg);
        } else if (leg == null && subject.edition().foundingLeg().isEmpty()) {
            findings.error("step-of-no-leg", step.id());
        }
        boolean lanes = !subject.graph().model().lanes().isEmpty();
        if (lanes && step.lane() == null) {
            findings.warning("step-without-lane", step.id());
        }
    }

    private static void time(Node step, Findings findings) {
        String written = step.properties().get("budget");
        if (written == null) {
            findings.error("step-without-budget", step.id());
        } else if (Subject.budget(step).isEmpty()) {
            findings.error("unreadable-budget", step.id(), written);
        }
    }

    private static void form(Subject subject, Node step, Set<String> always, Findings findings) {
        String ref = step.attributes().get("formRef");
        if (ref == null) {
            findings.error("step-without-form", step.id());
            return;
        }
        Optional<FormSchema> form = subject.form(ref);
        if (form.isEmpty()) {
            findings.error("unknown-form", step.id(), ref);
            return;
        }
        for (Field field : form.get().fields()) {
            boolean mayBeEmpty = field.required()
                    && !field.readOnly()
                    && !field.hasDefault()
                    && !field.path().contains("[]")
                    && !always.contains(field.path());
            if (mayBeEmpty && field.hide() == null) {
                findings.error(
                        "step-needs-answer", step.id(), field.path(), form.get().key() + ".form");
            }
        }
    }

    /** What is signed must be issued later; an expression is only known when it is asked. */
    private static void signature(Subject subject, Node step, Findings findings) {
        String result = step.properties().get("signsResult");
        if (result != null
                && !result.startsWith("=")
                && subject.graph().ofType("serviceTask").stream()
                        .noneMatch(task -> result.equals(task.properties().get("result")))) {
            findings.error("signs-what-nothing-issues", step.id(), result);
        }
    }

    /** Fields that every application has an answer to. */
    private static Set<String> alwaysAnswered(Subject subject) {
        var always = new HashSet<String>();
        for (FormSchema form : subject.applicationForms()) {
            form.fields().stream()
                    .filter(field -> field.required() && field.hide() == null)
                    .forEach(field -> always.add(field.path()));
        }
        return always;
    }

    private static void roles(Subject subject, Findings findings) {
        List<Node> steps = subject.graph().ofType("userTask");
        for (String role : subject.edition().agencies().keySet()) {
            boolean used = steps.stream()
                            .anyMatch(step -> role.equals(step.properties().get("agency")))
                    || subject.edition().legs().stream()
                            .anyMatch(leg -> leg.agency().equals(role));
            if (!used) {
                findings.warning("unused-agency-role", "procedure.yml:agencies." + role, role);
            }
            if (!subject.around().knowsRole(role)) {
                findings.warning("nobody-holds-role", "procedure.yml:agencies." + role, role);
            }
        }
    }
}
