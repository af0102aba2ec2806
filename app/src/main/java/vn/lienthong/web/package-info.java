/** What every page shares: the frame with header and language, formats of dates and names, the parts pages are made of. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {"command", "agency", "agency :: calendar"})
@NullMarked
package vn.lienthong.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
