package vn.lienthong.design;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lienthong.procedure.Catalogue;
import vn.lienthong.procedure.Procedure;
import vn.lienthong.workflow.ProcessRef;

/** What the verifier says of a procedure that lies beside the others, for tests of other packages. */
public final class VerifyingFolders {

    private VerifyingFolders() {}

    /** Errors, warnings and hints, a sentence each. */
    public static List<String> findings(Catalogue catalogue, ProcessRef process, Locale locale) {
        return all(catalogue, catalogue.procedure(process)).stream()
                .map(finding -> sentence(finding, locale))
                .toList();
    }

    static List<Finding> all(Catalogue catalogue, Procedure procedure) {
        var around = new PublishedSurroundings(catalogue, procedure.edition().effectiveOn(), role -> true, Set.of());
        return Verifier.verify(procedure.folder(), around);
    }

    static String sentence(Finding finding, Locale locale) {
        return "%s %s, %s: %s"
                .formatted(finding.severity(), finding.rule(), finding.element(), finding.message(locale));
    }
}
