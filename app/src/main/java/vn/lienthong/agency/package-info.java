/** Who works where: agencies and their units, officers, duties, delegation, competence, working calendars, logging in. */
@ApplicationModule(
        displayName = "Agency",
        allowedDependencies = {"command"})
@NullMarked
package vn.lienthong.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
