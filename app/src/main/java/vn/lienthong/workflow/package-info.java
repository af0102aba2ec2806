/**
 * The engine: deploys procedures, starts and drives their processes, fires their timers. The only package that knows Camunda;
 * everything else speaks to it in the types found here and hears from it through events that it publishes inside the
 * engine's own transaction.
 */
@ApplicationModule(displayName = "Workflow", allowedDependencies = "command")
@NullMarked
package vn.lienthong.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
