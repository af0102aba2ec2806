/** Messages to applicants, written with what they tell of and sent after it is committed; notices to officers on the pages. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "command",
            "audit",
            "workflow",
            "agency",
            "agency :: calendar",
            "web",
            "procedure",
            "dossier",
            "deadline"
        })
@NullMarked
package vn.lienthong.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
