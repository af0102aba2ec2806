/** How agencies hand a dossier to each other: legs, hand-overs and what to do about a stuck one. */
@ApplicationModule(
        displayName = "Interconnection",
        allowedDependencies = {
            "command",
            "audit",
            "workflow",
            "agency",
            "agency :: calendar",
            "web",
            "document",
            "procedure",
            "dossier",
            "deadline"
        })
@NullMarked
package vn.lienthong.interconnection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
