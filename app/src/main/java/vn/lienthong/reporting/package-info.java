/** Figures: what is in hand, and who kept the promised dates. Reads views of its own and changes nothing. */
@ApplicationModule(
        displayName = "Reporting",
        allowedDependencies = {
            "command",
            "workflow",
            "agency",
            "agency :: calendar",
            "web",
            "procedure",
            "dossier",
            "worklist"
        })
@NullMarked
package vn.lienthong.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
