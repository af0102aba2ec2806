/** What citizens see and do without an account: follow a dossier by number and secret, rate how it went, have a PDF verified. */
@ApplicationModule(
        displayName = "Citizen",
        allowedDependencies = {
            "command",
            "workflow",
            "agency",
            "document",
            "document :: signing",
            "procedure",
            "dossier",
            "dossier :: web",
            "deadline"
        })
@NullMarked
package vn.lienthong.citizen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
