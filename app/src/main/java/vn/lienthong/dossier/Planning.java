package vn.lienthong.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.Organisation;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.procedure.Edition;
import vn.lienthong.workflow.Decisions;
import vn.lienthong.workflow.Feel;

/** Which agencies take part in a dossier, as the procedure's own table decides from what was handed in. */
@Component
class Planning {

    /** The role of the desk. */
    private static final String DESK = "reception";

    private final Decisions decisions;
    private final Feel feel;
    private final Organisation organisation;

    Planning(Decisions decisions, Feel feel, Organisation organisation) {
        this.decisions = decisions;
        this.feel = feel;
        this.organisation = organisation;
    }

    List<PlannedLeg> legs(Edition edition, Map<String, Object> content, String area, LocalDate on) {
        Set<String> taking = takingPart(edition, content);
        return edition.legs().stream()
                .filter(leg -> taking.contains(leg.id()))
                .map(leg -> {
                    String unit = unit(leg, area, on);
                    return new PlannedLeg(
                            leg.id(),
                            unit,
                            leg.after() != null && taking.contains(leg.after()) ? leg.after() : null,
                            leg.founding(),
                            budget(leg, content, unit));
                })
                .toList();
    }

    /** Where nobody is competent for a part, the desk has it until somebody is found. */
    private String unit(Edition.Leg leg, String area, LocalDate on) {
        boolean lost = leg.procedure() != null && !organisation.isCompetent(leg.agency(), area, on);
        return organisation.competent(lost ? DESK : leg.agency(), area, on).code();
    }

    /** What the agency is given for a dossier with this content, or the less that it has bound itself to. */
    Budget budget(Edition.Leg leg, Map<String, Object> content, String unit) {
        Budget allowed = leg.otherBudgets().stream()
                .filter(other -> feel.holds(other.when(), content))
                .findFirst()
                .map(Edition.OtherBudget::budget)
                .orElse(leg.budget());
        return leg.localBudget(organisation.agencyOf(unit))
                .filter(own -> own.unit() == allowed.unit() && own.amount() < allowed.amount())
                .orElse(allowed);
    }

    private Set<String> takingPart(Edition edition, Map<String, Object> content) {
        Set<String> taking = new LinkedHashSet<>();
        String table = edition.legsDecision();
        if (table == null) {
            edition.legs().forEach(leg -> taking.add(leg.id()));
            return taking;
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        edition.decisionInputs().forEach((name, expression) -> inputs.put(name, feel.evaluate(expression, content)));
        decisions.decide(edition.ref(), table, inputs).forEach(row -> taking.add(String.valueOf(row.get("leg"))));
        return taking;
    }
}
