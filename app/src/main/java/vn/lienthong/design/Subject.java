package vn.lienthong.design;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.agency.calendar.Budget;
import vn.lienthong.procedure.Edition;
import vn.lienthong.procedure.FormSchema;
import vn.lienthong.procedure.ProcedureFolder;
import vn.lienthong.procedure.ProcedureReader;
import vn.lienthong.workflow.ProcessModel.Node;

/**
 * A folder whose description and diagram could be read: what the rules look at.
 *
 * @param scan what the diagram's file holds beside the process
 */
record Subject(
        ProcedureFolder folder,
        ProcedureReader.Result read,
        Edition edition,
        Graph graph,
        DiagramScan scan,
        Surroundings around) {

    /** The leg whose budget a step uses up: the one it names, otherwise the founding one. */
    Optional<Edition.Leg> legOf(Node step) {
        String named = step.properties().get("leg");
        return named == null ? edition.foundingLeg() : edition.leg(named);
    }

    /** The budget written on a step; empty when there is none or nobody can read it. */
    static Optional<Budget> budget(Node step) {
        String written = step.properties().get("budget");
        try {
            return written == null ? Optional.empty() : Optional.of(Budget.parse(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<FormSchema> form(@Nullable String idOrKey) {
        return Optional.ofNullable(idOrKey == null ? null : read.form(idOrKey));
    }

    /** Forms of the application, those that every procedure asks included. */
    Set<FormSchema> applicationForms() {
        var forms = new LinkedHashSet<FormSchema>();
        edition.application().forEach(topic -> form(topic).ifPresent(forms::add));
        form("applicant").ifPresent(forms::add);
        form("delivery").ifPresent(forms::add);
        return forms;
    }
}
