package vn.lienthong.workflow;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine's job executor works on this node.
 *
 * @param jobs whether this node fires timers at all; off in tests, which fire them by hand
 * @param threads how many at once; each needs a database connection, so keep it below half of the pool
 * @param acquire how many due jobs one acquisition takes; larger is faster in a storm and less fair between nodes
 * @param idle first pause when nothing is due
 * @param longestIdle longest pause when nothing is due; timers fire at most this late
 */
@ConfigurationProperties("lienthong.engine")
record EngineSettings(
        @DefaultValue("true") boolean jobs,
        @DefaultValue("4") int threads,
        @DefaultValue("20") int acquire,
        @DefaultValue("1s") Duration idle,
        @DefaultValue("10s") Duration longestIdle) {}
