package vn.lienthong.operations.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is watched, and how closely.
 *
 * @param collectorPassword lets the account {@code collector} read {@code /actuator/prometheus}; empty: there is none
 * @param jobPatience how late a job may be before it counts as overdue; the job executor looks at least every ten seconds,
 *     so a minute is six missed looks
 * @param lookEvery how long a look at jobs, worklist and outbox holds good, so that many watchers cost one query
 */
@ConfigurationProperties("lienthong.monitoring")
record Monitoring(
        @DefaultValue("") String collectorPassword,
        @DefaultValue("1m") Duration jobPatience,
        @DefaultValue("10s") Duration lookEvery) {}
