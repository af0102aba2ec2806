package vn.lienthong.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dates are promised, and how often somebody looks whether there is something to tell.
 *
 * @param extensions how often a promise may be moved; once, as the rules of the one-stop mechanism have had it since Decree
 *     61/2018
 * @param rings whether this node tells rungs and does other work in the background; off in tests, which do it by hand
 * @param threads how many at once; each needs a database connection
 * @param batch how many clocks are told in one transaction; whoever works on one of their dossiers waits for its end, at
 *     fifty for less than a tenth of a second
 * @param idle how long to wait before looking again when there was nothing to do; a rung is told at most this late
 */
@ConfigurationProperties("lienthong.deadline")
record DeadlineSettings(
        @DefaultValue("1") int extensions,
        @DefaultValue("true") boolean rings,
        @DefaultValue("2") int threads,
        @DefaultValue("50") int batch,
        @DefaultValue("1s") Duration idle) {}
