package vn.lienthong.interconnection;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.agency.NoCompetentUnit;
import vn.lienthong.command.InvalidInput;
import vn.lienthong.command.Problem;
import vn.lienthong.dossier.DossierNumber;
import vn.lienthong.dossier.Dossiers;
import vn.lienthong.dossier.Linking;
import vn.lienthong.workflow.Action;
import vn.lienthong.workflow.ProcessRef;

/** {@code ${coordination.assign}}: gives a part that nobody claimed to the agencies of the commune that the desk chose. */
@Component
class Coordinating implements Action {

    /** By which the desk finds out whose a part is. */
    static final String PROCEDURE = "coordination";

    /** Who does. */
    static final String DESK = "reception";

    private static final String FIELD = "data.coordination.commune";

    private final Dossiers dossiers;
    private final Linking linking;

    Coordinating(Dossiers dossiers, Linking linking) {
        this.dossiers = dossiers;
        this.linking = linking;
    }

    @Override
    public String name() {
        return "coordination.assign";
    }

    @Override
    public void perform(String businessKey, ProcessRef process, String element, Map<String, String> properties) {
        Dossiers.Summary dossier = dossiers.current(new DossierNumber(businessKey));
        Object chosen = dossier.content().get("coordination") instanceof Map<?, ?> coordination
                ? coordination.get("commune")
                : null;
        if (chosen == null || chosen.toString().isBlank()) {
            throw new InvalidInput(Problem.of(FIELD, "coordination-needs-commune"));
        }
        DossierNumber origin = dossier.origin();
        if (origin == null) {
            return;
        }
        try {
            linking.assign(origin, String.valueOf(dossier.originLeg()), chosen.toString());
        } catch (NoCompetentUnit nobody) {
            throw new InvalidInput(Problem.of(FIELD, "coordination-nobody-there"));
        }
    }
}
