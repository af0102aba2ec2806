/** What each officer sees and may take: the open steps, claiming and completing them, one by one or many at once. */
@ApplicationModule(
        displayName = "Worklist",
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
            "dossier :: web",
            "deadline",
            "interconnection"
        })
@NullMarked
package vn.lienthong.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
