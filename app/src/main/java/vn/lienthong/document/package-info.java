/** Papers that citizens bring and papers the administration prints: inspected, stored once, numbered and handed out again. */
@ApplicationModule(
        displayName = "Papers and prints",
        allowedDependencies = {"command", "workflow", "agency"})
@NullMarked
package vn.lienthong.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
