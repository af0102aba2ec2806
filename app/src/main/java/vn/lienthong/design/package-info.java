/**
 * The designers' workbench: looks through a procedure's folder before it goes anywhere and says, element by element and in
 * sentences, what would not work, what would be late and what nobody would understand.
 */
@ApplicationModule(
        displayName = "Design",
        allowedDependencies = {"command", "workflow", "agency", "agency :: calendar", "web", "procedure", "dossier"})
@NullMarked
package vn.lienthong.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
