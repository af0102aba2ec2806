/** What is owed by when: clocks kept as ledgers, the rungs they climb when they run out, and the account of every date. */
@ApplicationModule(
        displayName = "Deadline",
        allowedDependencies = {
            "command",
            "workflow",
            "agency",
            "agency :: calendar",
            "web",
            "document",
            "document :: print",
            "procedure",
            "dossier"
        })
@NullMarked
package vn.lienthong.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
