/**
 * The catalogue: which procedures exist, what each edition says, which edition is in force on a day, what its forms and
 * scripts accept. Read from folders on the class path; nothing about a procedure is written in Java.
 */
@ApplicationModule(
        displayName = "Procedure",
        allowedDependencies = {"command", "workflow", "agency", "agency :: calendar"})
@NullMarked
package vn.lienthong.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
