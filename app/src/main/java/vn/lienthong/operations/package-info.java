/** How the product starts, refuses to start, stays healthy and is looked after. */
@NullMarked
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {
            "command",
            "audit",
            "agency",
            "agency :: account",
            "workflow",
            "document",
            "document :: signing",
            "dossier :: retention",
            "interconnection :: pull",
            "procedure",
            "worklist"
        })
package vn.lienthong.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
