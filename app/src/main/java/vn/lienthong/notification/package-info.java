/** Messages to the applicant: written with what they tell of, sent after it is committed. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"command", "workflow", "agency", "web", "procedure", "dossier", "deadline"})
@NullMarked
package vn.lienthong.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
