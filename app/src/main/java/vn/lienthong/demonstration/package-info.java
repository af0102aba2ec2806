/** What somebody who tries the product finds in it: dossiers that officers of invented wards have worked on for some days. */
@ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {"command", "agency", "agency :: calendar", "workflow", "dossier", "worklist"})
@NullMarked
package vn.lienthong.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
