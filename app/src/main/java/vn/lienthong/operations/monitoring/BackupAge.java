package vn.lienthong.operations.monitoring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.operations.backup.BackingUp;

/** How long everything has been without a backup; of an installation that never had one, since it began. */
@Component
class BackupAge {

    private final Recently<Optional<Instant>> last;
    private final Clock clock;

    BackupAge(BackingUp backups, Monitoring monitoring, Clock clock, MeterRegistry meters) {
        this.last = new Recently<>(monitoring.lookEvery(), backups::last);
        this.clock = clock;
        Gauge.builder("lienthong.backup.age", this::seconds)
                .baseUnit("seconds")
                .description("How long ago the last backup was taken")
                .register(meters);
    }

    private double seconds() {
        return last.get()
                .map(taken -> (double) Duration.between(taken, clock.instant()).toSeconds())
                .orElse(Double.NaN);
    }
}
