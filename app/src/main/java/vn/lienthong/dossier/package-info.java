/** A citizen's file from reception to result: the centre of the product. */
@ApplicationModule(
        displayName = "Dossier",
        allowedDependencies = {
            "command",
            "audit",
            "workflow",
            "agency",
            "agency :: calendar",
            "web",
            "document",
            "document :: print",
            "procedure"
        })
@NullMarked
package vn.lienthong.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
