/**
 * What every command of the product has in common: how bad input, refusals and missing things are told to people, and
 * how a repeated command is recognised. The base of all modules.
 */
@ApplicationModule(
        displayName = "Command",
        allowedDependencies = {})
@NullMarked
package vn.lienthong.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
