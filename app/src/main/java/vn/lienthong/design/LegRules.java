package vn.lienthong.design;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.Edition.Leg;
import vn.lienthong.workflow.ProcessModel;
import vn.lienthong.workflow.ProcessModel.Flow;
import vn.lienthong.workflow.ProcessModel.Node;

/** Whether every agency's part is described and drawn, may be refused, and is looked after when it is late. */
final class LegRules implements Rule {

    private static final Pattern PLANNED = Pattern.compile("legs\\.planned\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)");
    private static final String REFUSED = "EndEvent_Refused";

    @Override
    public void check(Subject subject, Findings findings) {
        activities(subject, findings);
        for (Leg leg : subject.edition().legs()) {
            drawn(subject, leg, findings);
        }
        refusal(subject, findings);
        escalation(subject.edition(), findings);
        planned(subject, findings);
        Set<String> seen = new HashSet<>(Set.of(subject.edition().key()));
        if (callsItself(subject, subject.graph().model(), subject.edition().key(), seen)) {
            findings.error("calls-itself", subject.edition().key());
        }
    }

    private static void activities(Subject subject, Findings findings) {
        for (Node activity : subject.graph().ofType("callActivity")) {
            String id = activity.properties().get("leg");
            if (id == null) {
                findings.error("activity-without-leg", activity.id());
                continue;
            }
            Optional<Leg> leg = subject.edition().leg(id);
            if (leg.isEmpty()) {
                findings.error("unknown-leg", activity.id(), id);
                continue;
            }
            String called = activity.attributes().getOrDefault("calledElement", "");
            String wanted = leg.get().procedure();
            if (wanted != null && !called.equals(wanted)) {
                findings.error("leg-calls-another", activity.id(), called, wanted);
            }
            if (wanted != null
                    && subject.around().knowsProcedures()
                    && !wanted.equals(subject.edition().key())
                    && subject.around().procedure(wanted).isEmpty()) {
                findings.error("unknown-procedure", activity.id(), wanted);
            }
        }
    }

    private static void drawn(Subject subject, Leg leg, Findings findings) {
        List<Node> activities = subject.graph().ofType("callActivity").stream()
                .filter(activity -> leg.id().equals(activity.properties().get("leg")))
                .toList();
        if (leg.founding()) {
            boolean own = subject.graph().ofType("userTask").stream()
                    .anyMatch(step -> subject.legOf(step).filter(leg::equals).isPresent());
            if (!own) {
                findings.error("founding-leg-without-step", leg.id());
            }
            activities.forEach(activity -> findings.error("founding-leg-called", activity.id(), leg.id()));
        } else if (activities.isEmpty()) {
            findings.error("leg-not-drawn", leg.id());
        } else if (activities.size() > 1) {
            findings.error("leg-drawn-twice", leg.id());
        }
    }

    /** Who decides must be able to say no: here for the founding leg, in the agency's own procedure for the others. */
    private static void refusal(Subject subject, Findings findings) {
        if (!canRefuse(subject.graph().model())) {
            findings.error(
                    "leg-without-refusal",
                    subject.edition().key(),
                    subject.edition().key());
        }
        for (Node activity : subject.graph().ofType("callActivity")) {
            Optional.ofNullable(activity.attributes().get("calledElement"))
                    .flatMap(key -> subject.around().procedure(key))
                    .filter(neighbour -> !canRefuse(neighbour.model()))
                    .ifPresent(neighbour -> findings.error(
                            "leg-without-refusal",
                            activity.id(),
                            neighbour.edition().key()));
        }
    }

    private static boolean canRefuse(ProcessModel model) {
        return model.nodes().stream()
                .anyMatch(node -> node.type().equals("endEvent") && node.id().startsWith(REFUSED));
    }

    /** The usual ladder looks after every leg; a ladder of the procedure's own must do so too. */
    private static void escalation(Edition edition, Findings findings) {
        if (edition.ladder().isEmpty()) {
            return;
        }
        boolean late = edition.ladder().stream()
                .anyMatch(rung -> rung.of().equals("LEG")
                        && (rung.at().startsWith("+") || rung.at().equals("100%")));
        if (!late) {
            findings.error("leg-without-escalation", "procedure.yml:ladder");
        }
    }

    private static void planned(Subject subject, Findings findings) {
        for (Flow flow : subject.graph().model().flows()) {
            Matcher planned = PLANNED.matcher(String.valueOf(flow.condition()));
            while (planned.find()) {
                if (subject.edition().leg(planned.group(1)).isEmpty()) {
                    findings.error("unknown-leg", flow.id(), planned.group(1));
                }
            }
        }
    }

    private static boolean callsItself(Subject subject, ProcessModel model, String key, Set<String> seen) {
        for (Node node : model.nodes()) {
            String called =
                    node.type().equals("callActivity") ? node.attributes().getOrDefault("calledElement", "") : "";
            if (called.equals(key)) {
                return true;
            }
            boolean further = !called.isEmpty()
                    && seen.add(called)
                    && subject.around()
                            .procedure(called)
                            .filter(neighbour -> callsItself(subject, neighbour.model(), key, seen))
                            .isPresent();
            if (further) {
                return true;
            }
        }
        return false;
    }
}
