/** What citizens see and do without an account: follow a dossier by number and secret, and rate how it went. */
@ApplicationModule(
        displayName = "Citizen",
        allowedDependencies = {
            "command",
            "workflow",
            "agency",
            "document",
            "procedure",
            "dossier",
            "dossier :: web",
            "deadline"
        })
@NullMarked
package vn.lienthong.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
