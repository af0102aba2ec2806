/** The log: who did what and who looked, in chains of hashes that show when somebody has changed them. */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"command", "agency"})
@NullMarked
package vn.lienthong.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
